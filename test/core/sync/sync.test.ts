import { beforeEach, describe, expect, it } from 'vitest'
import type { Failure } from '../../../shared/failure.ts'
import { accountDraft, ownedNumbers } from '../../support/builders.ts'
import { settle } from '../../support/clock.ts'
import { MemoryWorld } from '../../support/memory-app.ts'

let world: MemoryWorld
beforeEach(() => {
  world = new MemoryWorld()
})

/** An account whose first sync is over. */
async function added(api: 'callfire-v2' | 'flowroute-v2' = 'callfire-v2', name = 'Bakery'): Promise<string> {
  const { id } = await world.ask('accounts.add', accountDraft(api, { name }))
  await settle()
  world.storage.finishedParts.length = 0
  world.carrier.asked.length = 0
  world.carrier.detailsAsked.length = 0
  return id
}

const sync = async (accountId: string) => {
  await world.ask('sync.start', { accountId })
  return world.state(accountId)
}

const offline: Failure = { kind: 'offline', accountId: null }
const forbidden: Failure = { kind: 'forbidden', said: 'no keywords for you', accountId: null }

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

  it('marks numbers gone that a whole list no longer holds, with the day, and deletes nothing', async () => {
    const id = await added()
    world.carrier.numbers = ownedNumbers(1)
    expect(await sync(id)).toMatchObject({ phase: 'done', found: 1, gone: 2 })
    expect(world.storage.of(id).map(({ goneOn }) => goneOn)).toEqual([null, '2026-11-21', '2026-11-21'])
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

describe('a sync that cannot go on', () => {
  it('keeps rows and their age when the list of numbers breaks off', async () => {
    world.carrier.numbers = ownedNumbers(6)
    const id = await added()
    const before = await world.state(id)
    await world.clock.forward(60_000)
    world.carrier.numbers = ownedNumbers(6, 100)
    world.carrier.fail('numbers', { kind: 'broken', status: 500, accountId: id }, 1)
    const state = await sync(id)
    expect(state).toMatchObject({ phase: 'failed', failure: { kind: 'broken', status: 500 }, found: 6 })
    expect(state.lastDoneAt).toBe(before.lastDoneAt)
    expect(world.storage.of(id).filter(({ goneOn }) => goneOn !== null)).toEqual([])
    expect(world.storage.finishedParts).not.toContain('numbers')
  })

  it('goes on without a part that fails on its own, and says which', async () => {
    const id = await added()
    world.carrier.fail('keywords', forbidden)
    world.carrier.fail('orders', { kind: 'notFound', said: null, accountId: null })
    expect(await sync(id)).toMatchObject({
      phase: 'done',
      failure: null,
      partFailures: [
        { part: 'keywords', failure: forbidden },
        { part: 'orders', failure: { kind: 'notFound' } },
      ],
    })
    expect(world.storage.finishedParts).toContain('billing')
    expect(world.storage.finishedParts).not.toContain('keywords')
    world.carrier.failures.clear()
    expect(await sync(id)).toMatchObject({ partFailures: [] })
  })

  it('stops as a whole when the keys are refused, whichever part hears it first', async () => {
    const id = await added()
    world.carrier.fail('keywords', { kind: 'unauthorized', accountId: id })
    expect(await sync(id)).toMatchObject({ phase: 'failed', failure: { kind: 'unauthorized', accountId: id } })
    expect(world.storage.finishedParts).not.toContain('numbers')
  })

  it('is not called done when the connection went while details were read', async () => {
    const id = await added('flowroute-v2')
    const before = await world.state(id)
    await world.clock.forward(60_000)
    world.carrier.fail('numberDetails', offline)
    const state = await sync(id)
    expect(state).toMatchObject({ phase: 'failed', failure: offline, partFailures: [{ part: 'numberDetails' }] })
    expect(state.lastDoneAt).toBe(before.lastDoneAt)
  })

  it('asks nothing when the computer is offline', async () => {
    const id = await added()
    world.online = false
    expect(await sync(id)).toMatchObject({ phase: 'failed', failure: { kind: 'offline', accountId: id }, found: 3 })
    expect(world.carrier.asked).toEqual([])
  })

  it('says that the disk is full, and still answers', async () => {
    const id = await added()
    world.storage.full = true
    expect(await sync(id)).toMatchObject({ phase: 'failed', failure: { kind: 'disk', why: 'full' } })
    expect(await world.ask('accounts.list', null)).toHaveLength(1)
  })

  it('never tells keys that a carrier put into its refusal', async () => {
    const id = await added()
    world.carrier.fail('keywords', { ...forbidden, said: 'secret-of-tests is not allowed' })
    world.carrier.fail('numbers', { kind: 'refused', status: 400, said: 'who is login-of-tests', accountId: id })
    const state = await sync(id)
    expect(state).toMatchObject({ failure: { said: 'who is •••' } })
    expect(JSON.stringify(world.storage.savedStates)).not.toMatch(/of-tests/)
  })
})

describe('cancelling', () => {
  it('takes effect at once, keeps old rows and ends the run', async () => {
    world.carrier.numbers = ownedNumbers(6)
    const id = await added()
    world.carrier.numbers = ownedNumbers(2)
    world.carrier.hold()
    await world.ask('sync.start', { accountId: id })
    await settle()
    await world.ask('sync.cancel', { accountId: id })
    expect((await world.ask('sync.states', null))[0]).toMatchObject({ phase: 'cancelled', progress: null, found: 6 })
    await settle()
    expect(world.storage.of(id).filter(({ goneOn }) => goneOn)).toEqual([])
    world.carrier.release()
    expect(await sync(id)).toMatchObject({ phase: 'done', found: 2, gone: 4 })
  })

  it('and starting again right away reads everything anew', async () => {
    const id = await added()
    world.carrier.hold()
    await world.ask('sync.start', { accountId: null })
    await settle()
    await world.ask('sync.cancel', { accountId: null })
    world.carrier.release()
    expect(await sync(id)).toMatchObject({ phase: 'done', found: 3 })
  })

  it('of what does not run changes nothing', async () => {
    const id = await added()
    await world.ask('sync.cancel', { accountId: id })
    expect(await world.state(id)).toMatchObject({ phase: 'done' })
  })
})

describe('progress', () => {
  it('tells rows, total, rate and time left', async () => {
    world.carrier.numbers = ownedNumbers(6)
    world.carrier.total = 6
    const id = await added()
    world.carrier.hold()
    await world.ask('sync.start', { accountId: id })
    const start = await world.state(id)
    expect(start).toMatchObject({ phase: 'running', progress: { part: 'numbers', rowsRead: 0, leftMs: null } })
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

describe('after a crash', () => {
  it('the run goes on under its own generation, asking only for what it had not finished', async () => {
    world.carrier.numbers = ownedNumbers(6)
    const id = await added('flowroute-v2')
    await world.clock.forward(60_000)
    world.carrier.holdAt('numberDetails', 1)
    await world.ask('sync.start', { accountId: id })
    await settle()
    const startedAt = world.clock.now()
    const { run, finishedParts } = world.storage.sync.begin(id, startedAt)
    expect(finishedParts).toContain('numbers')
    world.restart()
    expect(await world.state(id)).toMatchObject({ phase: 'cancelled', progress: null, found: 6 })
    world.carrier.release()
    world.carrier.asked.length = 0
    world.carrier.detailsAsked.length = 0
    await world.clock.forward(60_000)
    world.app.start()
    expect(await world.state(id)).toMatchObject({ phase: 'done', found: 6, gone: 0, lastDoneAt: startedAt })
    expect(world.carrier.asked).not.toContain('numbers')
    expect(world.carrier.detailsAsked).toHaveLength(4)
    expect(new Set(world.storage.of(id).map((row) => row.routingGeneration))).toEqual(new Set([run.generation]))
  })

  it.each([
    ['hours ago', 3 * 60 * 60_000],
    ['in a time still to come, because the clock was set back', -60_000],
  ])('a run that began %s starts over', async (_, later) => {
    const id = await added('flowroute-v2')
    world.carrier.holdAt('numberDetails', 0)
    await world.ask('sync.start', { accountId: id })
    await settle()
    world.restart()
    world.carrier.release()
    world.carrier.asked.length = 0
    world.clock.set(world.clock.now() + later)
    world.app.start()
    expect(await world.state(id)).toMatchObject({ phase: 'done', lastDoneAt: world.clock.now() })
    expect(world.carrier.asked).toContain('numbers')
  })

  it('and after quitting in the middle, the run goes on as well', async () => {
    const id = await added('flowroute-v2')
    world.carrier.holdAt('numberDetails', 0)
    await world.ask('sync.start', { accountId: id })
    await settle()
    await world.app.stop()
    world.restart()
    world.carrier.release()
    world.carrier.asked.length = 0
    world.app.start()
    expect(await world.state(id)).toMatchObject({ phase: 'done' })
    expect(world.carrier.asked).toEqual(['numberDetails', 'numberDetails'])
  })
})
