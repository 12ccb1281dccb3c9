import { beforeEach, describe, expect, it } from 'vitest'
import type { Failure } from '../../../shared/failure.ts'
import { settle } from '../../support/clock.ts'
import { a, b, Counter, c, numbers } from './counter.ts'
import { lost, lostBefore, no, says } from './shop.ts'

let counter: Counter
beforeEach(() => {
  counter = new Counter()
})

const broken: Failure = { kind: 'broken', status: 503, accountId: null }
const apis = ['callfire-v2', 'flowroute-v2'] as const

describe.each(apis)('a purchase at %s', (api) => {
  it('is ours when the list shows it, and in the numbers at once', async () => {
    const { id } = await counter.account(api)
    counter.seenAt(id, a, api === 'callfire-v2' ? null : '1.25')
    const purchaseId = await counter.buy(numbers(id, a))
    await counter.world.clock.forward(1_000)
    const { purchase, events } = await counter.detail(purchaseId)
    expect(purchase).toMatchObject({
      counts: { asked: 1, done: 1, checking: 0 },
      settledAt: expect.any(Number),
      lookAt: null,
    })
    expect(events.map(({ kind }) => kind).slice(0, 3)).toEqual(['intended', 'sent', 'answered'])
    expect(events.at(-1)).toMatchObject({ kind: 'settled', text: '1 number is yours.' })
    expect(counter.world.storage.of(id).map(({ number }) => number.number)).toContain(a)
    expect(counter.world.storage.market.basket()).toEqual([])
    expect(counter.world.notified.at(-1)?.body).toBe(`${purchase.accountName}: 1 number is yours.`)
    const { notices } = await counter.world.ask('app.info', null)
    expect(notices.filter(({ kind }) => kind === 'orderSettled')).toHaveLength(1)
  })

  it('of which no answer came is ours all the same when the list shows it', async () => {
    const { id, shop } = await counter.account(api)
    shop.fates = [lost]
    shop.listsOrders = false
    const purchaseId = await counter.buy(numbers(id, a))
    await counter.world.clock.forward(5_000)
    expect(await counter.states(purchaseId)).toEqual(['done'])
    expect(shop.sent).toHaveLength(1)
  })

  it('of which no answer came, and which is not there, is checked for ever and never refused, nor asked for again', async () => {
    const { id, shop } = await counter.account(api)
    shop.fates = [lostBefore]
    const purchaseId = await counter.buy(numbers(id, a))
    await counter.world.clock.forward(24 * 3_600_000)
    expect(await counter.states(purchaseId)).toEqual(['checking'])
    expect((await counter.said(purchaseId))[0]).toContain('does not show it so far')
    expect(shop.sent).toHaveLength(1)
    const { purchase } = await counter.detail(purchaseId)
    expect(purchase.settledAt).toBeNull()
    expect(purchase.lookAt).toBeGreaterThan(counter.world.clock.now() - 16 * 60_000)
  })

  it('that turns up a day later is ours then', async () => {
    const { id, shop } = await counter.account(api)
    shop.fates = [lostBefore]
    const purchaseId = await counter.buy(numbers(id, a))
    await counter.world.clock.forward(24 * 3_600_000)
    shop.obtain(a)
    await counter.world.clock.forward(16 * 60_000)
    expect(await counter.states(purchaseId)).toEqual(['done'])
  })

  it('that the provider refused is refused in its own words', async () => {
    const { id, shop } = await counter.account(api)
    shop.fates = [says(no)]
    const purchaseId = await counter.buy(numbers(id, a))
    await counter.world.clock.forward(1_000)
    expect(await counter.states(purchaseId)).toEqual(['refused'])
    expect((await counter.said(purchaseId))[0]).toContain('“not for sale”')
  })

  it('that the provider refused is ours when the list shows it', async () => {
    const { id, shop } = await counter.account(api)
    shop.fates = [{ happens: true, answer: no }]
    const purchaseId = await counter.buy(numbers(id, a))
    await counter.world.clock.forward(1_000)
    expect(await counter.states(purchaseId)).toEqual(['done'])
  })

  it('that the provider refused stays open, with its words, until the list could be read', async () => {
    const { id, shop } = await counter.account(api)
    shop.fates = [says(no)]
    const draft = await counter.prepare(numbers(id, a))
    shop.blind.set('read', broken)
    const { purchaseId } = await counter.world.ask('orders.place', { draftId: draft.id, typed: null })
    await counter.world.clock.forward(60_000)
    expect(await counter.states(purchaseId)).toEqual(['checking'])
    expect((await counter.said(purchaseId))[0]).toContain('“not for sale”')
    counter.world.restart()
    counter.world.app.start()
    shop.blind.clear()
    await counter.world.clock.forward(20_000)
    expect(await counter.states(purchaseId)).toEqual(['refused'])
    expect((await counter.said(purchaseId))[0]).toContain('“not for sale”')
  })

  it.each<[string, Failure]>([
    ['there was no connection', { kind: 'offline', accountId: null }],
    ['the provider had asked to wait', { kind: 'busy', retryAfterMs: 9, held: true, accountId: null }],
  ])('is not sent where %s', async (_, failure) => {
    const { id, shop } = await counter.account(api)
    shop.fates = [says(failure)]
    const purchaseId = await counter.buy(numbers(id, a, b))
    await counter.world.clock.forward(1_000)
    expect(await counter.states(purchaseId)).toEqual(['notSent', 'notSent'])
    const { purchase } = await counter.detail(purchaseId)
    expect(purchase.counts).toEqual({ asked: 0, done: 0, refused: 0, checking: 0, notSent: 2 })
    expect(purchase.settledAt).not.toBeNull()
  })

  it('that met a bug of ours is checked', async () => {
    const { id, shop } = await counter.account(api)
    shop.fates = [{ happens: true, answer: 'bug' }]
    shop.listsOrders = false
    const purchaseId = await counter.buy(numbers(id, a))
    await counter.world.clock.forward(3_000)
    expect(await counter.states(purchaseId)).toEqual(['done'])
    expect(counter.world.logged.some((line) => line.startsWith('error Bug'))).toBe(true)
  })

  it('that was being sent when the app went down is looked for by itself, and not sent again', async () => {
    const { id, shop } = await counter.account(api)
    shop.listsOrders = false
    const draft = await counter.prepare(numbers(id, a, b))
    shop.hold()
    const { purchaseId } = await counter.world.ask('orders.place', { draftId: draft.id, typed: null })
    await settle()
    counter.world.restart()
    counter.world.app.start()
    await counter.world.clock.forward(2_000)
    const sent = api === 'callfire-v2' ? [`order ${a} ${b}`] : [`buy ${a}`]
    expect(shop.sent).toEqual(sent)
    expect(await counter.states(purchaseId)).toEqual(api === 'callfire-v2' ? ['done', 'done'] : ['done', 'notSent'])
  })
})

