import { beforeEach, describe, expect, it } from 'vitest'
import type { OfferKey } from '../../../shared/model/market.ts'
import { forSale, page, type Stall } from './stall.ts'
import { Town } from './town.ts'

let town: Town
let bakery: Stall
let clinic: Stall
beforeEach(async () => {
  town = new Town()
  bakery = town.add('bakery', { name: 'Bakery' })
  clinic = town.add('clinic', { name: 'Clinic', api: 'flowroute-v2' })
  bakery.steps = [page(forSale('+12065550101'), forSale('+12065550102'))]
  clinic.steps = [
    page(
      forSale('+12065550102', { setup: '1', monthly: '1.25' }),
      forSale('+12065550103', { setup: '0.1', monthly: '1.25' }),
      forSale('+12065550104', { setup: '0.2', monthly: '0.004' }),
      forSale('+12065550105', { setup: '1.5' }),
    ),
  ]
  await town.search()
})

const key = (accountId: string, end: string): OfferKey => ({ accountId, number: `+1206555${end}` })
const add = (...keys: readonly OfferKey[]) => town.market.basket.add(keys)
const lines = () =>
  town.market.basket
    .view()
    .groups.flatMap((group) => group.lines.map((line) => [group.accountId, line.number, line.standing]))
const problemOf = (work: () => unknown): unknown => {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('it worked')
}
const refusal = (problem: string) => ({ failure: { kind: 'invalid', field: 'offers', problem } })

describe('the basket', () => {
  it('is grouped by account, in the order of the accounts and of adding', () => {
    add(key('clinic', '0104'), key('clinic', '0103'))
    add(key('bakery', '0101'))
    expect(lines()).toEqual([
      ['bakery', '+12065550101', 'free'],
      ['clinic', '+12065550104', 'free'],
      ['clinic', '+12065550103', 'free'],
    ])
  })

  it('sums exactly, and counts what has no known price apart', () => {
    const basket = add(key('bakery', '0101'), key('clinic', '0103'), key('clinic', '0104'))
    expect(basket).toMatchObject({
      count: 3,
      groups: [
        { accountId: 'bakery', setup: { amount: '0' }, monthly: { amount: '0' }, unknownPrices: 1 },
        { accountId: 'clinic', setup: { amount: '0.3' }, monthly: { amount: '1.254' }, unknownPrices: 0 },
      ],
    })
  })

  it('counts a price that is half known as unknown, and what is known of it', () => {
    expect(add(key('clinic', '0105')).groups[0]).toMatchObject({
      setup: { amount: '1.5' },
      monthly: { amount: '0' },
      unknownPrices: 1,
    })
  })

  it('takes on the newer price of what lies there', async () => {
    add(key('clinic', '0103'))
    const [before] = town.market.basket.view().groups
    await town.clock.forward(1_000)
    clinic.steps = [page(forSale('+12065550103', { setup: '5', monthly: '1.25' }))]
    await town.search()
    expect(add(key('clinic', '0103')).groups[0]).toMatchObject({
      setup: { amount: '5' },
      lines: [{ addedAt: before?.lines[0]?.addedAt, seenAt: town.clock.now() }],
    })
  })

  it('is there after a restart, offline as well', async () => {
    add(key('clinic', '0103'))
    town.online = false
    await town.restart()
    expect(lines()).toEqual([['clinic', '+12065550103', 'free']])
    town.market.basket.remove([key('clinic', '0103')])
    expect(lines()).toEqual([])
  })

  it('takes one that lies there already no second time', () => {
    add(key('clinic', '0103'))
    add(key('clinic', '0103'), key('clinic', '0103'))
    expect(lines()).toHaveLength(1)
  })

  it('holds a number once: added for another account it moves there', () => {
    add(key('bakery', '0102'))
    add(key('clinic', '0102'))
    expect(lines()).toEqual([['clinic', '+12065550102', 'free']])
  })

  it('is cleared by account, and as a whole', () => {
    add(key('bakery', '0101'), key('clinic', '0103'))
    expect(town.market.basket.clear('bakery').groups.map(({ accountId }) => accountId)).toEqual(['clinic'])
    expect(town.market.basket.clear(null)).toEqual({ groups: [], count: 0 })
  })

  it('loses the lines of an account that was removed', () => {
    add(key('bakery', '0101'), key('clinic', '0103'))
    town.accounts = town.accounts.filter(({ id }) => id !== 'bakery')
    expect(town.market.basket.view()).toMatchObject({ count: 1, groups: [{ accountId: 'clinic' }] })
  })

  it('loses a number that was bought, by whatever account', () => {
    add(key('clinic', '0102'), key('clinic', '0103'))
    town.market.bought(['+12065550102'])
    expect(lines()).toEqual([['clinic', '+12065550103', 'free']])
  })

  it('shows how each line stands now', () => {
    add(key('bakery', '0101'), key('clinic', '0103'), key('clinic', '0104'))
    town.own('clinic', '+12065550101')
    town.lock('clinic', '+12065550103')
    expect(lines()).toEqual([
      ['bakery', '+12065550101', 'yours'],
      ['clinic', '+12065550103', 'checking'],
      ['clinic', '+12065550104', 'free'],
    ])
  })
})

