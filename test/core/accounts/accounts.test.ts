import { beforeEach, describe, expect, it } from 'vitest'
import { accountDraft, ownedNumbers } from '../../support/builders.ts'
import { settle } from '../../support/clock.ts'
import { MemoryWorld } from '../../support/memory-app.ts'

let world: MemoryWorld
beforeEach(() => {
  world = new MemoryWorld()
})

describe('adding an account', () => {
  it('shows it with what its carrier has, and starts its first sync', async () => {
    const view = await world.ask('accounts.add', accountDraft())
    expect(view).toMatchObject({ name: 'Bakery', sample: false, keys: { kind: 'ready', keeping: 'keystore' } })
    expect(view.facets).toContain('leases')
    expect(await world.state(view.id)).toMatchObject({ phase: 'done', found: 3 })
  })

  it('keeps the keys that were meant, not what was pasted around them', async () => {
    await world.ask('accounts.add', accountDraft('callfire-v2', { login: ' "key-one"\n', secret: '\u200bkey-two ' }))
    await settle()
    expect(new Set(world.carrier.credentialsSeen)).toEqual(new Set(['key-one:key-two']))
  })

  it('refuses a name that another account has, whatever its case', async () => {
    await world.ask('accounts.add', accountDraft())
    expect(await world.refusal('accounts.add', accountDraft('flowroute-v2', { name: ' BAKERY ' }))).toEqual({
      kind: 'invalid',
      field: 'name',
      problem: 'There is an account named “Bakery” already. Choose another name.',
    })
  })

  it('lets only one of two requests have a name', async () => {
    const results = await Promise.all([
      world.app.invoke('accounts.add', accountDraft()),
      world.app.invoke('accounts.add', accountDraft()),
    ])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await world.ask('accounts.list', null)).toHaveLength(1)
  })

  it('refuses an address that is not safe, and adds nothing', async () => {
    const draft = accountDraft('callfire-v2', { address: 'http://api.callfire.com' })
    expect(await world.refusal('accounts.add', draft)).toMatchObject({ kind: 'invalid', field: 'address' })
    expect(await world.ask('accounts.list', null)).toEqual([])
  })

  it.each([0, 1])('changes nothing when the settings cannot be written after %i writes', async (room) => {
    world.settings.room = room
    expect(await world.refusal('accounts.add', accountDraft())).toMatchObject({ kind: 'disk', why: 'full' })
    expect(await world.ask('accounts.list', null)).toEqual([])
    world.settings.room = Number.POSITIVE_INFINITY
    await world.ask('accounts.add', accountDraft())
    expect(await world.ask('accounts.list', null)).toMatchObject([{ keys: { kind: 'ready' } }])
  })
})

describe('changing an account', () => {
  it('renames it everywhere at once', async () => {
    const { id } = await world.ask('accounts.add', accountDraft())
    await world.ask('accounts.change', { accountId: id, name: 'Bakery Main', color: 'teal', readOnly: true })
    expect(await world.ask('accounts.list', null)).toMatchObject([
      { name: 'Bakery Main', color: 'teal', readOnly: true },
    ])
    expect(world.storage.names).toEqual([{ accountId: id, name: 'Bakery Main' }])
    world.restart()
    expect(await world.ask('accounts.list', null)).toMatchObject([{ name: 'Bakery Main' }])
  })

  it('may change the case of its own name', async () => {
    const { id } = await world.ask('accounts.add', accountDraft())
    expect(await world.ask('accounts.change', { accountId: id, name: 'BAKERY' })).toMatchObject({ name: 'BAKERY' })
  })

  it('reads from the new address after a move', async () => {
    const { id } = await world.ask('accounts.add', accountDraft())
    await settle()
    await world.ask('accounts.change', { accountId: id, address: 'https://proxy.example.com/v2/' })
    await settle()
    expect(world.carrier.contexts.map(({ address }) => address)).toEqual([null, 'https://proxy.example.com/v2'])
    expect(await world.state(id)).toMatchObject({ phase: 'done' })
  })

  it('stops the sync of a paused account, and syncs it when the pause is over', async () => {
    const { id } = await world.ask('accounts.add', accountDraft())
    world.carrier.hold()
    await world.ask('sync.start', { accountId: id })
    await world.ask('accounts.change', { accountId: id, paused: true })
    expect(await world.state(id)).toMatchObject({ phase: 'paused' })
    world.carrier.release()
    await world.ask('accounts.change', { accountId: id, paused: false })
    expect(await world.state(id)).toMatchObject({ phase: 'done' })
  })

  it('says so when the account is not there any more', async () => {
    expect(await world.refusal('accounts.change', { accountId: 'nobody', name: 'X' })).toEqual({
      kind: 'unknownAccount',
    })
    expect(await world.refusal('accounts.holdings', { accountId: 'nobody' })).toEqual({ kind: 'unknownAccount' })
    expect(await world.refusal('accounts.test', { accountId: 'nobody' })).toEqual({ kind: 'unknownAccount' })
  })
})

describe('testing a connection', () => {
  const typed = { api: 'callfire-v2', address: null, login: ' typed-login', secret: 'typed-secret\n' } as const

  it('uses typed keys without keeping them', async () => {
    expect(await world.ask('accounts.test', typed)).toMatchObject({ usable: true })
    expect(world.carrier.credentialsSeen).toEqual(['typed-login:typed-secret'])
    expect(world.settings.text).not.toContain('typed')
    expect(world.carrier.contexts).toMatchObject([{ accountId: null }])
  })

  it('never repeats a key that the carrier repeated', async () => {
    world.carrier.says = 'typed-login with typed-secret is known'
    const report = await world.ask('accounts.test', typed)
    expect(report).toMatchObject({ hint: '••• with ••• is known', checks: [{ sentence: '••• with ••• is known' }] })
    world.carrier.fail('billing', { kind: 'refused', status: 400, said: 'typed-secret?', accountId: null })
    expect(await world.refusal('accounts.test', typed)).toMatchObject({ said: '•••?' })
  })

  it('uses the keys of a standing account', async () => {
    const { id } = await world.ask('accounts.add', accountDraft())
    expect(await world.ask('accounts.test', { accountId: id })).toMatchObject({ usable: true })
    expect(new Set(world.carrier.credentialsSeen)).toEqual(new Set(['login-of-tests:secret-of-tests']))
  })
})