describe('one by one', () => {
  it('each number ends for itself, and asked is what they come to', async () => {
    const { id, shop } = await counter.account('flowroute-v2')
    shop.fates = [{ happens: true, answer: null }, says(no), lostBefore]
    const purchaseId = await counter.buy(numbers(id, a, b, c))
    await counter.world.clock.forward(30_000)
    expect(await counter.states(purchaseId)).toEqual(['done', 'refused', 'checking'])
    const { counts } = (await counter.detail(purchaseId)).purchase
    expect(counts).toEqual({ asked: 3, done: 1, refused: 1, checking: 1, notSent: 0 })
  })

  it('a number that is ours is shown as ours while others are still being sent', async () => {
    const { id, shop } = await counter.account('flowroute-v2')
    const draft = await counter.prepare(numbers(id, a, b))
    const { purchaseId } = await counter.world.ask('orders.place', { draftId: draft.id, typed: null })
    const { sent } = shop
    while (sent.length < 1) await Promise.resolve()
    shop.hold()
    await counter.world.clock.forward(2_000)
    expect(await counter.states(purchaseId)).toEqual(['done', 'sending'])
    shop.release()
    await counter.world.clock.forward(2_000)
    expect(await counter.states(purchaseId)).toEqual(['done', 'done'])
  })

  it('half a success keeps its warning', async () => {
    const { id, shop } = await counter.account('flowroute-v2')
    shop.warning = 'Bought, but texting is not on yet.'
    const purchaseId = await counter.buy(numbers(id, a))
    await counter.world.clock.forward(1_000)
    expect(await counter.states(purchaseId)).toEqual(['done'])
    expect(await counter.said(purchaseId)).toEqual(['Bought, but texting is not on yet.'])
  })
})

describe('giving up', () => {
  const release = async (fate?: typeof lost) => {
    const { id, shop } = await counter.account('flowroute-v2')
    shop.obtain(a)
    await counter.world.ask('sync.start', { accountId: id })
    await settle()
    shop.fates = fate ? [fate] : []
    const purchaseId = await counter.buy({ kind: 'release', accountId: id, things: [a] })
    await counter.world.clock.forward(30_000)
    return { id, shop, purchaseId }
  }

  it('is done when the list no longer shows it, and it is marked gone', async () => {
    const { id, purchaseId } = await release()
    expect(await counter.states(purchaseId)).toEqual(['done'])
    expect(counter.world.storage.of(id).find(({ number }) => number.number === a)?.goneOn).toBe('2026-11-21')
    expect(counter.world.notified.at(-1)?.body).toContain('1 number was given up.')
  })

  it('without an answer is done all the same when it is gone', async () => {
    const { purchaseId } = await release(lost)
    expect(await counter.states(purchaseId)).toEqual(['done'])
  })

  it('without an answer stays open while it is listed', async () => {
    const { shop, purchaseId } = await release(lostBefore)
    expect(await counter.states(purchaseId)).toEqual(['checking'])
    expect(shop.sent).toEqual([`release ${a}`])
  })

  it('that was refused is refused while it is listed', async () => {
    const { purchaseId } = await release(says(no))
    expect(await counter.states(purchaseId)).toEqual(['refused'])
  })

  it('of what the provider does not know any more is done', async () => {
    const gone = { happens: true, answer: { kind: 'notFound', said: 'not on your account', accountId: null } } as const
    const { purchaseId } = await release(gone)
    expect(await counter.states(purchaseId)).toEqual(['done'])
  })
})
