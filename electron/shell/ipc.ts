import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import type { Result } from '../../shared/failure.ts'
import { changedChannel, invokeChannel } from './channels.ts'
import { pageOrigin } from './page-origin.ts'

type Sender = Pick<IpcMainInvokeEvent, 'senderFrame'> & { readonly sender: Pick<WebContents, 'id'> }

/** Only the top frame of our own page in a window that we opened may ask. The frame is null when it has gone meanwhile. */
export function isTrustedSender(event: Sender, isOurWindow: (contentsId: number) => boolean): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && frame.origin === pageOrigin && isOurWindow(event.sender.id)
}

export type Wall = {
  readonly ipcMain: Pick<IpcMain, 'handle'>
  readonly isOurWindow: (contentsId: number) => boolean
  /** Parses the input with the contract's schema; never rejects for a failure. */
  readonly invoke: (name: string, input: unknown) => Promise<Result<unknown>>
}

/** The one place where requests of the page come in. */
export function openWall({ ipcMain, isOurWindow, invoke }: Wall): void {
  ipcMain.handle(invokeChannel, async (event, name: unknown, input: unknown) => {
    if (!isTrustedSender(event, isOurWindow)) throw new Error('This page may not ask.')
    if (typeof name !== 'string') throw new TypeError('A request has a name.')
    return invoke(name, input)
  })
}

/** Tells the pages what has changed, never to what. */
export function pushTopic(pages: readonly Pick<WebContents, 'send' | 'isDestroyed'>[], topic: string): void {
  for (const page of pages) if (!page.isDestroyed()) page.send(changedChannel, topic)
}
