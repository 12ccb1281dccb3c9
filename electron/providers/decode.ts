import { z } from 'zod'
import type { OddRow } from '../../shared/model/sync.ts'

/** What provider documents are made of. Every member may be missing or null: no API promises any of them. */
export const text = z.string().nullish()
export const flag = z.boolean().nullish()
export const number = z.number().nullish()
export const texts = z.array(z.string()).nullish()
/** Digits come as text or, from some generations of an API, as a JSON number. */
export const digits = z.union([z.string(), z.number().transform(String)], { error: 'string of digits' }).nullish()

/** What the reading of a row wants to say about it besides its value; `path` starts with a dot or is empty. */
export type Remark = (path: string, problem: string) => void

export type RowReader<Wire, Item> = {
  readonly schema: z.ZodType<Wire>
  /** Null: the row lacks the one thing without which it is nothing (its number, its word). */
  readonly toItem: (wire: Wire, remark: Remark) => Item | null
  /** What it lacked then: `.number: expected string of digits`. */
  readonly needs: string
}

export type Rows<Item> = { readonly items: readonly Item[]; readonly odd: readonly OddRow[] }

/** Row by row, so that an odd one never costs the others. `where(3)` names a row: `… items[3]`. */
export function decodeRows<Wire, Item>(
  rows: readonly unknown[],
  reader: RowReader<Wire, Item>,
  where: (index: number) => string,
): Rows<Item> {
  const items: Item[] = []
  const odd: OddRow[] = []
  rows.forEach((raw, index) => {
    const problems: string[] = []
    const wire = readRow(raw, reader.schema, problems)
    const item = wire === null ? null : reader.toItem(wire, (path, problem) => problems.push(`${path}: ${problem}`))
    if (item !== null) items.push(item)
    else if (wire !== null) problems.push(reader.needs)
    for (const problem of new Set(problems)) odd.push({ place: `${where(index)}${problem}`, kept: item !== null })
  })
  return { items, odd }
}

/** A single document; members of another type than documented count as missing. Null: not even an object. */
export const decodeOne = <Wire>(raw: unknown, schema: z.ZodType<Wire>): Wire | null => readRow(raw, schema, [])

/** The fast way for rows as documented; a row that fails loses just the members that are wrong. */
function readRow<Wire>(raw: unknown, schema: z.ZodType<Wire>, problems: string[]): Wire | null {
  const first = schema.safeParse(raw)
  if (first.success) return first.data
  for (const issue of first.error.issues) problems.push(`${toPath(issue.path)}: ${toProblem(issue)}`)
  const paths = first.error.issues.map((issue) => issue.path)
  if (paths.some((path) => path.length === 0)) return null
  const second = schema.safeParse(paths.reduceRight((value, path) => without(value, path), raw))
  return second.success ? second.data : null
}

type Path = readonly PropertyKey[]

const toPath = (path: Path): string =>
  path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')

const toProblem = (issue: z.core.$ZodIssue): string =>
  issue.code === 'invalid_type' ? `expected ${issue.expected}` : `expected ${issue.message}`

/** A copy without the member at the path. Elements of a list are taken out from the last on, so that places stay right. */
function without(value: unknown, [key, ...rest]: Path): unknown {
  if (Array.isArray(value) && typeof key === 'number') {
    return rest.length === 0 ? value.toSpliced(key, 1) : value.with(key, without(value[key], rest))
  }
  if (typeof value !== 'object' || value === null || key === undefined) return value
  const entries = Object.entries(value)
  if (rest.length === 0) return Object.fromEntries(entries.filter(([name]) => name !== key))
  return Object.fromEntries(entries.map(([name, member]) => [name, name === key ? without(member, rest) : member]))
}
