import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, join } from 'node:path'

export const dataFile = (folder: string): string => join(folder, 'linekeeper.db')
export const copiesFolder = (folder: string): string => join(folder, 'copies')

export const sizeOf = (path: string): number | null => (existsSync(path) ? statSync(path).size : null)

/** `2026-11-21T18-15-30`: fit for a file name everywhere. UTC. */
export const stamp = (now: number): string => new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')

/** The schema's version as the file's own header tells it, without opening the database; null when there is no such header. */
export function versionInHeader(path: string): number | null {
  if ((sizeOf(path) ?? 0) < 100) return null
  const header = Buffer.alloc(100)
  const file = openSync(path, 'r')
  try {
    readSync(file, header, 0, 100, 0)
  } finally {
    closeSync(file)
  }
  return header.toString('latin1', 0, 15) === 'SQLite format 3' ? header.readUInt32BE(60) : null
}

/** Under another name beside it, with its write-ahead log, which belongs to no other file. Gives the new name. */
export function setAside(path: string, now: number): string {
  const aside = freeName(path.replace(/\.db$/, `.damaged-${stamp(now)}.db`))
  renameSync(path, aside)
  for (const ending of ['-wal', '-shm']) {
    if (existsSync(path + ending)) renameSync(path + ending, aside + ending)
  }
  return basename(aside)
}

function freeName(path: string): string {
  for (let count = 1; ; count++) {
    const name = count === 1 ? path : path.replace(/\.db$/, `-${count}.db`)
    if (!existsSync(name)) return name
  }
}

export const copyInPlace = (copy: string, path: string): void => copyFileSync(copy, path)

export type Copy = { readonly path: string; readonly count: number; readonly at: number }

/** Newest first. Counted, not dated, decides: a clock that was set back must not make the newest copy look like the oldest. */
export function listCopies(folder: string): readonly Copy[] {
  if (!existsSync(copiesFolder(folder))) return []
  return readdirSync(copiesFolder(folder))
    .map((name) => toCopy(folder, name))
    .filter((copy) => copy !== null)
    .sort((a, b) => b.count - a.count)
}

function toCopy(folder: string, name: string): Copy | null {
  const [, count, day, time] = /^linekeeper-(\d+)-(\d{4}-\d\d-\d\d)T(\d\d-\d\d-\d\d)\.db$/.exec(name) ?? []
  if (!count || !day || !time) return null
  return {
    path: join(copiesFolder(folder), name),
    count: Number(count),
    at: Date.parse(`${day}T${time.replaceAll('-', ':')}Z`),
  }
}

export const removeFile = (path: string): void => rmSync(path, { force: true })
