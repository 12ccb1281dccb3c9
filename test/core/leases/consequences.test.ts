import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Ending, LeasedThings } from '../../../shared/model/lease.ts'
import type { ProviderOrder } from '../../../shared/model/order.ts'
import { route } from '../../support/builders.ts'
import { keyword, leased, Office } from './office.ts'

let office: Office
beforeEach(() => {
  office = new Office()
})
afterEach(() => office.close())

const usd = (amount: string) => ({ amount, currency: 'USD' }) as const
const number = (...things: string[]) => ({ accountId: 'a1', kind: 'number', things }) as const
const word = (...things: string[]) => ({ accountId: 'a1', kind: 'keyword', things }) as const
const ask = (things: LeasedThings, ending: Ending = 'autoRenewOff') => office.leases.consequences({ ...things, ending })
const linesOf = async (things: LeasedThings, ending?: Ending) => (await ask(things, ending)).things[0]?.lines ?? []
const tracking = (to: string) =>
  ({
    kind: 'config',
    config: {
      kind: 'tracking',
      texts: null,
      tracking: {
        transferNumbers: [to],
        screen: null,
        recorded: null,
        introSoundId: null,
        whisperSoundId: null,
        voicemail: null,
        voicemailSoundId: null,
        failedTransferSoundId: null,
        weeklySchedule: null,
        googleAnalytics: null,
      },
    },
  }) as const
const lease = (end: string | null, autoRenew: boolean | null = true) => ({ begin: null, end, autoRenew })

describe('what turning auto-renew off means for a number', () => {
  it('is its last day and how far off that is', async () => {
    office.own([leased('+12065550143')])
    expect(await ask(number('+12065550143'))).toMatchObject({
      ending: 'autoRenewOff',
      offered: [],
      typing: '0143',
      things: [{ thing: '+12065550143', display: '(206) 555-0143', lastDay: '2026-12-14', buyBackFrom: null }],
    })
    expect(await linesOf(number('+12065550143'))).toContain(
      'Its last day is 14 December 2026, 23 days from now; until then auto-renew can be turned on again.',
    )
  })

  it.each([
    [lease('2026-11-21'), '2026-11-21', 'Its last day is 21 November 2026, which is today'],
    [lease('2026-11-22', false), '2026-11-22', 'Auto-renew is off already.'],
    [lease('2026-11-01', false), '2026-11-01', 'Its lease ended on 1 November 2026.'],
    [lease('2026-11-01'), null, 'It was to be renewed on 1 November 2026; read the account again'],
    [lease(null), null, 'CallFire does not say on which day its lease ends.'],
  ])('with the lease %j has the last day %s', async (said, lastDay, line) => {
    office.own([leased('+12065550143', { lease: said })])
    const { things } = await ask(number('+12065550143'))
    expect(things[0]?.lastDay).toBe(lastDay)
    expect(things[0]?.lines.some((each) => each.startsWith(line))).toBe(true)
  })

  it('names what hangs on it: where it rings, texts, labels, keywords and numbers that lead to it', async () => {
    office.own([leased('+12065550143', { texts: 'on', labels: ['van', 'flyer'] })], tracking('+12065550999'))
    office.own([leased('+12065550144'), leased('+12065550145')], tracking('+12065550143'))
    office.lease([keyword('CAKE', { number: '+12065550143' })])
    expect(await linesOf(number('+12065550143'))).toEqual(
      expect.arrayContaining([
        'Callers reach this now: Tracks calls → (206) 555-0999.',
        'Texts to it end as well.',
        'Its labels are “van” and “flyer”.',
        'CAKE is texted to it.',
        '(206) 555-0144 and (206) 555-0145 send calls to it.',
      ]),
    )
  })

  it('says that it may be lost, and what CallFire’s help says of a month', async () => {
    office.own([leased('+12065550143')])
    expect(await linesOf(number('+12065550143'))).toEqual(
      expect.arrayContaining([
        'Where it rings has not been read yet.',
        'Once it has ended it may go to somebody else, so it may be lost.',
        'CallFire’s help says that it may not be for sale again before 14 January 2027.',
        'Its settings are kept on this computer, to be put back if you buy it again.',
      ]),
    )
  })
})

describe('what is saved', () => {
  const order = (id: string, created: number, cost: string): ProviderOrder => ({
    id,
    state: 'finished',
    said: 'FINISHED',
    created,
    total: null,
    local: { ordered: 1, unitCost: usd(cost), fulfilled: [] },
    tollFree: null,
    keywords: null,
  })

  it('is twelve times the known price, and unknown otherwise', async () => {
    office.own([leased('+12065550143', { monthly: usd('1.25') }), leased('+12065550144')])
    const both = await ask(number('+12065550143', '+12065550144'))
    expect(both).toMatchObject({ savedPerYear: usd('15'), savedUnknown: 1, typing: '2' })
    expect(both.things[0]?.lines).toContain('It costs $1.25 a month, so $15.00 a year is saved.')
    expect(both.things[1]?.lines).toContain('CallFire does not say what it costs, so what is saved is not known.')
  })

  it('goes by the newest order where the carrier tells no price, and says so', async () => {
    office.own([leased('+12065550143'), leased('+18005550144', { kind: 'tollFree' })])
    const run = office.storage.sync.current('a1', office.clock.now())
    office.storage.lists.saveOrders(run, [order('1', 1_000, '9'), order('2', 2_000, '1.5')])
    const both = await ask(number('+12065550143', '+18005550144'))
    expect(both).toMatchObject({ savedPerYear: usd('18'), savedUnknown: 1 })
    expect(both.things[0]?.lines).toContain(
      '$18.00 a year is saved if it costs $1.50 a month, as its last order cost; its price is not told.',
    )
  })
})

