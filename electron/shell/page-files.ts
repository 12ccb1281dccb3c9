import { readFile } from 'node:fs/promises'
import { extname, isAbsolute, join, relative } from 'node:path'

export type PageFile = { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string }

/** A file of the page, or null when the path leads nowhere or out of the folder. */
export async function readPageFile(root: string, path: string): Promise<PageFile | null> {
  const file = toFile(root, path)
  const type = file === null ? undefined : types[extname(file)]
  if (file === null || type === undefined) return null
  try {
    return { bytes: await readFile(file), type }
  } catch (error) {
    if (isAbsence(error)) return null
    throw error
  }
}

/**
 * `path` is an address's path as sent. It is joined, not resolved: it starts with a slash, and resolving would take that
 * for the root of the disk.
 */
export function toFile(root: string, path: string): string | null {
  const decoded = decode(path)
  if (decoded === null || decoded.includes('\0') || decoded.includes('\\')) return null
  const file = join(root, decoded === '/' ? 'index.html' : decoded)
  const inside = relative(root, file)
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? null : file
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}

const isAbsence = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG'].includes(`${error.code}`)

/** What a page of ours is made of; nothing else is served. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}