describe('adding', () => {
  it('refuses what is owned in any account, and adds nothing then', () => {
    town.own('clinic', '+12065550101')
    expect(problemOf(() => add(key('clinic', '0103'), key('bakery', '0101')))).toMatchObject(
      refusal('(206) 555-0101 is yours already, in “Clinic”. It is in the list of your numbers.'),
    )
    expect(lines()).toEqual([])
  })

  it('refuses what is being bought', () => {
    town.lock('clinic', '+12065550101')
    expect(problemOf(() => add(key('bakery', '0101')))).toMatchObject(
      refusal('A purchase of (206) 555-0101 is still being checked. Wait for its end; the Orders screen shows it.'),
    )
  })

  it('refuses what no kept search has seen at this account', () => {
    expect(problemOf(() => add(key('bakery', '0103')))).toMatchObject(
      refusal('(206) 555-0103 is in no search that is kept. Search for it again, then add it to the basket.'),
    )
  })

  it('refuses an account that is not there', () => {
    expect(problemOf(() => add(key('gone', '0103')))).toMatchObject({ failure: { kind: 'unknownAccount' } })
  })

  it('takes what a watched search saw, after newer ones and a restart', async () => {
    town.market.searches.watch((await town.results()).searchId, true)
    bakery.steps = []
    clinic.steps = []
    await town.search({ city: 'Tacoma' })
    await town.restart()
    add(key('clinic', '0103'))
    expect(lines()).toHaveLength(1)
    expect(town.market.seen(key('clinic', '0103'))?.setup).toEqual({ amount: '0.1', currency: 'USD' })
    expect(town.market.seen(key('clinic', '0999'))).toBeNull()
  })
})

describe('the budget of an account', () => {
  it('tells the caps and what was spent in this calendar month', () => {
    const usd = (amount: string) => ({ amount, currency: 'USD' }) as const
    town.accounts = town.accounts.map((one) => ({
      ...one,
      spending: { perOrder: usd('5'), perMonth: usd('20'), typeAbove: null },
    }))
    town.lock('clinic', '+12065550777')
    add(key('clinic', '0103'))
    expect(town.market.basket.view().groups[0]?.budget).toEqual({
      perOrder: usd('5'),
      perMonth: usd('20'),
      spent: usd('3'),
      spentUnknown: 0,
    })
    const spentAt = (at: Date) => {
      town.clock.set(at.getTime())
      return town.market.basket.view().groups[0]?.budget.spent
    }
    expect(spentAt(new Date(2026, 10, 1))).toEqual(usd('3'))
    expect(spentAt(new Date(2026, 10, 30, 23, 59, 59))).toEqual(usd('3'))
    expect(spentAt(new Date(2026, 11, 1))).toEqual(usd('0'))
    expect(spentAt(new Date(2026, 9, 31, 23, 59, 59))).toEqual(usd('0'))
  })
})

describe('results', () => {
  it('stand as they are at each look: free, in the basket, being bought, yours', async () => {
    const standing = async () =>
      (await town.results()).rows.map((row) => [row.accountId, row.number.slice(-4), row.standing, row.ownedBy])
    add(key('clinic', '0103'))
    expect(await standing()).toEqual([
      ['bakery', '0101', 'free', null],
      ['bakery', '0102', 'free', null],
      ['clinic', '0102', 'free', null],
      ['clinic', '0103', 'inBasket', null],
      ['clinic', '0104', 'free', null],
      ['clinic', '0105', 'free', null],
    ])
    town.lock('bakery', '+12065550102')
    town.own('clinic', '+12065550103')
    expect(await standing()).toEqual([
      ['bakery', '0101', 'free', null],
      ['bakery', '0102', 'checking', null],
      ['clinic', '0102', 'checking', null],
      ['clinic', '0103', 'yours', 'clinic'],
      ['clinic', '0104', 'free', null],
      ['clinic', '0105', 'free', null],
    ])
  })

  it('of an account that was removed go with it', async () => {
    town.accounts = town.accounts.filter(({ id }) => id !== 'clinic')
    expect(await town.results()).toMatchObject({ total: 2, parts: [{ accountId: 'bakery' }] })
  })
})
