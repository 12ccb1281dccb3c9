import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, ipcMain, net, powerMonitor, protocol, session, shell } from 'electron'
import { prepare } from '../../../electron/shell/early.ts'
import { createFetch } from '../../../electron/shell/fetch.ts'
import { openWall } from '../../../electron/shell/ipc.ts'
import { openExternal } from '../../../electron/shell/open-external.ts'
import { createPageHandler } from '../../../electron/shell/page.ts'
import { pageScheme } from '../../../electron/shell/page-origin.ts'
import { denyPermissions } from '../../../electron/shell/permissions.ts'
import { quitGracefully } from '../../../electron/shell/quit.ts'
import { createWindows, type Windows } from '../../../electron/shell/windows.ts'

const log = (level: string, message: string, details?: unknown): void => console.error(level, message, details ?? '')

/** A main of a few lines over the real shell: what it answers is for the tests of shell and host alone. */
function open(): void {
  const out = join(app.getAppPath(), 'out')
  denyPermissions(session.defaultSession)
  protocol.handle(pageScheme, createPageHandler(join(out, 'renderer')))
  const stop = async () => {
    if (existsSync(join(app.getPath('userData'), 'hang'))) await new Promise(() => {})
    console.error('drained')
  }
  const quitting = quitGracefully({ app, powerMonitor, log, stop, close: () => console.error('closed') })
  const windows: Windows = createWindows({
    preload: join(out, 'preload', 'preload.cjs'),
    devTools: true,
    now: Date.now,
    log,
    onFirstPaint: () => console.error('painted'),
    onSessionEnd: quitting.quit,
  })
  const invoke = (name: string, input: unknown) => answer(windows, name, input)
  openWall({ ipcMain, isOurWindow: windows.isOurs, invoke })
  windows.open()
}

async function answer(windows: Windows, name: string, input: unknown) {
  if (name === 'push') windows.push(String(input))
  if (name === 'bug') throw new RangeError('a bug')
  if (name === 'open') await openExternal(shell, String(input))
  if (name === 'fetch') return { ok: true, value: await reason(String(input)) } as const
  if (name === 'read')
    return { ok: true, value: readFileSync(join(app.getPath('userData'), String(input)), 'utf8') } as const
  return { ok: true, value: { name, input } } as const
}

async function reason(address: string): Promise<unknown> {
  try {
    return (await createFetch(net)(address)).status
  } catch (error) {
    return error instanceof TypeError ? String(error.cause) : 'no TypeError'
  }
}

if (prepare(process.argv)) {
  app.on('second-instance', () => console.error('second'))
  void app.whenReady().then(open)
} else {
  console.error('taken')
  app.exit(0)
}
