import { beforeEach, describe, expect, it } from 'vitest'
import { ownedNumbers } from '../../support/builders.ts'
import { settle } from '../../support/clock.ts'
import { MemoryWorld } from '../../support/memory-app.ts'
import { addSynced, syncOnce } from './office.ts'

let world: MemoryWorld
beforeEach(() => {
  world = new MemoryWorld()
})

const added = (api?: 'callfire-v2' | 'flowroute-v2', name?: string) => addSynced(world, api, name)
const sync = (accountId: string) => syncOnce(world, accountId)

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
