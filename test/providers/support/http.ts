import type { ProviderContext } from '../../../electron/core/ports.ts'
import { explain } from '../../../electron/providers/callfire-v2/errors.ts'
import { createHttp, createLane, defaultLimits, type HttpLimits } from '../../../electron/providers/http.ts'
import { defaultPacing } from '../../../electron/providers/pacing.ts'
import { createTestClock } from './clock.ts'
import { keys, never } from './provider.ts'
import type { Reply } from './serve.ts'

type Making = Partial<ProviderContext> & {
  readonly fetch?: typeof globalThis.fetch
  /** Left out: the same. */
  readonly fetchOnce?: typeof globalThis.fetch
  readonly limits?: Partial<HttpLimits>
  readonly pacing?: { readonly concurrency: number; readonly requestsPerSecond: number }
}

export function makeHttp(
  address: string,
  { fetch: ownFetch, fetchOnce, limits, pacing = defaultPacing, ...rest }: Making = {},
) {
  const clock = createTestClock()
  const world = {
    ...clock,
    fetch: ownFetch ?? fetch,
    fetchOnce: fetchOnce ?? ownFetch ?? fetch,
    random: () => 0.5,
    limits: { ...defaultLimits, ...limits },
    breathe: async () => undefined,
  }
  const told: (number | null)[] = []
  const context: ProviderContext = {
    accountId: 'account-1',
    api: 'callfire-v2',
    address,
    credentials: async () => keys,
    onWait: (until) => told.push(until),
    ...rest,
  }
  const lane = createLane(world, pacing)
  const http = createHttp({ world, context, lane, ownAddress: 'https://api.callfire.com/v2', explain })
  const get = (path = '/me/account', signal = never) => http.read({ method: 'GET', path, signal })
  const put = (signal = never) =>
    http.write({ method: 'PUT', path: '/numbers/leases/12025550143', body: { autoRenew: false }, signal })
  return { http, get, put, clock, told }
}

/** Answers with each reply in turn, and with the last one from then on. */
export function inTurn(...replies: readonly [Reply, ...Reply[]]) {
  let turn = 0
  return () => replies[Math.min(turn++, replies.length - 1)] ?? replies[0]
}

export const ok: Reply = { body: { id: 1 } }
export const hangUp: Reply = (response) => response.destroy()
export const html: Reply = {
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!doctype html><title>Hotel</title>',
}
