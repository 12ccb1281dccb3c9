import type { HandlersOf } from '../../../shared/contract.ts'
import type { Settings } from '../../../shared/model/settings.ts'
import type { SettingsFile } from '../ports.ts'
import type { Push } from '../pushes.ts'

type Parts = {
  readonly file: Pick<SettingsFile, 'saveSettings'>
  readonly push: Push
  /** Hears of every change, after it is stored. */
  readonly changed: (before: Settings, after: Settings) => void
}

/** The settings in force; the file is written before a change counts. */
export class SettingsBook {
  readonly #parts: Parts
  #settings: Settings

  constructor(parts: Parts, settings: Settings) {
    this.#parts = parts
    this.#settings = settings
  }

  get current(): Settings {
    return this.#settings
  }

  set(change: { readonly [Key in keyof Settings]?: Settings[Key] | undefined }): Settings {
    const before = this.#settings
    const { theme = before.theme, density = before.density, syncEveryMinutes = before.syncEveryMinutes } = change
    const after: Settings = { theme, density, syncEveryMinutes }
    this.#parts.file.saveSettings(after)
    this.#settings = after
    this.#parts.push('settings')
    this.#parts.changed(before, after)
    return after
  }
}

export const settingsHandlers = (settings: SettingsBook): HandlersOf<'settings'> => ({
  'settings.get': () => settings.current,
  'settings.set': (change) => settings.set(change),
})
