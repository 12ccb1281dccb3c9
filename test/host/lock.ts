import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * One host for each data folder. The lock is a transaction that never ends: the system takes it back whichever way the
 * process dies, and nothing stale is left to be misread.
 */
const held = new Map<string, DatabaseSync>()
let cameAgain: () => void = () => {}

export function takeLock(folder: string, onSecond: () => void): boolean {
  cameAgain = onSecond
  if (held.has(folder)) return true
  const lock = openLock(folder)
  try {
    lock?.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock?.close()
    return !isBusy(error)
  }
  if (lock !== null) held.set(folder, lock)
  return true
}

/** Null in a folder that can only be read: there is nothing to keep apart, and the app says it better than we could. */
function openLock(folder: string): DatabaseSync | null {
  try {
    return new DatabaseSync(join(folder, 'host-lock'), { timeout: 0 })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR') return null
    throw error
  }
}

const isBusy = (error: unknown): boolean => error instanceof Error && /locked|busy/i.test(error.message)

/** Called by the server when a second start knocks. */
export const announceSecond = (): void => cameAgain()

type Door = { readonly url: string; readonly knock: string }

const doorFile = (folder: string): string => join(folder, 'host-address.json')

/** Where the first one can be found: for the second, and for nobody else on this computer. */
export const writeDoor = (folder: string, door: Door): void =>
  unlessRefused(() => writeFileSync(doorFile(folder), JSON.stringify(door), { mode: 0o600 }))

export const removeDoor = (folder: string): void => unlessRefused(() => rmSync(doorFile(folder), { force: true }))

/** In a folder that can only be read the second one does without. */
function unlessRefused(write: () => void): void {
  try {
    write()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
  }
}

/** Knocks at the host that has this folder open. Its address, or null when nobody answers. */
export async function knock(folder: string): Promise<string | null> {
  try {
    const door: Door = JSON.parse(readFileSync(doorFile(folder), 'utf8'))
    const answer = await fetch(door.knock, { method: 'POST', signal: AbortSignal.timeout(2_000) })
    return answer.ok ? door.url : null
  } catch (error) {
    // No file, half a file, or nobody behind the address: then nobody has it open.
    if (error instanceof Error) return null
    throw error
  }
}
