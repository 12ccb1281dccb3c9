import { beforeEach, describe, expect, it } from 'vitest'
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

describe('searches that are kept', () => {
  it('are there after a restart, the latest with its results', async () => {
    bakery.steps = [page(forSale('+12065550101', { setup: '1', monthly: '2.5' }))]
    await town.search({ city: 'Tacoma' })
    await town.search()
    const before = await town.results()
    await town.restart()
    expect(await town.results()).toEqual(before)
    expect(town.market.searches.recent().map((recent) => recent.query.city)).toEqual(['Seattle', 'Tacoma'])
  })

  it('are twenty at most, newest first', async () => {
    for (let at = 0; at < 25; at += 1) await town.search({ city: `Town ${at}` })
    const recent = town.market.searches.recent()
    expect(recent).toHaveLength(20)
    expect(recent[0]?.query.city).toBe('Town 24')
  })

  it('come first again when they are asked again', async () => {
    bakery.steps = [page(forSale('+12065550101'))]
    await town.search({ city: 'Tacoma' })
    await town.search()
    await town.search({ city: 'Tacoma' })
    await town.restart()
    expect(await town.results()).toMatchObject({ query: { city: 'Tacoma' }, total: 1 })
  })

  it('can be forgotten, also while they are asked', async () => {
    bakery.steps = [page(forSale('+12065550101'))]
    bakery.hold()
    const id = town.market.searches.start(query())
    await settle()
    town.market.searches.forget(id)
    bakery.release()
    await settle()
    expect(town.market.searches.recent()).toEqual([])
    expect(await town.market.searches.find(null)).toBeNull()
  })

  it('are stored as far as they got when the app ends', async () => {
    clinic.steps = [page(forSale('+12065550103'))]
    bakery.hold()
    bakery.steps = [page(forSale('+12065550101'))]
    town.market.searches.start(query())
    await settle()
    await town.restart()
    expect(await town.numbers()).toEqual(['+12065550103'])
    expect(await parts()).toEqual([
      ['bakery', 'stopped', 0],
      ['clinic', 'done', 1],
    ])
  })

  it('do not take on what an older run of the same search hears late', async () => {
    bakery.steps = [page(forSale('+12065550101'))]
    clinic.steps = [page(forSale('+12065550103'))]
    bakery.hold()
    town.market.searches.start(query())
    await settle()
    const answerLate = bakery.leaveHanging()
    bakery.steps = [page(forSale('+12065550102'))]
    await town.search()
    answerLate()
    await settle()
    expect(await town.numbers()).toEqual(['+12065550102', '+12065550103'])
    town.crash()
    expect(await town.numbers()).toEqual(['+12065550102', '+12065550103'])
  })

  it('stay watched when they are asked again by hand', async () => {
    const { searchId } = await town.search()
    town.market.searches.watch(searchId, true)
    await town.search({ city: 'Tacoma' })
    await town.search()
    town.crash()
    expect(town.market.searches.recent()).toMatchObject([{ searchId, watched: true }, { watched: false }])
  })

  it('that were cut off by a power cut are not said to be under way', async () => {
    bakery.steps = [page(forSale('+12065550101'))]
    bakery.hold()
    town.market.searches.watch(town.market.searches.start(query()), true)
    await settle()
    town.crash()
    expect(await parts()).toEqual([
      ['bakery', 'stopped', 0],
      ['clinic', 'stopped', 0],
    ])
  })

  it('hold nothing of an account that was removed while it was asked', async () => {
    bakery.steps = [page(forSale('+12065550101'))]
    clinic.steps = [page(forSale('+12065550103'))]
    bakery.hold()
    const id = town.market.searches.start(query())
    await settle()
    town.accounts = town.accounts.filter((one) => one.id !== 'clinic')
    bakery.release()
    await settle()
    expect(town.storage.market.offers(id).map(({ accountId }) => accountId)).toEqual(['bakery'])
    expect(town.market.searches.recent()).toMatchObject([{ found: 1 }])
  })

  it('still show the way on where nothing was found, without asking anybody', async () => {
    await town.search({ prefix: '206442' })
    town.online = false
    await town.restart()
    const { alternatives } = await town.results()
    expect(alternatives.map(({ sentence }) => sentence)).toEqual([
      'Everywhere in area code 206.',
      'Anywhere in Washington.',
      'Toll-free numbers, which belong to no place.',
    ])
  })

  it('that the disk cannot take are there until the app ends', async () => {
    bakery.steps = [page(forSale('+12065550101'))]
    town.failDisk()
    expect((await town.search()).total).toBe(1)
    expect(town.logged).toContain('warn A search could not be kept')
  })
})
