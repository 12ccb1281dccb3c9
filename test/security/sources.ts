import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** Files of a folder as `path -> text`, with comments taken out: a rule that is talked about is not broken. */
export function readCode(folder: string, endings: RegExp): ReadonlyMap<string, string> {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((file) =>
    endings.test(file),
  )
  return new Map(
    files.map((file) => [
      join(folder, file).split(sep).join('/'),
      withoutComments(readFileSync(join(root, folder, file), 'utf8')),
    ]),
  )
}

export const read = (file: string): string => readFileSync(join(root, file), 'utf8')

const withoutComments = (code: string): string => code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')

/** Which files hold text that fits, as `file: text`. */
export const found = (code: ReadonlyMap<string, string>, pattern: RegExp): readonly string[] =>
  [...code].flatMap(([file, text]) =>
    [...text.matchAll(new RegExp(pattern, 'g'))].map(([hit]) => `${file}: ${hit.trim()}`),
  )
