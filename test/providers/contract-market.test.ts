import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Fault } from '../../electron/demo/kit/faults.ts'
import { findPattern, toNational } from '../../shared/pattern.ts'
import { pattern, searchAt } from './support/asking.ts'
import { type Desks, everyApi, openDesks } from './support/desks.ts'
import { failureOf, never } from './support/provider.ts'

let here: Desks

beforeAll(async () => {
  here = await openDesks(40)
})
afterAll(() => here.carriers.close())

/** Several pages at Flowroute, several exchanges at CallFire, and something to filter here at both. */
const ask = { state: 'WA', pattern: pattern('*2*5*'), count: 300 } as const
const passing: readonly (readonly [string, Fault])[] = [
  ['429 in seconds', { kind: 'status', status: 429, retryAfter: { seconds: 3, form: 'seconds' } }],
  ['500', { kind: 'status', status: 500 }],
  ['a reset connection', { kind: 'reset', when: 'before' }],
  ['a body cut short', { kind: 'truncated', cut: true }],
  ['a wrong content type', { kind: 'wrongType', type: 'text/plain' }],
  ['unknown members and words', { kind: 'unknown' }],
  ['slow bytes', { kind: 'slow', ms: 40 }],
]
const failing: readonly (readonly [string, Fault, string])[] = [
  ['401', { kind: 'status', status: 401 }, 'unauthorized'],
  ['403', { kind: 'status', status: 403 }, 'forbidden'],
  ['400', { kind: 'status', status: 400 }, 'refused'],
  ['500 for good', { kind: 'status', status: 500 }, 'broken'],
  ['429 for good', { kind: 'status', status: 429 }, 'busy'],
  ['dead connections', { kind: 'reset', when: 'before' }, 'offline'],
  ['half a document', { kind: 'truncated', cut: false }, 'garbled'],
  ['a page of a hotel', { kind: 'html' }, 'garbled'],
  ['nothing', { kind: 'empty' }, 'garbled'],
]

describe.each(everyApi)('the market of %s', (api) => {
  const open = () => here.open(api).provider
  const search = (signal = never) => searchAt(open(), ask, signal)
  beforeEach(() => here.desks[api].faults.clear())

  it('gives as many as were wanted, each once, and all of them what was asked for', async () => {
    const { items, numbers, odd, notes } = await search()
    expect([numbers.length, new Set(numbers).size, odd]).toEqual([300, 300, []])
    for (const { number, kind, place } of items) {
      expect(findPattern(ask.pattern, toNational(number) ?? '')).not.toBeNull()
      expect([kind, place.state]).toEqual(['local', 'WA'])
    }
    for (const note of notes) expect(note).toMatch(/^[A-Z].*\.$/)
    expect(new Set(notes).size).toBe(notes.length)
  })

  it('gives toll-free numbers and nothing else when these were asked for', async () => {
    const { items } = await searchAt(open(), { kind: 'tollFree', pattern: pattern('8*7'), count: 40 })
    expect(items).toHaveLength(40)
    expect(items.every(({ kind, number }) => kind === 'tollFree' && number.endsWith('7'))).toBe(true)
  })

  it('gives what there is when there is less', async () => {
    const { numbers } = await searchAt(open(), { prefix: '206', count: 5000 })
    expect(numbers.length).toBeGreaterThan(100)
    expect(numbers.length).toBeLessThan(5000)
  })

  it.each(passing)('is searched in spite of %s', async (_name, fault) => {
    const wanted = (await search()).numbers
    here.desks[api].faults.add({ fault, times: 2, after: 1 })
    expect((await search()).numbers.toSorted()).toEqual(wanted.toSorted())
  })

  it.each(failing)('says why nothing was found when it meets %s', async (_name, fault, kind) => {
    here.desks[api].faults.add({ fault })
    expect(await failureOf(search())).toMatchObject({ kind, accountId: 'account-1' })
  })

  it('loses no number to members that are missing', async () => {
    here.desks[api].faults.add({ fault: { kind: 'missing', members: ['region', 'monthly_cost', 'state'] } })
    const { items } = await searchAt(open(), { prefix: '206', count: 30 })
    expect(items).toHaveLength(30)
    expect(items.every(({ monthly }) => monthly === null)).toBe(true)
  })

  it('tells of some numbers which are still there', async () => {
    const { numbers } = await searchAt(open(), { prefix: '206', count: 3 })
    const [bought = '', ...others] = numbers
    const sold = bought.slice(1)
    const { callfireV2, flowrouteV2 } = here.carriers
    const isSold = api === 'callfire-v2' ? callfireV2.books.market.sell(sold) : flowrouteV2.books.sellElsewhere(sold)
    expect(isSold).toBe(true)
    const left = await open().market?.recheck(numbers, never)
    expect(left?.map(({ number }) => number).toSorted()).toEqual(others.toSorted())
  })

  it.each(failing)('never takes %s for a number that is sold', async (_name, fault, kind) => {
    const { numbers } = await searchAt(open(), { prefix: '206', count: 3 })
    here.desks[api].faults.add({ fault })
    expect(await failureOf(open().market?.recheck(numbers, never) ?? Promise.resolve())).toMatchObject({ kind })
  })

  it('stops when it is told to, and leaves nothing running', async () => {
    const stop = new AbortController()
    here.desks[api].faults.add({ fault: { kind: 'silent', when: 'before' }, after: 1 })
    const stopped = failureOf(search(stop.signal))
    setImmediate(() => stop.abort())
    expect(await stopped).toMatchObject({ kind: 'cancelled' })
  })

  it('reads one number that is owned, and knows of another that it is not', async () => {
    for await (const { items } of open().numbers.pull(never)) {
      const [first] = items
      if (first === undefined) continue
      expect((await open().numbers.read(first.number, never))?.number).toMatchObject({ number: first.number })
      break
    }
    expect(await open().numbers.read('+12065550199', never)).toBeNull()
  })

  it.each(failing)('never takes %s for a number that is gone', async (_name, fault, kind) => {
    here.desks[api].faults.add({ fault })
    const read = failureOf(open().numbers.read('+12065550199', never))
    expect(await read).toMatchObject({ kind: kind === 'refused' ? expect.stringMatching(/refused|forbidden/) : kind })
  })
})
