import { Problem } from './problem.ts'

/** What a partial response keeps: a member wholly (null), or only parts of it. */
export type Mask = ReadonlyMap<string, Mask | null>

type Draft = Map<string, Draft | null>

const malformed = (text: string): Problem => new Problem(400, `cannot read the fields parameter: ${text}`)

/** Adds `a/b/c` to a draft; a member once wanted wholly stays whole. */
function plant(draft: Draft, path: readonly string[], inner: Draft | null): void {
  const [head, ...rest] = path
  if (head === undefined) return
  const known = draft.get(head)
  if (known === null) return
  if (rest.length === 0 && inner === null) {
    draft.set(head, null)
    return
  }
  const next: Draft = known ?? new Map()
  draft.set(head, next)
  if (rest.length > 0) plant(next, rest, inner)
  else for (const [name, value] of inner ?? []) plant(next, [name], value)
}

type Reader = { readonly tokens: readonly string[]; at: number; readonly text: string }

function readPath(reader: Reader): readonly string[] {
  const path: string[] = []
  for (;;) {
    const name = reader.tokens[reader.at] ?? ''
    if (!/^\w+$/.test(name)) throw malformed(reader.text)
    path.push(name)
    reader.at += 1
    if (reader.tokens[reader.at] !== '/') return path
    reader.at += 1
  }
}

function readList(reader: Reader): Draft {
  const draft: Draft = new Map()
  for (;;) {
    const path = readPath(reader)
    let inner: Draft | null = null
    if (reader.tokens[reader.at] === '(') {
      reader.at += 1
      inner = readList(reader)
      if (reader.tokens[reader.at] !== ')') throw malformed(reader.text)
      reader.at += 1
    }
    plant(draft, path, inner)
    if (reader.tokens[reader.at] !== ',') return draft
    reader.at += 1
  }
}

/** Reads `id,items(number,region/city)`; blanks are allowed as the carrier's own pages print them. Throws 400. */
export function parseFields(text: string): Mask {
  const reader: Reader = { tokens: text.match(/\w+|[^\s\w]/g) ?? [], at: 0, text }
  const mask = readList(reader)
  if (reader.at < reader.tokens.length) throw malformed(text)
  return mask
}

/** A strict whitelist: what is not named is gone, unknown names keep nothing. */
export function applyMask(value: unknown, mask: Mask): unknown {
  if (Array.isArray(value)) return value.map((item) => applyMask(item, mask))
  if (typeof value !== 'object' || value === null) return value
  const kept: [string, unknown][] = []
  for (const [name, member] of Object.entries(value)) {
    const inner = mask.get(name)
    if (inner !== undefined) kept.push([name, inner === null ? member : applyMask(member, inner)])
  }
  return Object.fromEntries(kept)
}
