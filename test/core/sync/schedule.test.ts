import { beforeEach, describe, expect, it } from 'vitest'
import { accountDraft } from '../../support/builders.ts'
import { settle } from '../../support/clock.ts'
import { MemoryWorld } from '../../support/memory-app.ts'

const minute = 60_000
const year = 365 * 24 * 60 * minute
let world: MemoryWorld
let id: string

beforeEach(async () => {
  world = new MemoryWorld()
  id = (await world.ask('accounts.add', accountDraft())).id
  await settle()
  world.carrier.asked.length = 0
})

const syncs = () => world.carrier.asked.filter((place) => place === 'keywords').length

describe('syncs from time to time', () => {
  it('begin only when the app is started, which counts once', async () => {
    await world.clock.forward(60 * minute)
    expect(syncs()).toBe(0)
    world.app.start()
    world.app.start()
    await settle()
    expect(syncs()).toBe(1)
  })

  it('come every fifteen minutes', async () => {
    world.app.start()
    await world.clock.forward(14 * minute)
    expect(syncs()).toBe(1)
    await world.clock.forward(2 * minute)
    expect(syncs()).toBe(2)
    await world.clock.forward(60 * minute)
    expect(syncs()).toBe(6)
  })

  it('follow the setting at once, and stop when it is switched off', async () => {
    world.app.start()
    await settle()
    await world.ask('settings.set', { syncEveryMinutes: 5 })
    await world.clock.forward(5 * minute)
    expect(syncs()).toBe(2)
    await world.ask('settings.set', { syncEveryMinutes: 0 })
    await world.clock.forward(600 * minute)
    expect(syncs()).toBe(2)
    await world.ask('settings.set', { syncEveryMinutes: 1 })
    await world.clock.forward(3 * minute)
    expect(syncs()).toBe(5)
  })

  it('go on while the disk gives nothing back', async () => {
    world.app.start()
    await settle()
    world.storage.unreadable = true
    await world.clock.forward(31 * minute)
    expect(syncs()).toBe(3)
  })

  it('end with the app', async () => {
    world.app.start()
    await settle()
    await world.app.stop()
    await world.clock.forward(60 * minute)
    expect(syncs()).toBe(1)
    // Nothing is left that would hold the process: the pushes have rested, the schedule is off.
    expect(world.clock.waiting).toBe(0)
  })
})

describe('a wake', () => {
  it('syncs what was not read a moment ago, once for several wakes', async () => {
    world.app.start()
    await settle()
    world.app.wake('online')
    await world.clock.forward(10_000)
    expect(syncs()).toBe(1)
    await world.clock.forward(5 * minute)
    world.app.wake('resume')
    world.app.wake('online')
    world.app.wake('online')
    await world.clock.forward(10_000)
    expect(syncs()).toBe(2)
  })

  it('brings an account back that was offline', async () => {
    world.online = false
    world.app.start()
    await world.clock.forward(2 * minute)
    expect(await world.state(id)).toMatchObject({ phase: 'failed', failure: { kind: 'offline' } })
    world.online = true
    world.app.wake('online')
    await world.clock.forward(2_000)
    expect(await world.state(id)).toMatchObject({ phase: 'done', failure: null })
  })
})

describe('a clock that is set back a year', () => {
  beforeEach(async () => {
    world.app.start()
    await settle()
    world.clock.set(world.clock.now() - year)
  })

  it('stops no timer', async () => {
    await world.clock.forward(45 * minute)
    expect(syncs()).toBe(4)
  })

  it('is told once, with what to do, and can be dismissed', async () => {
    await world.clock.forward(45 * minute)
    const { notices } = await world.ask('app.info', null)
    expect(notices).toMatchObject([{ kind: 'clockBack', sentence: expect.stringContaining('Nothing is lost') }])
    await world.ask('app.dismissNotice', { id: 'clockBack' })
    await world.clock.forward(45 * minute)
    expect(await world.ask('app.info', null)).toMatchObject({ notices: [] })
  })

  it('makes no data come from the future', async () => {
    const [state] = await world.ask('sync.states', null)
    expect(state?.lastDoneAt).toBe(world.clock.now())
    const [account] = await world.ask('accounts.list', null)
    expect(account?.keys).toMatchObject({ setAt: world.clock.now(), lastUsedAt: world.clock.now() })
  })

  it('loses no rows and no accounts', async () => {
    await world.clock.forward(45 * minute)
    expect(world.storage.of(id).filter(({ goneOn }) => goneOn === null)).toHaveLength(3)
    expect(await world.state(id)).toMatchObject({ phase: 'done', found: 3 })
  })

  it('is also noticed at the next start', async () => {
    world.restart()
    expect(await world.ask('app.info', null)).toMatchObject({ notices: [] })
    world.app.start()
    expect(await world.ask('app.info', null)).toMatchObject({ notices: [{ kind: 'clockBack' }] })
  })
})

describe('a clock that is right', () => {
  it('is no news, and neither is a correction of seconds', async () => {
    world.app.start()
    await settle()
    world.clock.set(world.clock.now() - 30_000)
    await world.clock.forward(45 * minute)
    expect(await world.ask('app.info', null)).toMatchObject({ notices: [] })
  })
})
