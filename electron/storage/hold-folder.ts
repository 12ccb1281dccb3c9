import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Held as long as this process lives, and not let go before: the system takes it back whichever way the process ends. */
const held = new Map<string, DatabaseSync>()

/**
 * Whether this process has the data folder for itself. The desktop keeps two windows of one program apart; this also keeps apart what
 * it does not take for one program. Each would hold accounts and settings in memory, and write its own over the other's.
 */
export function holdFolder(folder: string): boolean {
  if (held.has(folder)) return true
  const lock = open(join(folder, 'in-use'))
  try {
    lock?.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock?.close()
    return !isBusy(error)
  }
  if (lock) held.set(folder, lock)
  return true
}

/** Null where nothing can be written, and so nothing can be written over. */
function open(path: string): DatabaseSync | null {
  try {
    return new DatabaseSync(path, { timeout: 0 })
  } catch (error) {
    if (codeOf(error) !== 0) return null
    throw error
  }
}

const busy = 5
const isBusy = (error: unknown): boolean => (codeOf(error) & 0xff) === busy

const codeOf = (error: unknown): number =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : 0
