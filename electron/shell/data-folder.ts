import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'

/** The folder that `--data DIR` or `--data=DIR` names, absolute; null when none is named. */
export function toDataFolder(args: readonly string[], workingFolder: string): string | null {
  const joined = args.find((arg) => arg.startsWith('--data='))?.slice('--data='.length)
  const place = args.indexOf('--data')
  const named = joined ?? (place === -1 ? undefined : args[place + 1])
  return named === undefined || named === '' || named.startsWith('--') ? null : resolve(workingFolder, named)
}

/** A data folder that cannot serve. The message is for the person: what is wrong with it, and the way out. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError'

  constructor(what: string, cause: unknown) {
    super(`${what} ${reasonOf(cause)}. Mend that or name another folder with --data, then start Linekeeper again.`, {
      cause,
    })
  }
}

/** Throws DataFolderError. */
export function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new DataFolderError(`The data folder “${folder}” cannot be used:`, error)
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return reasons[code] ?? 'the disk did not answer as it should'
}

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'a file stands in its place',
  ENOTDIR: 'a file stands in its place',
  EISDIR: 'a folder stands in its place',
  EACCES: 'this computer does not allow it',
  EPERM: 'this computer does not allow it',
  EROFS: 'its disk can only be read',
  ENOSPC: 'the disk is full',
  ENOENT: 'there is no such place on this computer',
}
