import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '..', 'fixtures')

/** A reply as documented, one a file. */
export const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8')
export const fixture = (name: string): unknown => JSON.parse(textOf(name))
