import type { Session } from 'electron'
import { isOurPage } from './page-origin.ts'

/** Copying a number is all that the page may do beyond showing itself. */
const allowed: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

type Guarded = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
>

/** Refuses what pages may ask for; Electron grants everything where no handler is set. */
export function denyPermissions(session: Guarded): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(allowed.has(permission) && isOurPage(details.requestingUrl))
  })
  session.setPermissionCheckHandler((_contents, permission, origin) => allowed.has(permission) && isOurPage(origin))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}))
}
