import { describe, expect, it } from 'vitest'
import { countsOf } from '../../shared/model/purchase.ts'
import { event, failureOf, moved, purchase, usd } from './purchases.ts'
import { noon, open, temporaryFolder } from './support.ts'

const [cake, bread, pie] = ['+12065550143', '+12065550144', '+12065550145']

describe('a purchase that is written down', () => {
  it('is read back exactly, by another run of the app too', () => {
    const folder = temporaryFolder()
    const first = open(folder)
    const begun = purchase('p1', [cake, bread], {
      accountName: 'Bäckerei “Süß”',
      count: { local: 2, tollFree: 0, prefix: '206', city: '', state: 'WA', zip: '' },
      before: { things: [pie], orders: ['77', '78'] },
      items: [
        { slot: 0, thing: cake, state: 'planned', setup: usd('1.00'), monthly: usd('2.50') },
        { slot: 7, thing: bread, state: 'sending', setup: null, monthly: usd('0') },
      ],
      events: [event('Written down.', { kind: 'intended' }), event('Sent.', { kind: 'sent', answer: '{"id": 1}' })],
    })
    first.orders.begin(begun)
    first.close()
    const { orders } = open(folder)
    const items = begun.items.map((item) => ({ ...item, said: null, since: noon, letGo: false }))
    const { events, ...rest } = begun
    expect(orders.get('p1')).toEqual({
      ...rest,
      items,
      counts: countsOf(items),
      settledAt: null,
      orderId: null,
      total: null,
      lookAt: null,
      noes: [],
    })
    expect(orders.events('p1')).toEqual(events)
    expect(orders.open()).toEqual([orders.get('p1')])
  })

  it('keeps what was told of it later, and what was not told stays', () => {
    const { orders } = open(temporaryFolder())
    orders.begin(purchase('p1', [cake, bread], { events: [event('one')] }))
    orders.change('p1', {
      orderId: '4711',
      total: usd('3.10'),
      lookAt: noon + 15_000,
      items: [{ slot: 1, at: noon + 500, state: 'checking', said: 'No answer came.', setup: usd('1') }],
      events: [event('two'), event('three')],
    })
    orders.change('p1', { items: [{ slot: 1, at: noon + 900, state: 'checking', letGo: true, saidNo: true }] })
    orders.change('p1', {
      lookAt: null,
      items: [0, 1].map((slot) => ({ slot, at: noon + 950, setup: null, saidNo: false })),
    })
    expect(orders.get('p1')).toMatchObject({
      orderId: '4711',
      total: usd('3.10'),
      lookAt: null,
      noes: [1],
      counts: { asked: 1, checking: 1, notSent: 1, done: 0, refused: 0 },
      items: [
        { slot: 0, thing: cake, state: 'planned', since: noon },
        { slot: 1, state: 'checking', said: 'No answer came.', since: noon + 500, setup: null, letGo: true },
      ],
    })
    orders.change('p1', { events: [event('four')] })
    expect(orders.events('p1').map(({ text }) => text)).toEqual(['one', 'two', 'three', 'four'])
  })

  it('is open until core says that it is settled, the oldest first', () => {
    const { orders } = open(temporaryFolder())
    orders.begin(purchase('late', [cake], { createdAt: noon }))
    orders.begin(purchase('clock set back', [bread], { createdAt: noon - 5000 }))
    orders.begin(purchase('over', [pie]))
    orders.change('over', { ...moved('done'), settledAt: noon })
    orders.change('late', moved('done'))
    expect(orders.open().map(({ id }) => id)).toEqual(['late', 'clock set back'])
    orders.change('over', { settledAt: null })
    expect(orders.open().map(({ id }) => id)).toEqual(['late', 'clock set back', 'over'])
  })

  it('that is not there is told from one that is; changing it, or a slot that it lacks, writes nothing', () => {
    const { orders } = open(temporaryFolder())
    orders.begin(purchase('p1', [cake]))
    expect(orders.get('p2')).toBeNull()
    expect(orders.events('p2')).toEqual([])
    expect(() => orders.change('p2', { events: [event('lost')] })).toThrow('p2')
    expect(() => orders.change('p1', { items: [{ slot: 3, at: noon }], events: [event('lost')] })).toThrow('3')
    expect(orders.events('p1')).toEqual([])
  })
})

describe('a thing that something open is about', () => {
  it('cannot be begun again, in whatever account and by whichever kind, and nothing is written then', () => {
    const { orders } = open(temporaryFolder())
    orders.begin(purchase('p1', [cake]))
    const again = [
      purchase('p2', [bread, cake], { events: [event('lost')] }),
      purchase('p2', [cake], { accountId: 'clinic', api: 'flowroute-v2' }),
      purchase('p2', [cake], { kind: 'release' }),
    ]
    for (const attempt of again) {
      expect(failureOf(() => orders.begin(attempt))).toEqual({
        kind: 'invalid',
        field: 'things',
        problem: expect.stringMatching(/^\(206\) 555-0143 is being checked/),
      })
    }
    expect(orders.get('p2')).toBeNull()
    expect(orders.events('p2')).toEqual([])
    expect(orders.locked([bread])).toEqual([])
    expect(orders.locked([pie, cake])).toEqual([{ thing: cake, purchaseId: 'p1' }])
  })

  it('is free when its item was refused, done, not sent or let go, and locked again when it is looked for again', () => {
    const { orders } = open(temporaryFolder())
    orders.begin(purchase('p1', [cake]))
    for (const state of ['sending', 'checking'] as const) {
      orders.change('p1', moved(state))
      expect(orders.locked([cake])).toHaveLength(1)
    }
    for (const state of ['done', 'refused', 'notSent'] as const) {
      orders.change('p1', moved(state))
      expect(orders.locked([cake])).toEqual([])
    }
    orders.change('p1', moved('checking'))
    expect(orders.locked([cake])).toHaveLength(1)
    orders.change('p1', { items: [{ slot: 0, at: noon, letGo: true }] })
    expect(orders.locked([cake])).toEqual([])
    orders.begin(purchase('p2', [cake]))
    expect(orders.locked([cake])).toEqual([{ thing: cake, purchaseId: 'p2' }])
  })

  it('is a keyword in whatever case it is written', () => {
    const { orders } = open(temporaryFolder())
    orders.begin(purchase('p1', ['Cake'], { kind: 'keywords' }))
    orders.change('p1', moved('sending'))
    expect(failureOf(() => orders.begin(purchase('p2', ['CAKE'], { kind: 'keywords' })))).toMatchObject({
      problem: expect.stringContaining('CAKE is being checked'),
    })
    expect(orders.locked(['cAke'])).toEqual([{ thing: 'cAke', purchaseId: 'p1' }])
  })

  it('that an order by count was given stays locked until both are over', () => {
    const { orders } = open(temporaryFolder())
    orders.begin(purchase('p1', [cake]))
    orders.begin(purchase('p2', [null], { kind: 'count', accountId: 'clinic' }))
    orders.change('p2', { items: [{ slot: 0, at: noon, thing: cake, state: 'checking' }] })
    orders.change('p1', { ...moved('refused'), settledAt: noon })
    expect(orders.locked([cake])).toEqual([{ thing: cake, purchaseId: 'p2' }])
    orders.change('p2', { ...moved('done'), settledAt: noon })
    expect(orders.locked([cake])).toEqual([])
  })

  it('is not named twice in one purchase', () => {
    const { orders } = open(temporaryFolder())
    expect(failureOf(() => orders.begin(purchase('p1', [cake, cake])))).toMatchObject({ field: 'things' })
    expect(orders.get('p1')).toBeNull()
  })
})
