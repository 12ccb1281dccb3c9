export type Found<Action> = {
  readonly found: true
  readonly action: Action
  /** Path parameters by name, percent-decoded. */
  readonly parameters: Readonly<Record<string, string>>
}

/** 400: a percent escape that does not decode. 405 names the methods that the path knows. */
export type NotFound = { readonly found: false; readonly status: 400 | 404 | 405; readonly allow: readonly string[] }

export type Router<Action> = (method: string, path: string) => Found<Action> | NotFound

type Branch<Action> = {
  readonly literals: Map<string, Branch<Action>>
  readonly actions: Map<string, { readonly action: Action; readonly names: readonly string[] }>
  any: Branch<Action> | null
}

const createBranch = <Action>(): Branch<Action> => ({ literals: new Map(), actions: new Map(), any: null })

const nameOf = (segment: string): string | null => /^\{(\w+)\}$/.exec(segment)?.[1] ?? null

function grow<Action>(root: Branch<Action>, key: string, action: Action): void {
  const [method = '', path = ''] = key.split(' ')
  const names: string[] = []
  let branch = root
  for (const segment of path.slice(1).split('/')) {
    const name = nameOf(segment)
    if (name !== null) names.push(name)
    const known = name === null ? branch.literals.get(segment) : branch.any
    const next = known ?? createBranch<Action>()
    if (name === null) branch.literals.set(segment, next)
    else branch.any = next
    branch = next
  }
  branch.actions.set(method, { action, names })
}

/** Literal segments win over `{parameter}`; the parameter is tried only when the literal leads nowhere. */
function walk<Action>(
  branch: Branch<Action>,
  segments: readonly string[],
  values: readonly string[],
): { readonly branch: Branch<Action>; readonly values: readonly string[] } | null {
  const [head, ...tail] = segments
  if (head === undefined) return branch.actions.size > 0 ? { branch, values } : null
  const literal = branch.literals.get(head)
  const straight = literal ? walk(literal, tail, values) : null
  if (straight || !branch.any || head === '') return straight
  return walk(branch.any, tail, [...values, head])
}

function decodeAll(values: readonly string[]): readonly string[] | null {
  try {
    return values.map(decodeURIComponent)
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}

/** Keys read `GET /numbers/leases/{number}`. */
export function createRouter<Action>(actions: Readonly<Record<string, Action>>): Router<Action> {
  const root = createBranch<Action>()
  for (const [key, action] of Object.entries(actions)) grow(root, key, action)
  return (method, path) => {
    const end = path.startsWith('/') ? walk(root, path.slice(1).split('/'), []) : null
    if (!end) return { found: false, status: 404, allow: [] }
    const match = end.branch.actions.get(method)
    if (!match) return { found: false, status: 405, allow: [...end.branch.actions.keys()] }
    const values = decodeAll(end.values)
    if (!values) return { found: false, status: 400, allow: [] }
    const parameters = Object.fromEntries(match.names.map((name, index) => [name, values[index] ?? '']))
    return { found: true, action: match.action, parameters }
  }
}
