import { isMatch, type RequestMatch } from './faults.ts'

/** One request as the carrier saw it. Headers are never kept, so no key can leak from here. */
export type ReceivedRequest = {
  readonly method: string
  /** Raw path with the query. */
  readonly path: string
  /** Epoch milliseconds. */
  readonly at: number
  readonly bodyBytes: number
  /** Null while nothing was answered, or when a fault kept the answer back. */
  readonly status: number | null
  /** What the carrier itself needed to make the answer, without any waiting. */
  readonly ownTimeMs: number
}

export type RequestLog = {
  readonly requests: readonly ReceivedRequest[]
  count(match?: RequestMatch): number
  add(request: ReceivedRequest): void
}

const LIMIT = 20_000

/** Keeps the newest requests; a long-running demo must not grow for ever. */
export function createRequestLog(): RequestLog {
  const requests: ReceivedRequest[] = []
  return {
    requests,
    count: (match) => requests.filter(({ method, path }) => isMatch(match, method, path)).length,
    add(request) {
      if (requests.length >= LIMIT) requests.splice(0, LIMIT / 4)
      requests.push(request)
    },
  }
}
