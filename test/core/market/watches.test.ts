import { beforeEach, describe, expect, it } from 'vitest'
import { settle } from '../../support/clock.ts'
import { forSale, page, type Stall } from './stall.ts'
import { query, Town } from './town.ts'

const minute = 60_000
const round = 15 * minute

let town: Town
let bakery: Stall
beforeEach(async () => {
  town = new Town()
  bakery = town.add('bakery')
  town.market.start()
})

const sell = (...ends: readonly string[]) => {
  bakery.steps = [page(...ends.map((end) => forSale(`+1206555${end}`)))]
}
const watched = async (change: Parameters<typeof query>[0] = {}) => {
  const { searchId } = await town.search(change)
  town.market.searches.watch(searchId, true)
  bakery.asked.length = 0
  return searchId
}

describe('a watched search', () => {
  it('is asked again every quarter of an hour, and tells what is new', async () => {
    sell()
    await watched({ pattern: '*CAKE' })
    await town.clock.forward(round - 1)
    expect(bakery.asked).toEqual([])
    sell('2253')
    await town.clock.forward(1)
    expect(bakery.asked).toEqual(['search 2253'])
    const sentence =
      'A new number is for sale for a search that you watch: local numbers in Seattle, WA, that end with 2253 = CAKE.'
    expect(town.notified).toEqual([sentence])
    expect(town.notices).toMatchObject([{ kind: 'searchFound', sentence: `${sentence} See Find & buy.` }])
    expect(await town.numbers()).toEqual(['+12065552253'])
  })

  it('says nothing of what was there before', async () => {
    sell('0101', '0102')
    await watched()
    sell('0102')
    await town.clock.forward(round)
    expect(town.notified).toEqual([])
    expect(await town.numbers()).toEqual(['+12065550102'])
  })

  it('tells no more often than once an hour, and then all that came meanwhile and is still there', async () => {
    sell()
    await watched()
    sell('0101')
    await town.clock.forward(round)
    sell('0101', '0102')
    await town.clock.forward(round)
    sell('0101', '0103')
    await town.clock.forward(round)
    sell('0101', '0103', '0104')
    await town.clock.forward(round)
    expect(town.notified).toHaveLength(1)
    await town.clock.forward(round)
    expect(town.notified).toHaveLength(2)
    expect(town.notified[1]).toMatch(/^2 new numbers are for sale/)
  })

  it('stays watched until it is switched off', async () => {
    sell()
    const id = await watched()
    sell('0101')
    await town.clock.forward(round)
    expect(town.market.searches.recent()).toMatchObject([{ watched: true }])
    expect((await town.results()).watched).toBe(true)
    town.market.searches.watch(id, false)
    bakery.asked.length = 0
    await town.clock.forward(4 * round)
    expect(bakery.asked).toEqual([])
  })

  it('leaves out the rounds without a connection, and goes on after', async () => {
    sell()
    await watched()
    town.online = false
    sell('0101')
    await town.clock.forward(3 * round)
    expect(bakery.asked).toEqual([])
    expect(town.logged).toEqual([])
    town.online = true
    await town.clock.forward(round)
    expect(town.notified).toHaveLength(1)
  })

  it('keeps what it had when its account fails', async () => {
    sell('0101')
    await watched()
    bakery.steps = [{ kind: 'broken', status: 500, accountId: 'bakery' }]
    await town.clock.forward(round)
    expect(await town.results()).toMatchObject({ total: 1, parts: [{ state: 'done' }] })
    expect(town.notified).toEqual([])
  })

  it('does not take the view from another search', async () => {
    sell()
    const id = await watched()
    await town.search({ city: 'Tacoma' })
    sell('0101')
    await town.clock.forward(round)
    expect((await town.results()).query.city).toBe('Tacoma')
    expect((await town.results({ searchId: id })).total).toBe(1)
    await town.restart()
    expect((await town.results()).query.city).toBe('Tacoma')
  })

  it('is gone on with after a restart, without telling twice in an hour', async () => {
    sell()
    await watched()
    sell('0101')
    await town.clock.forward(round)
    await town.restart()
    town.market.start()
    sell('0101', '0102')
    await town.clock.forward(round)
    expect(town.notified).toHaveLength(1)
    await town.clock.forward(3 * round)
    expect(town.notified).toHaveLength(2)
  })

  it('tells at once after a long night', async () => {
    sell()
    await watched()
    await town.stop()
    await town.clock.forward(10 * 60 * minute)
    await town.restart()
    town.market.start()
    sell('0101')
    await town.clock.forward(round)
    expect(town.notified).toHaveLength(1)
  })

  it('is asked in spite of a clock that was set back', async () => {
    sell()
    await watched()
    town.clock.set(town.clock.now() - 5 * 24 * 60 * minute)
    sell('0101')
    await town.clock.forward(round)
    expect(town.notified).toHaveLength(1)
  })

  it('is no more asked when the app stops', async () => {
    sell()
    await watched()
    await town.stop()
    expect(town.clock.waiting).toBe(0)
    await town.clock.forward(2 * round)
    expect(bakery.asked).toEqual([])
  })

  it('whose accounts are paused or removed is left alone', async () => {
    sell()
    await watched({ accountIds: ['bakery'] })
    town.accounts = town.accounts.map((one) => ({ ...one, paused: true }))
    await town.clock.forward(round)
    town.accounts = []
    await town.clock.forward(round)
    expect(bakery.asked).toEqual([])
    expect(town.notified).toEqual([])
  })

  it('that the person asks at this moment is not asked twice', async () => {
    sell('0101')
    await watched()
    bakery.hold()
    town.market.searches.start(query())
    await town.clock.forward(round)
    expect(bakery.asked).toHaveLength(1)
    bakery.release()
    await settle()
  })
})

