import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Fault } from '../../electron/demo/kit/faults.ts'
import { type Desks, openDesks } from './support/desks.ts'
import { failureOf, never } from './support/provider.ts'
import { type Spending, spendings } from './support/spending.ts'

let here: Desks

beforeAll(async () => {
  here = await openDesks(40)
})
afterAll(() => here.carriers.close())

const ask = { city: null, state: null, zip: null, prefix: '206', rateCenter: null, pattern: null } as const

/** A number that may be bought, or for a release one that is owned. */
async function thingFor({ api, method }: Spending): Promise<string> {
  const { provider } = here.open(api)
  if (method === 'DELETE') {
    for await (const { items } of provider.numbers.pull(never)) return items.at(-1)?.number ?? ''
  }
  const pages = provider.market?.search({ ...ask, kind: 'local', count: 1 }, never) ?? []
  for await (const { items } of pages) if (items[0]) return items[0].number
  throw new Error('nothing for sale')
}

type Met = readonly [name: string, fault: Fault, outcome: string]

/** The demo carriers do what they are asked although the answer suffers, or do not; both look alike from here. */
const met: readonly Met[] = [
  ['a connection reset before', { kind: 'reset', when: 'before' }, 'unsure'],
  ['a connection reset after it happened', { kind: 'reset', when: 'after' }, 'unsure'],
  ['silence', { kind: 'silent', when: 'before' }, 'unsure'],
  ['silence after it happened', { kind: 'silent', when: 'after' }, 'unsure'],
  ['500', { kind: 'status', status: 500 }, 'broken'],
  ['500 after it happened', { kind: 'status', status: 500, when: 'after' }, 'broken'],
  ['503 with a wait', { kind: 'status', status: 503, retryAfter: { seconds: 2, form: 'seconds' } }, 'broken'],
  ['503 after it happened', { kind: 'status', status: 503, when: 'after' }, 'broken'],
  ['502 after it happened', { kind: 'status', status: 502, when: 'after' }, 'unsure'],
  ['400', { kind: 'status', status: 400 }, 'refused'],
  ['401', { kind: 'status', status: 401 }, 'unauthorized'],
  ['403', { kind: 'status', status: 403 }, 'forbidden'],
  ['404', { kind: 'status', status: 404 }, 'notFound'],
  ['409', { kind: 'status', status: 409 }, 'refused'],
  ['429 with a wait', { kind: 'status', status: 429, retryAfter: { seconds: 2, form: 'seconds' } }, 'busy'],
]

/** Answers that only a body can suffer; a release has none. */
const metByBodies: readonly Met[] = [
  ['an answer cut short', { kind: 'truncated', cut: true }, 'unsure'],
  ['half an answer in good order', { kind: 'truncated', cut: false }, 'unsure'],
  ['the page of a hotel', { kind: 'html' }, 'unsure'],
]

const spent = ({ api, method, path }: Spending, thing: string) =>
  here.desks[api].server.count({ method, path: new RegExp(`${path(thing)}$`) })

describe.each(spendings)('$name at the demo carriers', (spending) => {
  const { api, method, send } = spending
  beforeEach(() => here.desks[api].faults.clear())

  const meet = async (fault: Fault) => {
    const thing = await thingFor(spending)
    const [before, happened] = [spent(spending, thing), here.desks[api].ledger.effects.length]
    here.desks[api].faults.add({ fault, match: { method }, times: 1 })
    const { provider } = here.open(api, fault.kind === 'silent' ? { attemptMs: 300 } : {})
    const outcome = await failureOf(send(provider, thing)).catch((error: Error) => ({ kind: error.message }))
    expect(spent(spending, thing) - before).toBe(1)
    return { outcome, happened: here.desks[api].ledger.effects.length - happened }
  }

  const all = method === 'DELETE' ? met : [...met, ...metByBodies]
  it.each(all)('meets %s and is asked for once', async (_name, fault, kind) => {
    const { outcome, happened } = await meet(fault)
    expect(outcome).toMatchObject({ kind })
    if (!['unsure', 'broken'].includes(kind)) expect(happened).toBe(0)
  })

  it.each<readonly [string, Fault]>([
    ['an empty answer', { kind: 'empty' }],
    ['a wrong content type', { kind: 'wrongType', type: 'text/plain' }],
    ['unknown members and words', { kind: 'unknown' }],
    ['members left out', { kind: 'missing' }],
    ['slow bytes', { kind: 'slow', ms: 30 }],
    ['latency', { kind: 'latency', ms: 20 }],
  ])('happened, and is asked for once, in spite of %s', async (_name, fault) => {
    expect((await meet(fault)).outcome).toEqual({ kind: 'nothing failed' })
  })
})
