import { z } from 'zod'

export const settings = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['compact', 'normal', 'comfortable']),
  /** Whole minutes between syncs while open; 0 switches them off. */
  syncEveryMinutes: z.int().min(0).max(1440),
})
export type Settings = z.infer<typeof settings>

export const defaultSettings: Settings = { theme: 'system', density: 'normal', syncEveryMinutes: 15 }

/** How the operating system would keep keys; `weak` and `none` offer session or passphrase only. */
export type KeystoreState =
  | { readonly kind: 'protected'; readonly backend: string }
  | { readonly kind: 'weak'; readonly backend: string }
  | { readonly kind: 'none' }
  /** The system's key store has not answered yet; it may be showing a prompt. */
  | { readonly kind: 'pending' }

/** Something that happened to the data while opening it, told once. */
export type Notice = {
  readonly id: string
  readonly kind:
    | 'restoredCopy'
    | 'startedEmpty'
    | 'setAside'
    | 'notWritable'
    | 'settingsReset'
    | 'clockBack'
    | 'listEmptied'
    | 'orderSettled'
    | 'searchFound'
  /** A whole sentence that says what happened, and what to do. */
  readonly sentence: string
}

export type AppInfo = {
  readonly version: string
  readonly host: 'electron' | 'browser'
  readonly dataFolder: string
  readonly keystore: KeystoreState
  readonly online: boolean
  readonly notices: readonly Notice[]
}
