import { type BrowserContext, chromium } from '@playwright/test'
import { findBrowser } from '../e2e/support/browser.ts'
import type { Ground } from './ground.ts'

/** A browser that ends with the run. Each context has a window of its own size and keys of its own. */
export async function openBrowser(ground: Ground): Promise<() => Promise<BrowserContext>> {
  const { executablePath, args, env } = await findBrowser()
  const surroundings = Object.entries({ ...process.env, ...env }).filter(([, value]) => value !== undefined)
  const launch = { executablePath, args: [...args], env: Object.fromEntries(surroundings) }
  const browser = await chromium.launch(launch)
  ground.onEnd(() => browser.close())
  return () => browser.newContext({ viewport: { width: 1440, height: 900 } })
}
