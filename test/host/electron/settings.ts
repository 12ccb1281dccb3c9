import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What the one who starts the host decides, before main runs. */
export type HostSettings = {
  /** Holds `package.json` and `out/`. */
  readonly appFolder: string
  readonly version: string
  /** The data folder when main names none. */
  readonly userData: string
  /** Ends the process; tests that run the host inside their own hand in something else. */
  readonly exit: (code: number) => void
}

let current: HostSettings = {
  appFolder: process.cwd(),
  version: '0.0.0',
  userData: join(tmpdir(), 'linekeeper'),
  exit: (code) => process.exit(code),
}

export const hostSettings = (): HostSettings => current

export function applyHostSettings(settings: Partial<HostSettings>): void {
  current = { ...current, ...settings }
}
