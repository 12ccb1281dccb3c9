import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Page, Provider } from '../../electron/core/ports.ts'
import type { Fault } from '../../electron/demo/kit/faults.ts'
import { facetNames } from '../../shared/model/account.ts'
import { type Desks, everyApi, type Opened, openDesks } from './support/desks.ts'
import { collect, failureOf, never, type Pulled } from './support/provider.ts'

/** Enough for several pages at either provider. */
const owned = 1250
let here: Desks

beforeAll(async () => {
  here = await openDesks(owned)
})
afterAll(() => here.carriers.close())

/** Only silence has to be waited out; everywhere else a short limit would measure how busy the machine is. */
const patienceWith = (fault: Fault) => (fault.kind === 'silent' ? { attemptMs: 1500 } : {})

type Opening = (changes?: Parameters<Desks['open']>[1]) => Opened
type Lists = Readonly<Record<string, (signal: AbortSignal) => AsyncIterable<Page<unknown>>>>

/** Every list that this provider has. */
function listsOf({ numbers, leaseConfigs, routes, keywords, doNotContact, orders, market }: Provider): Lists {
  const { pullDetails } = numbers
  const details = async function* (signal: AbortSignal) {
    const all = await collect(numbers.pull(signal))
    if (pullDetails)
      yield* pullDetails(
        all.items.map(({ number }) => number),
        signal,
      )
  }
  const { regions, exchanges, areaCodes } = market ?? {}
  return {
    numbers: numbers.pull,
    ...(pullDetails && { details }),
    ...(leaseConfigs && { leaseConfigs: leaseConfigs.pull }),
    ...(routes && { routes: routes.pull }),
    ...(keywords && { keywords: keywords.pull }),
    ...(doNotContact && { doNotContact: doNotContact.pull }),
    ...(orders && { orders: orders.pull }),
    ...(areaCodes && { areaCodes }),
    ...(regions && { regions: (signal) => regions({}, signal) }),
    ...(exchanges && { exchanges: (signal) => exchanges(null, signal) }),
  }
}

const numbersOf = async ({ provider }: Opened, signal = never) => collect(provider.numbers.pull(signal))
const sorted = ({ items }: Pulled<{ readonly number: string }>) => items.map(({ number }) => number).toSorted()

