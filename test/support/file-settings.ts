import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SettingsFile, StoredKeys } from '../../electron/core/ports.ts'
import type { Account } from '../../shared/model/account.ts'
import { defaultSettings, type Settings } from '../../shared/model/settings.ts'

type Content = {
  readonly settings: Settings
  readonly accounts: readonly Account[]
  readonly keys: Readonly<Record<string, StoredKeys>>
}

/** The settings file in plain Node: `settings.json` in the folder, written whole and swapped in. */
export function openFileSettings(folder: string): SettingsFile {
  const path = join(folder, 'settings.json')
  const read = (): Content =>
    existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { settings: defaultSettings, accounts: [], keys: {} }
  const save = (change: Partial<Content>) => {
    writeFileSync(`${path}.new`, JSON.stringify({ ...read(), ...change }))
    renameSync(`${path}.new`, path)
  }
  return {
    read,
    saveSettings: (settings) => save({ settings }),
    saveAccounts: (accounts) => save({ accounts }),
    saveKeys: (keys) => save({ keys }),
    notices: [],
  }
}
