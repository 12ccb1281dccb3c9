import { beforeEach, describe, expect, it } from 'vitest'
import { FailureError } from '../../../shared/failure.ts'
import { settle } from '../../support/clock.ts'
import { forSale, page, type Stall } from './stall.ts'
import { query, Town } from './town.ts'

let town: Town
let bakery: Stall
let clinic: Stall
beforeEach(() => {
  town = new Town()
  bakery = town.add('bakery')
  clinic = town.add('clinic', { api: 'flowroute-v2' })
})

const parts = async () => (await town.results()).parts.map(({ accountId, state, found }) => [accountId, state, found])

describe('a search', () => {
  it('shows each page as it comes, of every account side by side', async () => {
    bakery.steps = [page(forSale('+12065550101')), page(forSale('+12065550102'))]
    clinic.steps = [page(forSale('+12065550103'))]
    bakery.hold()
    town.market.searches.start(query())
    await settle()
    expect(await town.numbers()).toEqual(['+12065550103'])
    expect(await parts()).toEqual([
      ['bakery', 'searching', 0],
      ['clinic', 'done', 1],
    ])
    bakery.release()
    await settle()
    expect(await town.numbers()).toEqual(['+12065550101', '+12065550102', '+12065550103'])
    expect(await parts()).toEqual([
      ['bakery', 'done', 2],
      ['clinic', 'done', 1],
    ])
    expect(town.pushed).toContain('market')
  })

  it('shows why one account failed beside what the other found, without the keys that it repeated', async () => {
    bakery.steps = [page(forSale('+12065550101'))]
    clinic.steps = [
      page(forSale('+12065550103')),
      { kind: 'refused', status: 422, said: 'no, secret-of-tests', accountId: 'clinic' },
    ]
    const results = await town.search()
    expect(results.rows).toHaveLength(2)
    expect(results.parts).toMatchObject([
      { accountId: 'bakery', state: 'done', failure: null },
      { accountId: 'clinic', state: 'failed', found: 1, failure: { kind: 'refused', said: 'no, •••' } },
    ])
  })

  it('tells what could not be asked once for each account', async () => {
    const said = { ...page(forSale('+12065550101')), notes: ['CallFire was asked otherwise.'] }
    bakery.steps = [said, said, { ...page(), odd: [{ place: 'x', why: 'odd' }] as never }]
    const { parts } = await town.search()
    expect(parts[0]?.notes).toEqual([
      'CallFire was asked otherwise.',
      'Some of what came could not be read as a number for sale and was left out.',
    ])
  })

  it('stops the one before it', async () => {
    bakery.steps = [page(forSale('+12065550101'))]
    bakery.hold()
    const old = town.market.searches.start(query())
    await settle()
    const newer = town.market.searches.start(query({ city: 'Tacoma' }))
    await settle()
    expect((await town.results({ searchId: old })).parts).toMatchObject([{ state: 'stopped' }, { state: 'done' }])
    expect((await town.results()).searchId).toBe(newer)
    bakery.release()
    await settle()
    expect((await town.results({ searchId: old })).total).toBe(0)
  })

  it('that is stopped keeps what it has', async () => {
    bakery.steps = [page(forSale('+12065550101')), page(forSale('+12065550102'))]
    clinic.steps = [page(forSale('+12065550103'))]
    bakery.hold()
    town.market.searches.start(query())
    await settle()
    town.market.searches.stop()
    await settle()
    expect(await parts()).toEqual([
      ['bakery', 'stopped', 0],
      ['clinic', 'done', 1],
    ])
    expect(await town.numbers()).toEqual(['+12065550103'])
  })

  it('asks neither paused accounts nor those that are not chosen, but those that are read-only', async () => {
    town.accounts = town.accounts.map((one) => ({ ...one, readOnly: true }))
    town.add('paused', { paused: true })
    expect((await town.search()).parts.map(({ accountId }) => accountId)).toEqual(['bakery', 'clinic'])
    const chosen = await town.search({ accountIds: ['clinic', 'paused', 'gone'] })
    expect(chosen.parts.map(({ accountId }) => accountId)).toEqual(['clinic'])
  })

  it.each([
    ['there is no account', [], [], /^There is no account yet/],
    ['all are paused', ['bakery'], [], /paused/],
    ['none of the chosen is there', ['bakery'], ['gone'], /Choose another account/],
  ] as const)('says so when %s', (_, ids, chosen, problem) => {
    town.accounts = ids.map((id) => ({ ...town.accounts[0], id, paused: chosen.length === 0 })) as never
    const problemOf = () => town.market.searches.start(query({ accountIds: [...chosen] }))
    expect(problemOf).toThrow(FailureError)
    try {
      problemOf()
    } catch (error) {
      expect(error).toMatchObject({
        failure: { kind: 'invalid', field: 'accountIds', problem: expect.stringMatching(problem) },
      })
    }
  })

  it('keeps the keys’ failure of one account from the others', async () => {
    town.stalls.delete('bakery')
    clinic.steps = [page(forSale('+12065550103'))]
    expect((await town.search()).parts).toMatchObject([
      { state: 'failed', failure: { kind: 'keysMissing' } },
      { state: 'done', found: 1 },
    ])
  })

  it('keeps one number at two accounts as two offers, and one that is listed twice as one', async () => {
    bakery.steps = [page(forSale('+12065550101'), forSale('+12065550101'))]
    clinic.steps = [page(forSale('+12065550101'))]
    const { rows, parts } = await town.search()
    expect(rows.map(({ accountId, number }) => [accountId, number])).toEqual([
      ['bakery', '+12065550101'],
      ['clinic', '+12065550101'],
    ])
    expect(parts.map(({ found }) => found)).toEqual([1, 1])
  })
})

