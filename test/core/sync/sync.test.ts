import { beforeEach, describe, expect, it } from 'vitest'
import { accountDraft, ownedNumbers } from '../../support/builders.ts'
import { settle } from '../../support/clock.ts'
import { MemoryWorld } from '../../support/memory-app.ts'
import { addSynced, syncOnce } from './office.ts'

let world: MemoryWorld
beforeEach(() => {
  world = new MemoryWorld()
})

const added = (api?: 'callfire-v2' | 'flowroute-v2', name?: string) => addSynced(world, api, name)
const sync = (accountId: string) => syncOnce(world, accountId)

describe('a sync', () => {
  it('reads every part that the carrier has', async () => {
    const id = await added()
    expect(await sync(id)).toMatchObject({ phase: 'done', failure: null, partFailures: [], progress: null })
    expect(world.storage.finishedParts.toSorted()).toEqual(
      ['billing', 'doNotContact', 'keywords', 'leaseConfigs', 'numbers', 'orders'].toSorted(),
    )
  })

  it('reads routes and details where lists leave them out', async () => {
    const id = await added('flowroute-v2')
    await sync(id)
    expect(world.storage.finishedParts.toSorted()).toEqual(['numberDetails', 'numbers', 'routes'])
    expect(world.storage.of(id).map(({ routing }) => routing)).toEqual(
      Array(3).fill({ kind: 'routes', primary: '7', failover: null }),
    )
  })

  it('asks for what puts rows on the screen first', async () => {
    const id = await added()
    await sync(id)
    expect(world.carrier.asked.slice(0, 2)).toEqual(['leaseConfigs', 'numbers'])
  })

  it('hands storage no more rows at a time than it takes', async () => {
    world.carrier.numbers = ownedNumbers(950)
    world.carrier.pageSize = 1000
    const id = await added()
    expect(world.storage.of(id)).toHaveLength(950)
    expect(world.storage.largestChunk).toBe(world.storage.numbers.maxChunk)
  })

  it('counts a number once that is listed twice', async () => {
    const [first, second] = ownedNumbers(2)
    if (!first || !second) throw new Error('two numbers wanted')
    world.carrier.numbers = [first, second, first]
    const id = await added()
    expect(await world.state(id)).toMatchObject({ found: 2 })
    expect(world.storage.of(id)).toHaveLength(2)
  })

  it('asks once for the details of a number that is listed twice', async () => {
    const numbers = ownedNumbers(4)
    world.carrier.numbers = [...numbers, ...numbers]
    const { id } = await world.ask('accounts.add', accountDraft('flowroute-v2'))
    expect(await world.state(id)).toMatchObject({ phase: 'done', found: 4 })
    expect(world.carrier.detailsAsked.toSorted()).toEqual(numbers.map(({ number }) => number))
  })

  it('marks numbers gone that a whole list no longer holds, with the day, and deletes nothing', async () => {
    const id = await added()
    world.carrier.numbers = ownedNumbers(1)
    expect(await sync(id)).toMatchObject({ phase: 'done', found: 1, gone: 2 })
    expect(world.storage.of(id).map(({ goneOn }) => goneOn)).toEqual([null, '2026-11-21', '2026-11-21'])
  })

  it('marks nothing gone that only one of two readings lacked', async () => {
    const id = await added()
    const all = world.carrier.numbers
    world.carrier.numbers = all.slice(1)
    world.carrier.holdAt('numbers', 0)
    await world.ask('sync.start', { accountId: id })
    await settle()
    world.carrier.numbers = all
    world.carrier.release()
    expect(await world.state(id)).toMatchObject({ phase: 'done', found: 3, gone: 0 })
    expect(world.storage.of(id).map(({ goneOn }) => goneOn)).toEqual([null, null, null])
  })

  it('reads a list that holds all of before only once', async () => {
    const id = await added()
    await sync(id)
    expect(world.carrier.asked.filter((place) => place === 'numbers')).toHaveLength(2)
  })

  it('marks nothing gone while a row of the list cannot be told: it may be one of those', async () => {
    const id = await added()
    world.carrier.numbers = ownedNumbers(2)
    world.carrier.odd = [{ place: 'items[2].number: expected string of digits', kept: false }]
    expect(await sync(id)).toMatchObject({ phase: 'done', found: 2, gone: 0, oddCount: 1 })
    expect(world.storage.of(id).map(({ goneOn }) => goneOn)).toEqual([null, null, null])
    world.carrier.odd = []
    expect(await sync(id)).toMatchObject({ phase: 'done', found: 2, gone: 1, oddCount: 0 })
  })

  it('marks nothing gone by a list that cannot vouch for what it lacks', async () => {
    const id = await added()
    world.carrier.numbers = ownedNumbers(2)
    world.carrier.incomplete = true
    expect(await sync(id)).toMatchObject({ phase: 'done', found: 2, gone: 0 })
  })

  it('takes an empty list for what it is', async () => {
    const id = await added()
    world.carrier.numbers = []
    expect(await sync(id)).toMatchObject({ phase: 'done', found: 0, gone: 3 })
    expect(world.storage.of(id)).toHaveLength(3)
  })

  it('tells odd rows, shows some and counts all', async () => {
    world.carrier.odd = Array.from({ length: 30 }, (_, index) => ({ place: `items[${index}]`, kept: true }))
    const id = await added()
    const state = await world.state(id)
    expect(state).toMatchObject({ phase: 'done', oddCount: 30 })
    expect(state.odd).toHaveLength(20)
  })

  it('runs once, however often it is started', async () => {
    const id = await added()
    for (let times = 0; times < 5; times += 1) await world.ask('sync.start', { accountId: id })
    await settle()
    expect(world.storage.finishedParts.filter((part) => part === 'numbers')).toHaveLength(1)
  })

  it('of one account does not wait for another', async () => {
    const bakery = await added()
    const clinic = await added('flowroute-v2', 'Clinic')
    world.carrier.hold()
    await world.ask('sync.start', { accountId: bakery })
    await settle()
    await world.ask('sync.cancel', { accountId: bakery })
    world.carrier.release()
    expect(await sync(clinic)).toMatchObject({ phase: 'done' })
    expect(await world.state(bakery)).toMatchObject({ phase: 'cancelled' })
  })

  it('of every account leaves out those that are paused', async () => {
    const bakery = await added()
    const clinic = await added('flowroute-v2', 'Clinic')
    await world.ask('accounts.change', { accountId: bakery, paused: true })
    world.carrier.asked.length = 0
    await world.ask('sync.start', { accountId: null })
    expect(await world.state(bakery)).toMatchObject({ phase: 'paused' })
    expect(await world.state(clinic)).toMatchObject({ phase: 'done' })
    expect(world.carrier.asked).not.toContain('keywords')
    expect(await world.refusal('sync.start', { accountId: bakery })).toMatchObject({ kind: 'invalid' })
  })
})

