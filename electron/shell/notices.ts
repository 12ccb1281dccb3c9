import type { Host, Log } from '../core/ports.ts'

/** `appId` of electron-builder.yml, under which the installer enters Linekeeper in the Start menu of Windows. */
export const appModelId = 'app.linekeeper.desktop'

/** What Electron's `Notification` has of use here. */
type SystemNotice = {
  on(event: 'click', listener: () => void): unknown
  on(event: 'failed', listener: () => void): unknown
  show(): void
}

type Noticing = {
  readonly notices: {
    readonly isSupported: () => boolean
    new (options: { readonly title: string; readonly body: string }): SystemNotice
  }
  readonly log: Log
  /** Shows the window; somebody clicked a notice. */
  readonly open: () => void
}

/** Kept so that a click still finds its listener; older ones may be forgotten. */
const kept = 20

/** Notices of the operating system. Whoever tells something goes on all the same: a computer may have none, or deny them. */
export function createNotify({ notices, log, open }: Noticing): Host['notify'] {
  let shown: readonly SystemNotice[] = []
  return ({ title, body }) => {
    // What is told is the person's business: the log only hears that telling failed.
    const failed = () => log('warn', 'A notice could not be shown')
    try {
      if (!notices.isSupported()) return
      const notice = new notices({ title, body })
      notice.on('click', open)
      notice.on('failed', failed)
      shown = [notice, ...shown].slice(0, kept)
      notice.show()
    } catch {
      failed()
    }
  }
}
