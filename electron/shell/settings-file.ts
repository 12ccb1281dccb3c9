import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ipcMain } from 'electron'
import Store from 'electron-store'
import type { Notice, Settings } from '../../shared/model/settings.ts'
import type { Log, SettingsFile } from '../core/ports.ts'
import { DataFolderError, makeDataFolder } from './data-folder.ts'
import { onDisk } from './disk.ts'
import { decodeContent, emptyContent, isRecord, type SettingsContent } from './settings-records.ts'
import { settingsVersion, toToday } from './settings-versions.ts'

export type SettingsWorld = {
  readonly folder: string
  readonly now: () => number
  readonly log: Log
  readonly onSettings: (settings: Settings) => void
}

/** Reads once and keeps the content at hand; every change writes the whole small file at once, or fails whole. */
export function openSettings({ folder, now, log, onSettings }: SettingsWorld): SettingsFile {
  makeDataFolder(folder)
  const file = join(folder, 'settings.json')
  const opened = readSettings(file, now())
  for (const { sentence } of opened.notices) log('warn', sentence)
  let content = opened.content
  const save = (change: Partial<SettingsContent>) => {
    const next = { ...content, ...change }
    onDisk(() => write(folder, next))
    // Whole and just written: what a damaged file is brought back from. A folder that takes no more files has said so above.
    copy(file, copyOf(file))
    content = next
  }
  onSettings(content.settings)
  return {
    read: () => content,
    saveSettings: (settings) => {
      save({ settings })
      onSettings(settings)
    },
    saveAccounts: (accounts) => save({ accounts }),
    saveKeys: (keys) => save({ keys }),
    notices: opened.notices,
  }
}

/** Made for each write, after the file was read and a damaged one copied: the library stops at a file it cannot parse. */
function write(folder: string, content: SettingsContent): void {
  const store = new Store({
    cwd: folder,
    name: 'settings',
    configFileMode: 0o600,
    clearInvalidConfig: true,
    accessPropertiesByDotNotation: false,
  })
  // The library opens a channel that answers any page; ours has no use for it.
  ipcMain.removeAllListeners('electron-store-get-data')
  store.store = { version: settingsVersion, ...content }
}

type Opened = { readonly content: SettingsContent; readonly notices: readonly Notice[] }

function readSettings(file: string, now: number): Opened {
  const copied = readCopy(copyOf(file))
  if (!existsSync(file)) return copied ? { content: copied, notices: [tell(now, 'missing')] } : fresh
  const parsed = parse(readText(file))
  if (!isRecord(parsed) || !isRecord(parsed.keys) || !Array.isArray(parsed.accounts)) {
    if (copied) return { content: copied, notices: [setAside(file, now, 'copied')] }
    if (!isRecord(parsed)) return { content: emptyContent, notices: [setAside(file, now, 'damaged')] }
  }
  const today = toToday(parsed)
  const { content, whole } = decodeContent(today.file)
  if (today.newer) return { content, notices: [setAside(file, now, 'newer')] }
  return { content, notices: whole ? [] : [setAside(file, now, 'partly damaged')] }
}

const fresh: Opened = { content: emptyContent, notices: [] }

const copyOf = (file: string): string => file.replace(/\.json$/, '.copy.json')

/** Null: there is none, or it is no better than what it would stand in for. */
function readCopy(file: string): SettingsContent | null {
  if (!existsSync(file)) return null
  const parsed = parse(readText(file))
  if (!isRecord(parsed)) return null
  const { content, whole } = decodeContent(toToday(parsed).file)
  return whole ? content : null
}

/** What cannot be read is not taken for empty: the next change would write over it. */
function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new DataFolderError(`The settings file “${file}” cannot be read:`, error)
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

const sentences = {
  copied:
    'The settings file was damaged, and its last copy took its place. Look through your accounts; nothing is lost.',
  missing: 'The settings file was gone, and its last copy took its place. Look through your accounts; nothing is lost.',
  damaged:
    'The settings file was damaged, so your accounts must be added again; what was read from them is still here.',
  newer: 'The settings were last written by a newer Linekeeper; what this version knows of them is used.',
  'partly damaged':
    'A part of the settings file could not be read and was left out; please look through your accounts.',
} as const

const tell = (now: number, why: keyof typeof sentences, more = ''): Notice => ({
  id: `settings-${now}`,
  kind: 'settingsReset',
  sentence: sentences[why] + more,
})

function setAside(file: string, now: number, why: keyof typeof sentences): Notice {
  const name = `settings.${new Date(now).toISOString().replaceAll(':', '-')}.json`
  const kept = copy(file, join(file, '..', name))
  return tell(now, why, kept ? ` The file as it was is kept in the data folder as “${name}”.` : '')
}

function copy(from: string, to: string): boolean {
  try {
    copyFileSync(from, to)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false
    throw error
  }
}