describe('what turning auto-renew off means for a keyword', () => {
  it('is a day one month after the last, before which nobody can buy it', async () => {
    office.lease([keyword('CAKE', { lease: lease('2027-01-31'), labels: ['spring'], contactListId: '7' })])
    const { things, typing } = await ask(word('CAKE'))
    expect(typing).toBe('CAKE')
    expect(things).toMatchObject([{ lastDay: '2027-01-31', buyBackFrom: '2027-02-28' }])
    expect(things[0]?.lines).toEqual(
      expect.arrayContaining([
        'People who text it to 67076 will get no answer.',
        'Nobody is put on its contact list any more; who is on it stays there.',
        'Its label is “spring”.',
        'Nobody can buy it before 28 February 2027; then whoever asks first gets it.',
      ]),
    )
  })

  it('is the month alone when the last day is not known', async () => {
    office.lease([keyword('CAKE', { lease: lease(null) })])
    expect((await ask(word('CAKE'))).things).toMatchObject([{ lastDay: null, buyBackFrom: null }])
    expect(await linesOf(word('CAKE'))).toContain(
      'Nobody can buy it for a month after it ends; then whoever asks first gets it.',
    )
  })
})

describe('what a release means', () => {
  beforeEach(() => {
    office.close()
    office = new Office('flowroute-v2')
  })

  it('is that it ends at once and may be lost', async () => {
    const run = office.storage.sync.current('a1', office.clock.now())
    office.storage.numbers.saveRoutes(run, [route('7', { name: 'desk' })], [])
    const owned = leased('+12065550143', { lease: null, alias: 'Front desk', monthly: usd('1.25') })
    office.own([owned], { kind: 'routes', primary: '7', failover: null })
    const { things, ...whole } = await ask(number('+12065550143'), 'release')
    expect(whole).toMatchObject({ ending: 'release', offered: [], savedPerYear: usd('15'), savedUnknown: 0 })
    expect(things).toMatchObject([{ lastDay: null, buyBackFrom: null }])
    expect(things[0]?.lines).toEqual([
      'It stops working at once, and only the support of its carrier can undo that.',
      'Callers reach this now: desk → 7@pbx.example.net.',
      'It is named “Front desk”.',
      'It costs $1.25 a month, so $15.00 a year is saved.',
      'Flowroute may sell it to somebody else right away, so it may be lost.',
      'Its settings are kept on this computer, to be put back if you buy it again.',
    ])
  })

  it('is the only ending there, as turning auto-renew off is the only one at CallFire', async () => {
    office.own([leased('+12065550143', { lease: null })])
    await expect(ask(number('+12065550143'))).rejects.toMatchObject({ failure: { kind: 'invalid', field: 'ending' } })
    const bakery = new Office()
    bakery.own([leased('+12065550143')])
    const asked = bakery.leases.consequences({ ...number('+12065550143'), ending: 'release' })
    await expect(asked).rejects.toMatchObject({ failure: { kind: 'invalid', field: 'ending' } })
    bakery.close()
  })
})

it('works without a connection and asks nobody', async () => {
  office.own([leased('+12065550143')])
  office.online = false
  expect((await ask(number('+12065550143'))).things).toHaveLength(1)
  expect(office.carrier.asked).toEqual([])
})

it('is not told of what the account does not hold any more', async () => {
  office.own([leased('+12065550143')])
  office.storage.numbers.markGone('a1', ['+12065550143'], '2026-11-20')
  for (const asked of [number('+12065550143'), number('+12065550144'), word('CAKE')]) {
    await expect(ask(asked)).rejects.toMatchObject({ failure: { kind: 'invalid', field: 'things' } })
  }
})

it('is told of 500 numbers at once, and lets others have their turn', async () => {
  const many = Array.from({ length: 500 }, (_, index) => leased(`+1206555${String(index).padStart(4, '0')}`))
  office.own(many)
  let turns = 0
  const count = setInterval(() => {
    turns += 1
  }, 0)
  const { things, typing } = await ask(number(...many.map((each) => each.number)))
  clearInterval(count)
  expect([things.length, typing]).toEqual([500, '500'])
  // More often than looking the numbers up alone would: working them out takes the longer.
  expect(turns).toBeGreaterThan(20)
})
