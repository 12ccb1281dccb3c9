import type { BrowserContext, Page } from '@playwright/test'
import type { AccountDraft } from '../../shared/model/account.ts'
import { ask } from '../e2e/support/wall.ts'
import type { Ground } from './ground.ts'
import { startPageHost } from './page-host.ts'
import { landmarks, loadPage } from './page-load.ts'

/** The real page over a running app with these accounts, on Find & buy. The answer searches there as a person does. */
export async function openMarketPage(
  ground: Ground,
  context: BrowserContext,
  drafts: readonly AccountDraft[],
): Promise<(prefix: string) => Promise<number>> {
  const { url } = await startPageHost(ground, ground.folder(), { online: true })
  const first = await loadPage(context, url, landmarks.welcome)
  for (const draft of drafts) await ask(first.page, 'accounts.add', draft)
  await synced(first.page)
  await first.page.close()
  const { page } = await loadPage(context, new URL('/', url).href, landmarks.frame)
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'Find & buy' }).click()
  return (prefix) => search(page, prefix)
}

/** Whatever a sync still asks would stand in the way of what is measured. */
async function synced(page: Page): Promise<void> {
  for (;;) {
    const states = await ask(page, 'sync.states', null)
    if (states.every(({ phase }) => phase === 'done')) return
    if (states.some(({ phase }) => phase === 'failed')) throw new Error(`A sync failed: ${JSON.stringify(states)}`)
    await page.waitForTimeout(100)
  }
}

async function search(page: Page, prefix: string): Promise<number> {
  const form = page.getByRole('region', { name: 'Find a number' })
  const field = form.getByRole('combobox', { name: 'Area code or prefix' })
  // An earlier search is over when its button no longer says that it searches again.
  const button = form.getByRole('button', { name: 'Search', exact: true })
  await button.waitFor()
  await field.fill(prefix)
  // What is offered while one types is asked for at the carriers too, and is there before the press.
  await page.getByRole('option').first().waitFor()
  await field.press('Escape')
  const seen = page.evaluate(firstResult, `(${prefix})`)
  await button.click()
  return seen
}

/**
 * Runs in the page. Milliseconds from the press to the first row of such numbers being painted: a frame is painted right after
 * its animation callbacks, so the first message that is handled after those is later than the paint.
 */
function firstResult(beginning: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let pressedAt = Number.NaN
    const press = ({ timeStamp }: Event) => {
      pressedAt = timeStamp
    }
    document.addEventListener('click', press, { capture: true, once: true })
    const observer = new MutationObserver(() => {
      const heads = document.querySelectorAll('[role="row"]:not([aria-busy]) [role="rowheader"]')
      if (![...heads].some((head) => head.textContent?.includes(beginning))) return
      observer.disconnect()
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now() - pressedAt)
        port2.postMessage(null)
      })
    })
    observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true })
    setTimeout(() => reject(new Error(`No number of ${beginning} came.`)), 30_000)
  })
}
