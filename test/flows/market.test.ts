import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MarketQuery, MarketResults, ResultsQuery } from '../../shared/model/market.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
let callfire: string
let flowroute: string
beforeEach(async () => {
  world = await createWorld({ numbers: 30 })
  callfire = (await world.add('callfire-v2', { name: 'Bakery' })).id
  flowroute = (await world.add('flowroute-v2', { name: 'Clinic' })).id
  await Promise.all([world.settled(callfire), world.settled(flowroute)])
})
afterEach(() => world.close())

const query = (change: Partial<MarketQuery> = {}): MarketQuery => ({
  kind: 'local',
  city: '',
  state: '',
  zip: '',
  prefix: '206',
  rateCenter: '',
  pattern: '',
  count: 40,
  accountIds: [],
  ...change,
})
const view: ResultsQuery = { searchId: null, sort: 'memorable', direction: 'descending', offset: 0, limit: 500 }

const results = async (change: Partial<ResultsQuery> = {}): Promise<MarketResults> => {
  const found = await world.ask('market.results', { ...view, ...change })
  if (!found) throw new Error('nothing was searched')
  return found
}
/** The results as soon as they are as wanted. */
const until = (isWanted: (found: MarketResults) => boolean): Promise<MarketResults> =>
  new Promise((resolve, reject) => {
    const look = () => {
      results().then((found) => {
        if (!isWanted(found)) return
        leave()
        resolve(found)
      }, reject)
    }
    const leave = world.app.subscribe((topic) => {
      if (topic === 'market') look()
    })
    look()
  })
const isOver = ({ parts }: MarketResults) => parts.every(({ state }) => state !== 'searching')
const search = async (change: Partial<MarketQuery> = {}): Promise<MarketResults> => {
  await world.ask('market.search', query(change))
  return until(isOver)
}
const first = ({ rows }: MarketResults, accountId: string) => {
  const row = rows.find((candidate) => candidate.accountId === accountId)
  if (!row) throw new Error('nothing found there')
  return row
}

describe('finding numbers', () => {
  it('puts both carriers into one list, with prices where they are told', async () => {
    const found = await search()
    expect(found.parts).toMatchObject([
      { accountId: callfire, state: 'done', found: 40 },
      { accountId: flowroute, state: 'done', found: 40 },
    ])
    expect(found.total).toBe(80)
    expect(found.rows.every(({ number }) => number.startsWith('+1206'))).toBe(true)
    expect(first(found, callfire)).toMatchObject({ setup: null, monthly: null, firstYear: null })
    expect(first(found, flowroute).firstYear).not.toBeNull()
    const scores = found.rows.map(({ memorable }) => memorable)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  })

  it('finds a word at the end, marks it and spells it', async () => {
    const found = await search({ pattern: '*cake' })
    expect(found.total).toBeGreaterThan(0)
    for (const { display, match, words } of found.rows) {
      expect(match && display.slice(match.from, match.to)).toBe('2253')
      expect(words[0]).toBe('CAKE')
    }
    expect(found.parts.find(({ accountId }) => accountId === callfire)?.notes.join(' ')).toMatch(/filtered here/)
  })

  it('shows what one carrier found beside why the other failed', async () => {
    world.carriers.flowrouteV2.faults.add({
      match: { path: '/v2/numbers/available' },
      fault: { kind: 'status', status: 403 },
    })
    expect((await search()).parts).toMatchObject([
      { state: 'done', found: 40 },
      { state: 'failed', failure: { kind: 'forbidden' } },
    ])
  })

  it('shows the quick carrier while the slow one is still asked, and stops when told', async () => {
    world.carriers.flowrouteV2.faults.add({
      match: { path: '/v2/numbers/available' },
      fault: { kind: 'silent', when: 'before' },
    })
    await world.ask('market.search', query())
    const early = await until(({ parts }) => parts.some(({ state }) => state === 'done'))
    expect(early.parts).toMatchObject([{ state: 'done' }, { state: 'searching' }])
    expect(early.total).toBe(40)
    await world.ask('market.stop', null)
    expect((await until(isOver)).parts).toMatchObject([{ state: 'done' }, { state: 'stopped' }])
  })

  it('shows what is owned in any account as yours, as soon as it is', async () => {
    const found = await search()
    const row = first(found, flowroute)
    world.carriers.flowrouteV2.books.addNumber(row.number.slice(1))
    await world.sync(flowroute)
    const now = (await results()).rows.filter(({ number }) => number === row.number)
    expect(now.map(({ standing, ownedBy }) => [standing, ownedBy])).toContainEqual(['yours', flowroute])
    const key = { accountId: flowroute, number: row.number }
    expect(await world.refusal('market.addToBasket', { offers: [key] })).toMatchObject({ kind: 'invalid' })
  })

  it('finds the way on where nothing is for sale', async () => {
    await search({ prefix: '206', pattern: '*73915' })
    const found = await until(({ alternatives }) => alternatives.length > 0)
    expect(found.total).toBe(0)
    const [nearest] = found.alternatives
    if (!nearest) throw new Error('no alternative')
    expect(found.alternatives.at(-1)?.query.kind).toBe('tollFree')
    expect(await world.ask('market.search', nearest.query)).toMatchObject({ searchId: expect.any(String) })
  })

  it('for a city that does not exist says that there is nothing, and goes on to the state', async () => {
    await search({ prefix: '', city: 'Nowhereville', state: 'WA', accountIds: [callfire] })
    const found = await until(({ alternatives }) => alternatives.length > 0)
    expect(found).toMatchObject({ total: 0, parts: [{ state: 'done', found: 0 }] })
    expect(found.alternatives[0]).toMatchObject({
      sentence: 'Anywhere in Washington.',
      query: { state: 'WA', city: '' },
    })
  })

  it('stays with its results over a restart without a network', async () => {
    const found = await search()
    const row = first(found, flowroute)
    await world.ask('market.addToBasket', { offers: [{ accountId: flowroute, number: row.number }] })
    world.online = false
    await world.restart()
    expect((await results()).rows).toEqual((await results({ searchId: found.searchId })).rows)
    expect(await results()).toMatchObject({ askedAt: found.askedAt, total: 80 })
    const basket = await world.ask('market.basket', null)
    expect(basket.groups).toMatchObject([{ accountId: flowroute, lines: [{ number: row.number, standing: 'free' }] }])
    expect((await search({ prefix: '425' })).parts.map(({ failure }) => failure?.kind)).toEqual(['offline', 'offline'])
    expect((await results({ searchId: found.searchId })).total).toBe(80)
  })

  it('goes with its account', async () => {
    const found = await search()
    const row = first(found, flowroute)
    await world.ask('market.addToBasket', { offers: [{ accountId: flowroute, number: row.number }] })
    await world.ask('accounts.remove', { accountId: flowroute })
    expect(await results()).toMatchObject({ total: 40, parts: [{ accountId: callfire }] })
    expect(await world.ask('market.basket', null)).toEqual({ groups: [], count: 0 })
    await world.restart()
    expect(await results()).toMatchObject({ total: 40, parts: [{ accountId: callfire }] })
  })
})

