/** `before`: nothing happened at the carrier. `after`: it did, and only the answer suffers. */
export type FaultMoment = 'before' | 'after'

/** Words of the carrier's own, as it would answer this very request. */
export type Refusal = { readonly status: number; readonly body: unknown; readonly type?: string }

export type RetryAfter = { readonly seconds: number; readonly form: 'seconds' | 'date' }

export type Fault =
  | { readonly kind: 'latency'; readonly ms: number }
  | {
      readonly kind: 'status'
      readonly status: 400 | 401 | 403 | 404 | 409 | 422 | 429 | 500 | 502 | 503
      readonly retryAfter?: RetryAfter
      readonly when?: FaultMoment
    }
  | { readonly kind: 'reset'; readonly when: FaultMoment }
  /** No answer at all; the connection stays open until somebody closes it. */
  | { readonly kind: 'silent'; readonly when: FaultMoment }
  /** Half of the body. Cut: the connection dies in the middle. Not cut: it ends in good order. */
  | { readonly kind: 'truncated'; readonly cut: boolean }
  | { readonly kind: 'wrongType'; readonly type: string }
  | { readonly kind: 'html' }
  /** Members and enum words that no document knows. */
  | { readonly kind: 'unknown' }
  /** Leaves members out: the named ones, or every other one of each row. */
  | { readonly kind: 'missing'; readonly members?: readonly string[] }
  /** The body arrives in twenty pieces over this time. */
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'huge'; readonly megabytes: number }
  | { readonly kind: 'empty' }
  /** Refused by the carrier's rules: nothing happens. */
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** A text is the whole raw path without the query, where `*` stands for anything; a RegExp sees path and query. */
export type RequestMatch = { readonly method?: string; readonly path?: string | RegExp }

export type FaultRule = {
  readonly match?: RequestMatch
  /** How often it fires; left out: always. */
  readonly times?: number
  /** How many matching requests pass before it starts. */
  readonly after?: number
  readonly fault: Fault
}

export type FaultControl = {
  /** Gives back the way to take this rule away again. */
  add(rule: FaultRule): () => void
  clear(): void
  readonly rules: readonly FaultRule[]
  /** What this request has to suffer; it uses up the rules' counts. Latencies add up, of the others the first wins. */
  take(method: string, target: string): readonly Fault[]
}

const escapeText = (text: string): string => text.replace(/[\\^$.|?+()[\]{}]/g, '\\$&')

const isPathMatch = (path: string | RegExp, target: string): boolean => {
  if (typeof path !== 'string') return new RegExp(path.source, path.flags.replace(/[gy]/g, '')).test(target)
  const bare = target.split('?')[0] ?? ''
  return new RegExp(`^${escapeText(path).replaceAll('*', '.*')}$`).test(bare)
}

/** `target` is the raw path with its query. */
export const isMatch = (match: RequestMatch | undefined, method: string, target: string): boolean =>
  (match?.method === undefined || match.method.toUpperCase() === method) &&
  (match?.path === undefined || isPathMatch(match.path, target))

type Standing = { readonly rule: FaultRule; seen: number; fired: number }

function isDue(standing: Standing): boolean {
  standing.seen += 1
  const { after = 0, times = Number.POSITIVE_INFINITY } = standing.rule
  return standing.seen > after && standing.fired < times
}

export function createFaults(): FaultControl {
  let all: readonly Standing[] = []
  return {
    add(rule) {
      const standing: Standing = { rule, seen: 0, fired: 0 }
      all = [...all, standing]
      return () => {
        all = all.filter((other) => other !== standing)
      }
    },
    clear() {
      all = []
    },
    get rules() {
      return all.map(({ rule }) => rule)
    },
    take(method, target) {
      const taken: Fault[] = []
      for (const standing of all) {
        const isLatency = standing.rule.fault.kind === 'latency'
        if (!isMatch(standing.rule.match, method, target) || !isDue(standing)) continue
        if (!isLatency && taken.some(({ kind }) => kind !== 'latency')) continue
        standing.fired += 1
        taken.push(standing.rule.fault)
      }
      return taken
    },
  }
}
