import type { Fault, FaultRule, RequestMatch, RetryAfter } from './faults.ts'

/** A `--fault` that cannot be understood; the message is one sentence for the person who typed it. */
export class FaultSyntaxError extends Error {
  override readonly name = 'FaultSyntaxError'
}

export const faultUsage = `FAULT[@[METHOD ][PATH]][*TIMES][+SKIP], for example "429:2@GET /v2/numbers*3" or "reset-after@POST /v2/orders/numbers*1"
    PATH is the whole path, without the query; * in it stands for anything ("/v2/numbers/*").
    *TIMES: how often it fires (always).   +SKIP: how many requests pass first (0).
    Faults:
      latency:MS             adds waiting time
      401 403 404 500 503    answers that status, nothing happens (500-after: it happened, the answer is 500; also 503-after)
      429 429:S 429:Sdate    too many requests; Retry-After in S seconds, or as a date
      503:S 503:Sdate        the same for 503
      reset reset-after      drops the connection before / after the effect
      silent silent-after    never answers, without / with the effect
      truncated half         half a body: the connection dies / ends in good order
      wrong-type html        answers JSON as text/plain / an HTML page
      unknown missing        extra members and unknown words / members left out (missing:number,status)
      slow:MS huge:MB empty  body in small pieces over MS / MB megabytes long / no body`

type Reader = (argument: string | undefined) => Fault | null

const whole = (text: string | undefined, fallback: number | null): number | null => {
  if (text === undefined) return fallback
  return /^\d{1,7}$/.test(text) ? Number(text) : null
}

const retryAfterOf = (text: string): RetryAfter | null => {
  const match = /^(\d{1,7})(date)?$/.exec(text)
  return match ? { seconds: Number(match[1]), form: match[2] ? 'date' : 'seconds' } : null
}

const plain =
  (fault: Fault): Reader =>
  (argument) =>
    argument === undefined ? fault : null

const measured =
  (fallback: number | null, toFault: (amount: number) => Fault): Reader =>
  (argument) => {
    const amount = whole(argument, fallback)
    return amount === null ? null : toFault(amount)
  }

const waiting =
  (status: 429 | 503): Reader =>
  (argument) => {
    if (argument === undefined) return { kind: 'status', status }
    const retryAfter = retryAfterOf(argument)
    return retryAfter && { kind: 'status', status, retryAfter }
  }

const readers: Readonly<Record<string, Reader>> = {
  latency: measured(null, (ms) => ({ kind: 'latency', ms })),
  400: plain({ kind: 'status', status: 400 }),
  401: plain({ kind: 'status', status: 401 }),
  403: plain({ kind: 'status', status: 403 }),
  404: plain({ kind: 'status', status: 404 }),
  409: plain({ kind: 'status', status: 409 }),
  422: plain({ kind: 'status', status: 422 }),
  429: waiting(429),
  500: plain({ kind: 'status', status: 500 }),
  502: plain({ kind: 'status', status: 502 }),
  503: waiting(503),
  '500-after': plain({ kind: 'status', status: 500, when: 'after' }),
  '503-after': plain({ kind: 'status', status: 503, when: 'after' }),
  reset: plain({ kind: 'reset', when: 'before' }),
  'reset-after': plain({ kind: 'reset', when: 'after' }),
  silent: plain({ kind: 'silent', when: 'before' }),
  'silent-after': plain({ kind: 'silent', when: 'after' }),
  truncated: plain({ kind: 'truncated', cut: true }),
  half: plain({ kind: 'truncated', cut: false }),
  'wrong-type': plain({ kind: 'wrongType', type: 'text/plain' }),
  html: plain({ kind: 'html' }),
  unknown: plain({ kind: 'unknown' }),
  missing: (argument) =>
    argument === undefined ? { kind: 'missing' } : { kind: 'missing', members: argument.split(',') },
  slow: measured(3000, (ms) => ({ kind: 'slow', ms })),
  huge: measured(50, (megabytes) => ({ kind: 'huge', megabytes })),
  empty: plain({ kind: 'empty' }),
}

/** The part before the `@`, which is also what the `x-demo-fault` header carries. */
export function parseFaultName(text: string): Fault {
  const [name = '', argument] = text.trim().split(':', 2)
  const fault = Object.hasOwn(readers, name) ? readers[name]?.(argument) : null
  if (!fault) throw new FaultSyntaxError(`"${text}" is not a fault; --help lists them.`)
  return fault
}

const methodOf = /^(GET|POST|PUT|PATCH|DELETE)\b\s*/

function parseMatch(text: string): RequestMatch {
  const method = methodOf.exec(text)?.[1]
  const path = text.replace(methodOf, '').trim()
  if (path !== '' && !path.startsWith('/')) {
    throw new FaultSyntaxError(`"${text}" should be a method, a path that starts with "/", or both.`)
  }
  return { ...(method && { method }), ...(path && { path }) }
}

/** Reads `faultUsage`'s syntax; throws a `FaultSyntaxError`. */
export function parseFault(text: string): FaultRule {
  const counts = /^(.*?)(?:\*(\d+))?(?:\+(\d+))?$/.exec(text.trim())
  const [, rest = '', times, after] = counts ?? []
  const at = rest.indexOf('@')
  return {
    fault: parseFaultName(at < 0 ? rest : rest.slice(0, at)),
    ...(at >= 0 && { match: parseMatch(rest.slice(at + 1).trim()) }),
    ...(times !== undefined && { times: Number(times) }),
    ...(after !== undefined && { after: Number(after) }),
  }
}