describe('watching', () => {
  it('takes a search that could ask nobody, and it is kept from then on', async () => {
    town.online = false
    const id = await watched()
    town.online = true
    await town.restart()
    town.market.start()
    expect(town.market.searches.recent()).toMatchObject([{ searchId: id, watched: true }])
    sell('0101')
    await town.clock.forward(4 * round)
    expect(town.notified).toHaveLength(1)
  })

  it('refuses a search that is no longer kept', () => {
    expect(() => town.market.searches.watch('gone', true)).toThrow()
  })
})

describe('many watched searches', () => {
  const watchMany = async (many: number, count: number) => {
    for (let at = 0; at < many; at += 1) await watched({ pattern: `*${1000 + at}`, count })
    bakery.counts.length = 0
  }

  it('are twenty at the most; one more is refused with the way out, and one of them can be watched on', async () => {
    sell()
    await watchMany(20, 50)
    const { searchId } = await town.search({ pattern: '*2253' })
    expect(() => town.market.searches.watch(searchId, true)).toThrow(
      expect.objectContaining({
        failure: expect.objectContaining({ problem: expect.stringMatching(/Stop watching/) }),
      }),
    )
    const [first] = town.market.searches.recent().filter((search) => search.watched)
    town.market.searches.watch(first?.searchId ?? '', true)
    town.market.searches.watch(first?.searchId ?? '', false)
    town.market.searches.watch(searchId, true)
  })

  it('ask for five hundred numbers a round, and those that were left out come first in the next', async () => {
    sell()
    await watchMany(5, 200)
    await town.clock.forward(round)
    expect(bakery.counts).toEqual([200, 200])
    await town.clock.forward(2 * round)
    expect(new Set(bakery.asked).size).toBe(5)
  })

  it('ask for a part of one that is larger than that, and take nothing away that was not asked for', async () => {
    sell('0101', '0102')
    await watched({ count: 4_000 })
    bakery.counts.length = 0
    sell('0103')
    await town.clock.forward(round)
    expect(bakery.counts).toEqual([500])
    expect(await town.numbers()).toEqual(['+12065550101', '+12065550102', '+12065550103'])
    expect(town.notified).toHaveLength(1)
  })
})
