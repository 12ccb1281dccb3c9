/** Bends a JSON answer the way a carrier does when it adds or loses members without notice. */

type Bend = (name: string, value: unknown) => readonly (readonly [string, unknown])[]

const isPlainObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Rebuilds a value; `bend` sees each member of the objects from `depth` arrays inwards. */
function rebuild(value: unknown, bend: Bend, depth: number): unknown {
  if (Array.isArray(value)) return value.map((item) => rebuild(item, bend, depth - 1))
  if (!isPlainObject(value)) return value
  const members = Object.entries(value).map(([name, member]) => [name, rebuild(member, bend, depth)] as const)
  return Object.fromEntries(depth > 0 ? members : members.flatMap(([name, member]) => bend(name, member)))
}

const hasArray = (value: unknown): boolean =>
  Array.isArray(value) || (isPlainObject(value) && Object.values(value).some((member) => Array.isArray(member)))

/** Adds a member to every object, and puts an unknown word in place of each string member named in `words`. */
export function addUnknown(body: unknown, words: ReadonlySet<string>): unknown {
  const extended = rebuild(
    body,
    (name, value) => [[name, words.has(name) && typeof value === 'string' ? 'X_UNHEARD_OF' : value]],
    0,
  )
  const spread = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(spread)
    if (!isPlainObject(value)) return value
    const members = Object.entries(value).map(([name, member]) => [name, spread(member)])
    return { ...Object.fromEntries(members), xAddedYesterday: { since: 'v9', list: [1, null] } }
  }
  return spread(extended)
}

const identity = new Set(['id', 'number', 'keyword', 'type', 'attributes', 'data', 'items'])

/** Without names: every other member of each row goes, but never what identifies the row. */
export function dropMembers(body: unknown, members: readonly string[] | undefined): unknown {
  if (members) return rebuild(body, (name, value) => (members.includes(name) ? [] : [[name, value]]), 0)
  let turn = 0
  const everyOther: Bend = (name, value) => {
    if (identity.has(name)) return [[name, value]]
    turn += 1
    return turn % 2 === 0 ? [] : [[name, value]]
  }
  return rebuild(body, everyOther, hasArray(body) ? 1 : 0)
}