describe('progress', () => {
  it('is there from the first request on, and counts the rows that came', async () => {
    world.carrier.numbers = ownedNumbers(6)
    world.carrier.total = 6
    const id = await added()
    world.carrier.holdAt('numbers', 2)
    await world.ask('sync.start', { accountId: id })
    const progress = { part: 'numbers', rowsRead: 4, rowsTotal: 6, waitingUntil: null }
    expect(await world.state(id)).toMatchObject({ phase: 'running', progress })
    await world.ask('sync.cancel', { accountId: id })
  })

  it('shows until when the carrier asked us to wait, and that the wait is over', async () => {
    const id = await added()
    world.carrier.hold()
    await world.ask('sync.start', { accountId: id })
    await settle()
    const until = world.clock.now() + 12_000
    world.carrier.askToWait(until)
    expect(await world.state(id)).toMatchObject({ progress: { waitingUntil: until } })
    world.carrier.askToWait(null)
    expect(await world.state(id)).toMatchObject({ progress: { waitingUntil: null } })
    world.carrier.release()
    expect(await world.state(id)).toMatchObject({ phase: 'done' })
    world.carrier.askToWait(until)
    expect(await world.state(id)).toMatchObject({ phase: 'done', progress: null })
  })

  it('is stored at the end, and not for every row', async () => {
    world.carrier.numbers = ownedNumbers(200)
    const { id } = await world.ask('accounts.add', accountDraft())
    for (let turn = 0; turn < 20; turn += 1) await settle()
    const saved = world.storage.savedStates.filter(({ accountId }) => accountId === id)
    expect(saved.at(-1)).toMatchObject({ phase: 'done', found: 200 })
    expect(saved.length).toBeLessThan(5)
  })
})