describe.each(everyApi)('%s', (api) => {
  const open: Opening = (changes) => here.open(api, changes)
  beforeEach(() => here.desks[api].faults.clear())

  it('reads every row of every list, none of them odd', async () => {
    const { provider } = open()
    for (const [name, pull] of Object.entries(listsOf(provider))) {
      const { items, odd } = await collect(pull(never))
      expect([name, odd]).toEqual([name, []])
      expect(items.length, name).toBeGreaterThan(0)
    }
    expect(new Set(sorted(await numbersOf(open()))).size).toBe(owned)
  })

  it('has what its facets name, and knows itself', () => {
    const { provider } = open()
    expect(provider.api).toBe(api)
    expect(provider.facets.filter((facet) => !facetNames.includes(facet))).toEqual([])
  })

  it('reports a connection that works, each line a sentence without keys', async () => {
    const report = await open().provider.check(never)
    expect(report).toMatchObject({ usable: true, hint: null })
    expect(report.checks.filter(({ outcome }) => outcome !== 'ok' && outcome !== 'absent')).toEqual([])
    for (const { sentence } of report.checks) expect(sentence).toMatch(/^[A-Z0-9].*\.$/)
    const { login, secret } = here.desks[api].credentials
    expect(JSON.stringify(report)).not.toMatch(new RegExp(`${login}|${secret}`))
  })

  it('refuses wrong keys at once', async () => {
    const wrong = open({ credentials: { login: 'nobody', secret: 'nothing' } })
    expect(await failureOf(numbersOf(wrong))).toEqual({ kind: 'unauthorized', accountId: 'account-1' })
    expect(await wrong.provider.check(never)).toMatchObject({ usable: false })
  })

  const passing: readonly (readonly [string, Fault])[] = [
    ['429 in seconds', { kind: 'status', status: 429, retryAfter: { seconds: 3, form: 'seconds' } }],
    ['429 with a date', { kind: 'status', status: 429, retryAfter: { seconds: 3, form: 'date' } }],
    ['429 without a word', { kind: 'status', status: 429 }],
    ['500', { kind: 'status', status: 500 }],
    ['503', { kind: 'status', status: 503 }],
    ['a reset connection', { kind: 'reset', when: 'before' }],
    ['a reset connection after the work', { kind: 'reset', when: 'after' }],
    ['a body cut short', { kind: 'truncated', cut: true }],
    ['silence', { kind: 'silent', when: 'before' }],
    ['slow bytes', { kind: 'slow', ms: 40 }],
    ['latency', { kind: 'latency', ms: 20 }],
    ['a wrong content type', { kind: 'wrongType', type: 'text/plain' }],
    ['unknown members and words', { kind: 'unknown' }],
  ]
  it.each(passing)('reads every number in spite of %s', async (_name, fault) => {
    const wanted = sorted(await numbersOf(open()))
    // A silent page is asked for once more only, and the second time must not be silent as well.
    here.desks[api].faults.add({ fault, times: fault.kind === 'silent' ? 1 : 2, after: 1 })
    expect(sorted(await numbersOf(open(patienceWith(fault))))).toEqual(wanted)
  })

  it('says until when it waits, and when it waits no more', async () => {
    const fault: Fault = { kind: 'status', status: 429, retryAfter: { seconds: 30, form: 'seconds' } }
    here.desks[api].faults.add({ fault, times: 1, match: { path: /offset=0&/ } })
    const opened = open()
    await numbersOf(opened)
    expect(opened.told).toEqual([expect.any(Number), null])
  })

  const failing: readonly (readonly [string, Fault, string])[] = [
    ['401', { kind: 'status', status: 401 }, 'unauthorized'],
    ['403', { kind: 'status', status: 403 }, 'forbidden'],
    ['400', { kind: 'status', status: 400 }, 'refused'],
    ['422', { kind: 'status', status: 422 }, 'refused'],
    ['500 for good', { kind: 'status', status: 500 }, 'broken'],
    ['429 for good', { kind: 'status', status: 429 }, 'busy'],
    ['dead connections', { kind: 'reset', when: 'before' }, 'offline'],
    ['silence', { kind: 'silent', when: 'before' }, 'timeout'],
    ['half a document', { kind: 'truncated', cut: false }, 'garbled'],
    ['a page of a hotel', { kind: 'html' }, 'garbled'],
    ['nothing', { kind: 'empty' }, 'garbled'],
  ]
  it.each(failing)('gives no half list when its last pages meet %s', async (_name, fault, kind) => {
    const last = api === 'callfire-v2' ? /offset=1000/ : /offset=1[02]00/
    here.desks[api].faults.add({ fault, match: { path: last } })
    expect(await failureOf(numbersOf(open(patienceWith(fault))))).toMatchObject({ kind, accountId: 'account-1' })
  })

  it('hangs up on an answer of 50 MB', async () => {
    here.desks[api].faults.add({ fault: { kind: 'huge', megabytes: 50 } })
    expect(await failureOf(numbersOf(open()))).toMatchObject({
      kind: 'garbled',
      place: expect.stringContaining('20 MB'),
    })
  })

  it('keeps every number when every other member is missing', async () => {
    const wanted = sorted(await numbersOf(open()))
    here.desks[api].faults.add({ fault: { kind: 'missing' } })
    for (const [name, pull] of Object.entries(listsOf(open().provider))) {
      if (name === 'numbers') expect(sorted(await numbersOf(open()))).toEqual(wanted)
      else await collect(pull(never))
    }
  })

  it('stops when it is told to, in the middle of any list', async () => {
    for (const pull of Object.values(listsOf(open({ attemptMs: 5000 }).provider))) {
      const stop = new AbortController()
      here.desks[api].faults.clear()
      here.desks[api].faults.add({ fault: { kind: 'silent', when: 'before' } })
      const stopped = failureOf(collect(pull(stop.signal)))
      setImmediate(() => stop.abort())
      expect(await stopped).toMatchObject({ kind: 'cancelled' })
    }
  })
})
