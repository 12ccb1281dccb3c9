import { defineConfig } from '@playwright/test'
import { findBrowser } from './test/e2e/support/browser.ts'
import type { HostOption } from './test/e2e/support/linekeeper.ts'
import { buildStale } from './test/host/build.ts'
import { findElectron } from './test/host/electron-binary.ts'

const { executablePath, args, env } = await findBrowser()
const electron = findElectron()

// Workers read this file, too; they find everything built by the process that started them.
if (process.env.TEST_WORKER_INDEX === undefined) await buildStale()

/** The same journeys in the browser host always, and in Electron wherever it is. */
export default defineConfig<HostOption>({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    headless: true,
    viewport: { width: 1440, height: 900 },
    // What was done and said; a copy of the whole page with each step would take longer than the steps.
    trace: { mode: 'retain-on-failure', snapshots: false, screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, args: [...args], env: { ...process.env, ...env } as Record<string, string> },
  },
  projects: [
    { name: 'browser host', testIgnore: '**/electron/**', use: { host: 'browser' } },
    ...(electron === null
      ? []
      : [{ name: 'electron', testIgnore: '**/browser/**', use: { host: 'electron' as const } }]),
  ],
})
