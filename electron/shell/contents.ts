import type { WebContents } from 'electron'
import { isOurPage } from './page-origin.ts'

type Guarded = Pick<WebContents, 'on' | 'setWindowOpenHandler'>

/** Keeps a page where it is: no navigation away, no windows of its own, no embedded browsers. */
export function confine(contents: Guarded): void {
  contents.on('will-navigate', stayHome)
  contents.on('will-frame-navigate', stayHome)
  contents.on('will-redirect', stayHome)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

function stayHome(event: { readonly url: string; readonly preventDefault: () => void }): void {
  if (!isOurPage(event.url)) event.preventDefault()
}