describe('offline', () => {
  it('every account fails at once, nobody is asked, and the last results stay with their age', async () => {
    bakery.steps = [page(forSale('+12065550101'))]
    const before = await town.search()
    const seenAt = town.clock.now()
    bakery.asked.length = 0
    town.online = false
    await town.clock.forward(60_000)
    const offline = await town.search({ city: 'Tacoma' })
    expect(offline.parts.map(({ failure }) => failure?.kind)).toEqual(['offline', 'offline'])
    expect(bakery.asked).toEqual([])
    expect((await town.results({ searchId: before.searchId })).rows).toMatchObject([{ number: '+12065550101', seenAt }])
    await town.restart()
    expect(await town.results()).toMatchObject({
      searchId: before.searchId,
      rows: [{ number: '+12065550101', seenAt }],
    })
  })

  it('the same search asked again keeps what it had found', async () => {
    bakery.steps = [page(forSale('+12065550101'))]
    await town.search()
    const seenAt = town.clock.now()
    town.online = false
    await town.clock.forward(60_000)
    expect(await town.search()).toMatchObject({ total: 1, rows: [{ seenAt }], parts: [{ state: 'failed' }, {}] })
  })
})

describe('a search that is asked again', () => {
  it('is the same search, and lets go of what is no longer for sale', async () => {
    bakery.steps = [page(forSale('+12065550101'), forSale('+12065550102'))]
    const first = await town.search()
    await town.clock.forward(60_000)
    bakery.steps = [page(forSale('+12065550102'), forSale('+12065550109'))]
    const second = await town.search({ city: ' seattle' })
    expect(second.searchId).toBe(first.searchId)
    expect(second.rows.map(({ number, seenAt }) => [number, seenAt])).toEqual([
      ['+12065550102', town.clock.now()],
      ['+12065550109', town.clock.now()],
    ])
    expect(town.market.searches.recent()).toHaveLength(1)
  })

  it('while it is still being asked starts over', async () => {
    bakery.steps = [page(forSale('+12065550101'))]
    bakery.hold()
    const first = town.market.searches.start(query())
    await settle()
    bakery.release()
    bakery.steps = [page(forSale('+12065550102'))]
    const second = town.market.searches.start(query())
    await settle()
    expect(second).toBe(first)
    expect(await town.numbers()).toEqual(['+12065550102'])
    await town.restart()
    expect(await town.numbers()).toEqual(['+12065550102'])
  })
})