describe('what is typed wrongly', () => {
  it.each([
    [{ pattern: 'ABCDEFGHIJKLMNOPQRSTUVWXYZABCD' }, 'pattern'],
    [{ pattern: '*****' }, 'pattern'],
    [{ pattern: '*CAKE🎂' }, 'pattern'],
    [{ count: 0 }, 'count'],
    [{ count: -1 }, 'count'],
    [{ count: 1.5 }, 'count'],
    [{ count: 10_000 }, 'count'],
    [{ state: 'ZZ' }, 'state'],
    [{ zip: '1234' }, 'zip'],
    [{ prefix: '20' }, 'prefix'],
    [{ prefix: '' }, 'city'],
  ])('%j is refused at its field in a whole sentence, and nobody is asked', async (change, field) => {
    const before = world.carriers.callfireV2.server.requests.length
    const failure = await world.refusal('market.search', query(change))
    expect(failure).toMatchObject({ kind: 'invalid', field, problem: expect.stringMatching(/^[“A-Z].*\.$/) })
    expect(world.carriers.callfireV2.server.requests).toHaveLength(before)
  })
})

describe('while a place is typed', () => {
  it('it is completed from what both carriers sell', async () => {
    const suggest = async (field: 'city' | 'prefix', text: string) =>
      (await world.ask('market.suggest', { field, text, accountIds: [] })).map(({ label }) => label)
    expect(await suggest('city', 'seatt')).toContain('Seattle, WA')
    expect(await suggest('city', 'Portland, OR')).toEqual(['Portland, OR'])
    expect(await suggest('prefix', '20')).toContain('206')
    const exchanges = await suggest('prefix', '206')
    expect(exchanges[0]).toBe('206')
    expect(exchanges.slice(1).every((label) => /^206 \d{3}$/.test(label))).toBe(true)
    expect(exchanges).toHaveLength(8)
  })

  it('one carrier that fails takes nothing from the other', async () => {
    world.carriers.callfireV2.faults.add({
      match: { path: '/v2/numbers/regions' },
      fault: { kind: 'status', status: 403 },
    })
    const found = await world.ask('market.suggest', { field: 'prefix', text: '206', accountIds: [] })
    expect(new Set(found.map(({ accountId }) => accountId))).toEqual(new Set([flowroute]))
    expect(found).toHaveLength(8)
  })
})
