import type { BrowserContext, Page } from '@playwright/test'

/** What is waited for: the page without any account, the frame with nothing in it, or the first row of the list with its number. */
export const landmarks = {
  welcome: 'main',
  frame: '[data-area="content"]',
  firstRow: '[role="rowgroup"] [role="row"][aria-rowindex="2"]:not([aria-busy]) [role="rowheader"]',
} as const

export type Loaded = {
  readonly page: Page
  /** From the start of the navigation until it was painted. */
  readonly paintedMs: number
}

/** Opens the address in a new window and waits for the landmark to be on the screen. */
export async function loadPage(context: BrowserContext, url: string, landmark: string): Promise<Loaded> {
  const page = await context.newPage()
  await page.addInitScript(watchForPaint, landmark)
  await page.goto(url, { waitUntil: 'commit' })
  const painted = await page.waitForFunction(() => Reflect.get(window, 'linekeeperPaintedMs'), null, {
    timeout: 60_000,
  })
  return { page, paintedMs: Number(await painted.jsonValue()) }
}

/**
 * Runs in the page, before its own scripts. A frame is painted right after its animation callbacks, so the first message that is
 * handled after those is later than the paint.
 */
function watchForPaint(landmark: string): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector(landmark)?.textContent) return
    observer.disconnect()
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => Reflect.set(window, 'linekeeperPaintedMs', performance.now())
      port2.postMessage(null)
    })
  })
  observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true })
}