describe('sample accounts', () => {
  it('are one a carrier, read at once, and added only once', async () => {
    const [callfire, flowroute] = await world.ask('accounts.addSamples', null)
    expect(callfire).toMatchObject({ name: 'CallFire sample', color: 'blue', sample: true, keys: { kind: 'ready' } })
    expect(flowroute).toMatchObject({ name: 'Flowroute sample', color: 'orange', sample: true, address: null })
    await world.ask('accounts.addSamples', null)
    expect(await world.ask('accounts.list', null)).toHaveLength(2)
    expect(await world.state(flowroute?.id ?? '')).toMatchObject({ phase: 'done', found: 3 })
  })

  it('never store keys', async () => {
    await world.ask('accounts.addSamples', null)
    await settle()
    expect(world.settings.text).not.toContain('sample-secret')
    expect(world.settings.keySaves).toBe(0)
  })

  it('find free names beside accounts of the same name', async () => {
    await world.ask('accounts.add', accountDraft('callfire-v2', { name: 'callfire SAMPLE' }))
    const samples = await world.ask('accounts.addSamples', null)
    expect(samples.map(({ name }) => name)).toEqual(['CallFire sample 2', 'Flowroute sample'])
  })

  it('can be looked at without a connection the first time, and are offline afterwards', async () => {
    world.online = false
    const [sample] = await world.ask('accounts.addSamples', null)
    const id = sample?.id ?? ''
    expect(await world.state(id)).toMatchObject({ phase: 'done' })
    await world.ask('sync.start', { accountId: id })
    expect(await world.state(id)).toMatchObject({ phase: 'failed', failure: { kind: 'offline' }, found: 3 })
  })

  it('have neither keys nor an address to change', async () => {
    const [sample] = await world.ask('accounts.addSamples', null)
    const accountId = sample?.id ?? ''
    const keys = { accountId, login: 'a', secret: 'b', keeping: 'session', passphrase: null } as const
    expect(await world.refusal('accounts.replaceKeys', keys)).toMatchObject({ kind: 'invalid' })
    const moved = { accountId, address: 'https://example.com' }
    expect(await world.refusal('accounts.change', moved)).toMatchObject({ kind: 'invalid', field: 'address' })
  })
})

describe('removing an account', () => {
  it('takes its rows, keys and state, and leaves the others alone', async () => {
    const bakery = await world.ask('accounts.add', accountDraft())
    const clinic = await world.ask('accounts.add', accountDraft('flowroute-v2'))
    await settle()
    expect(await world.ask('accounts.holdings', { accountId: bakery.id })).toMatchObject({ numbers: 3 })
    await world.ask('accounts.remove', { accountId: bakery.id })
    expect(world.storage.of(bakery.id)).toEqual([])
    expect(world.storage.of(clinic.id)).toHaveLength(3)
    expect(Object.keys(world.settings.read().keys)).toEqual([clinic.id])
    expect((await world.ask('sync.states', null)).map(({ accountId }) => accountId)).toEqual([clinic.id])
  })

  it('stops a sync that is under way', async () => {
    const { id } = await world.ask('accounts.add', accountDraft())
    await settle()
    world.carrier.hold()
    await world.ask('sync.start', { accountId: id })
    await world.ask('accounts.remove', { accountId: id })
    world.carrier.release()
    await settle()
    expect(world.storage.of(id)).toEqual([])
    expect(world.storage.sync.states()).toEqual([])
  })

  it('lets no sync begin anew behind its back', async () => {
    const [sample] = await world.ask('accounts.addSamples', null)
    const id = sample?.id ?? ''
    await world.state(id)
    world.carrier.hold()
    await world.ask('sync.start', { accountId: id })
    await settle()
    const removing = world.ask('accounts.remove', { accountId: id })
    await world.app.invoke('sync.start', { accountId: null })
    await removing
    world.carrier.release()
    await settle()
    expect(world.storage.of(id)).toEqual([])
    expect(world.storage.sync.states().map(({ accountId }) => accountId)).not.toContain(id)
  })

  it('goes on at the next start when the app went down in the middle', async () => {
    world.carrier.numbers = ownedNumbers(500)
    world.carrier.pageSize = 500
    const { id } = await world.ask('accounts.add', accountDraft())
    await world.state(id)
    await settle()
    expect(world.storage.of(id)).toHaveLength(500)
    const removing = world.ask('accounts.remove', { accountId: id })
    await new Promise((resolve) => setImmediate(resolve))
    await world.app.stop()
    await removing
    const left = world.storage.of(id).length
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThan(500)
    world.restart()
    expect(await world.ask('accounts.list', null)).toEqual([])
    world.app.start()
    await settle()
    expect(world.storage.of(id)).toEqual([])
    expect(world.storage.sync.states()).toEqual([])
  })

  it('may be asked for twice at once', async () => {
    const { id } = await world.ask('accounts.add', accountDraft())
    await settle()
    const answers = [world.ask('accounts.remove', { accountId: id }), world.ask('accounts.remove', { accountId: id })]
    expect(await Promise.all(answers)).toEqual([null, null])
  })
})
