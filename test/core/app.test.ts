import { beforeEach, describe, expect, it } from 'vitest'
import { type Contract, contract, type RequestName } from '../../shared/contract.ts'
import { accountDraft } from '../support/builders.ts'
import { settle } from '../support/clock.ts'
import { MemoryWorld } from '../support/memory-app.ts'

let world: MemoryWorld
beforeEach(() => {
  world = new MemoryWorld()
})

describe('a request', () => {
  it('that nobody knows is refused with a sentence', async () => {
    for (const name of ['numbers.delete', 'toString', '__proto__', '', 'x'.repeat(5000)]) {
      const result = await world.app.invoke(name, null)
      expect(result).toMatchObject({ ok: false, failure: { kind: 'invalid', field: 'name' } })
      expect(JSON.stringify(result).length).toBeLessThan(300)
    }
  })

  it.each([
    ['accounts.add', accountDraft('callfire-v2', { name: ' ' }), 'name'],
    ['accounts.add', { ...accountDraft(), color: 'plaid' }, 'color'],
    ['accounts.add', { ...accountDraft(), login: 'x'.repeat(501) }, 'login'],
    ['accounts.remove', {}, 'accountId'],
    ['accounts.test', { nothing: 'useful' }, 'input'],
    ['settings.set', { syncEveryMinutes: -1 }, 'syncEveryMinutes'],
    ['sync.start', undefined, 'input'],
    ['numbers.query', { filter: { search: 5 } }, 'filter.search'],
  ])('%s with a bad input names the field: %j', async (name, input, field) => {
    const result = await world.app.invoke(name, input)
    expect(result).toMatchObject({ ok: false, failure: { kind: 'invalid', field } })
    if (!result.ok && result.failure.kind === 'invalid') expect(result.failure.problem).toMatch(/^[“A-Z].+\.$/)
  })

  it('never repeats what was typed into it', async () => {
    const input = { ...accountDraft(), secret: `c4nary${'x'.repeat(600)}` }
    expect(JSON.stringify(await world.app.invoke('accounts.add', input))).not.toContain('c4nary')
  })

  it('that meets a bug throws, and the log knows', async () => {
    const filter = { search: '', accountIds: [], kinds: [], states: [], autoRenew: null, rings: null, endsBy: null }
    await expect(world.app.invoke('numbers.counts', { filter, soon: '2026-12-21' })).rejects.toThrow(
      'not kept in memory',
    )
    expect(world.logged.join('\n')).toMatch(/error Bug in numbers\.counts/)
  })

  it('after the end is answered with a failure', async () => {
    await world.app.stop()
    expect(await world.app.invoke('accounts.list', null)).toEqual({
      ok: false,
      failure: { kind: 'cancelled', accountId: null },
    })
  })

  it('of every name in the contract has an answer', async () => {
    const names = Object.keys(contract) as (keyof Contract & RequestName)[]
    for (const name of names) {
      const result = await world.app.invoke(name, null)
      if (!result.ok) expect(result.failure).not.toMatchObject({ field: 'name' })
    }
  })
})

describe('pushes', () => {
  it('come at once, then gathered, and never lose the last', async () => {
    const { id } = await world.ask('accounts.add', accountDraft())
    await world.clock.forward(1000)
    world.pushed.length = 0
    for (const color of ['green', 'pink', 'gold'] as const) await world.ask('accounts.change', { accountId: id, color })
    expect(world.pushed.filter((topic) => topic === 'accounts')).toHaveLength(1)
    await world.clock.forward(99)
    expect(world.pushed.filter((topic) => topic === 'accounts')).toHaveLength(1)
    await world.clock.forward(1)
    expect(world.pushed.filter((topic) => topic === 'accounts')).toHaveLength(2)
    await world.clock.forward(10_000)
    expect(world.pushed.filter((topic) => topic === 'accounts')).toHaveLength(2)
  })

  it('stop when the listener leaves', async () => {
    const heard: string[] = []
    const leave = world.app.subscribe((topic) => heard.push(topic))
    await world.ask('settings.set', { theme: 'dark' })
    leave()
    await world.clock.forward(1000)
    await world.ask('settings.set', { theme: 'light' })
    expect(heard).toEqual(['settings'])
  })

  it('tell that numbers came in while a sync runs', async () => {
    await world.ask('accounts.add', accountDraft())
    await settle()
    expect(world.pushed).toEqual(expect.arrayContaining(['accounts', 'sync', 'numbers']))
  })
})

describe('settings', () => {
  it('change member by member and are there after a restart', async () => {
    await world.ask('settings.set', { theme: 'dark' })
    expect(await world.ask('settings.set', { density: 'compact' })).toEqual({
      theme: 'dark',
      density: 'compact',
      syncEveryMinutes: 15,
    })
    world.restart()
    expect(await world.ask('settings.get', null)).toMatchObject({ theme: 'dark', density: 'compact' })
  })

  it('stay as they were when they cannot be written', async () => {
    world.settings.full = true
    expect(await world.refusal('settings.set', { theme: 'dark' })).toMatchObject({ kind: 'disk' })
    expect(await world.ask('settings.get', null)).toMatchObject({ theme: 'system' })
  })
})

describe('about the app', () => {
  it('tells version, folder, key store and connection', async () => {
    world.online = false
    expect(await world.ask('app.info', null)).toEqual({
      version: '1.2.3',
      host: 'browser',
      dataFolder: '/data',
      keystore: { kind: 'protected', backend: 'test' },
      online: false,
      notices: [],
    })
  })

  it('opens pages and the folder', async () => {
    await world.ask('app.openPage', { page: 'flowrouteKeys' })
    await world.ask('app.openDataFolder', null)
    expect(world.opened).toEqual(['flowrouteKeys', 'folder'])
  })
})
