import { beforeEach, describe, expect, it } from 'vitest'
import { accountDraft } from '../../support/builders.ts'
import { settle } from '../../support/clock.ts'
import { MemoryWorld } from '../../support/memory-app.ts'

let world: MemoryWorld
beforeEach(() => {
  world = new MemoryWorld()
})

const keysOf = async (id: string) => (await world.ask('accounts.list', null)).find((view) => view.id === id)?.keys
const add = (change: Parameters<typeof accountDraft>[1] = {}) =>
  world.ask('accounts.add', accountDraft('callfire-v2', change))

describe('keys in the key store', () => {
  it('are there again after a restart, opened once for many requests', async () => {
    const { id } = await add()
    await settle()
    world.restart()
    world.app.start()
    expect(await world.state(id)).toMatchObject({ phase: 'done' })
    expect(world.vault.opened).toBe(1)
  })

  it.each([{ kind: 'weak', backend: 'basic_text' }, { kind: 'none' }] as const)(
    'are not taken by a key store that is $kind',
    async (keystore) => {
      world.vault.keystore = keystore
      expect(await world.refusal('accounts.add', accountDraft())).toMatchObject({
        kind: 'invalid',
        field: 'keeping',
        problem: expect.stringMatching(/session only, or protect them with a passphrase/),
      })
      expect(await world.ask('accounts.list', null)).toEqual([])
    },
  )

  it('stay stored when opening fails, are called unreadable, and work again when the key store does', async () => {
    const { id } = await add()
    await settle()
    const stored = world.settings.read().keys[id]?.sealed
    world.restart()
    world.vault.broken = true
    world.app.start()
    expect(await world.state(id)).toMatchObject({
      phase: 'failed',
      failure: { kind: 'keysMissing', why: 'unreadable' },
    })
    expect(await keysOf(id)).toEqual({ kind: 'missing', why: 'unreadable' })
    expect(world.settings.read().keys[id]?.sealed).toEqual(stored)
    world.vault.broken = false
    await world.ask('sync.start', { accountId: id })
    expect(await world.state(id)).toMatchObject({ phase: 'done' })
    expect(await keysOf(id)).toMatchObject({ kind: 'ready' })
  })

  it('are called unreadable when the key store is gone', async () => {
    const { id } = await add()
    await settle()
    world.restart()
    world.vault.keystore = { kind: 'none' }
    world.app.start()
    expect(await world.state(id)).toMatchObject({ failure: { kind: 'keysMissing', why: 'unreadable' } })
    expect(world.settings.read().keys[id]?.sealed).not.toBeNull()
  })

  it('are stored anew when the key store asks for it', async () => {
    const { id } = await add()
    await settle()
    const before = world.settings.read().keys[id]?.sealed?.ciphertext
    world.restart()
    world.vault.asksAgain = true
    world.app.start()
    await world.state(id)
    expect(world.settings.read().keys[id]?.sealed?.ciphertext).not.toBe(before)
  })
})

describe('a key store that shows a prompt', () => {
  it('fails the request after a while, and the app goes on', async () => {
    world.vault.showPrompt()
    const adding = world.refusal('accounts.add', accountDraft())
    await world.clock.forward(20_000)
    expect(await adding).toEqual({ kind: 'vault', why: 'pending' })
    expect(await world.ask('accounts.list', null)).toEqual([])
    const info = world.ask('app.info', null)
    await world.clock.forward(3_000)
    expect(await info).toMatchObject({ keystore: { kind: 'pending' } })
    world.vault.answerPrompt()
    expect(await world.ask('app.info', null)).toMatchObject({ keystore: { kind: 'protected' } })
  })

  it('and breaks down behind it is asked again, and says so then', async () => {
    world.vault.showPrompt()
    const info = world.ask('app.info', null)
    await world.clock.forward(3_000)
    expect(await info).toMatchObject({ keystore: { kind: 'pending' } })
    world.pushed.length = 0
    world.vault.down = true
    world.vault.answerPrompt()
    await settle()
    expect(world.pushed).toContain('app')
    expect(await world.refusal('app.info', null)).toEqual({ kind: 'vault', why: 'unavailable' })
  })

  it('holds up neither a cancel nor the end of the app', async () => {
    const { id } = await add()
    await settle()
    world.restart()
    world.vault.showPrompt()
    world.app.start()
    await settle()
    await world.ask('accounts.change', { accountId: id, paused: true })
    expect(await world.state(id)).toMatchObject({ phase: 'paused' })
    await world.ask('accounts.change', { accountId: id, paused: false })
    await settle()
    await world.app.stop()
    expect(world.storage.sync.states()).toMatchObject([{ phase: 'cancelled' }])
  })

  it('starts the sync that waited for it, when it is answered late', async () => {
    const { id } = await add()
    await settle()
    world.restart()
    world.vault.showPrompt()
    world.app.start()
    await world.clock.forward(20_000)
    expect(await world.state(id)).toMatchObject({ phase: 'failed', failure: { kind: 'vault', why: 'pending' } })
    world.vault.answerPrompt()
    expect(await world.state(id)).toMatchObject({ phase: 'done' })
  })
})

describe('keys for this session only', () => {
  it('are gone after a restart, which the account says', async () => {
    const { id } = await add({ keeping: 'session' })
    expect(await keysOf(id)).toMatchObject({ kind: 'ready', keeping: 'session' })
    world.restart()
    expect(await keysOf(id)).toEqual({ kind: 'missing', why: 'session' })
    world.app.start()
    const failure = { kind: 'keysMissing', why: 'session', accountId: id }
    expect(await world.state(id)).toMatchObject({ phase: 'failed', failure })
  })

  it('can be typed again', async () => {
    const { id } = await add({ keeping: 'session' })
    world.restart()
    const keys = {
      accountId: id,
      login: 'new-login',
      secret: 'new-secret',
      keeping: 'session',
      passphrase: null,
    } as const
    expect(await world.ask('accounts.replaceKeys', keys)).toMatchObject({ keys: { kind: 'ready' } })
    expect(await world.state(id)).toMatchObject({ phase: 'done' })
    expect(world.carrier.credentialsSeen.at(-1)).toBe('new-login:new-secret')
  })
})

describe('keys under a passphrase', () => {
  const passphrase = 'twelve loaves'

  it('want one that is worth the name', async () => {
    const draft = accountDraft('callfire-v2', { keeping: 'passphrase', passphrase: 'short' })
    expect(await world.refusal('accounts.add', draft)).toMatchObject({ kind: 'invalid', field: 'passphrase' })
  })

  it('are locked after a restart until it is typed, for every account that it fits', async () => {
    const one = await add({ keeping: 'passphrase', passphrase })
    const two = await add({ name: 'Two', keeping: 'passphrase', passphrase })
    const other = await add({ name: 'Other', keeping: 'passphrase', passphrase: 'another one' })
    world.restart()
    world.app.start()
    expect(await world.state(one.id)).toMatchObject({ failure: { kind: 'keysMissing', why: 'locked' } })
    expect(await world.refusal('accounts.unlock', { passphrase: 'wrong one' })).toEqual({
      kind: 'vault',
      why: 'wrongPassphrase',
    })
    const opened = await world.ask('accounts.unlock', { passphrase })
    expect(opened.map(({ id }) => id)).toEqual([one.id, two.id])
    expect(await world.state(two.id)).toMatchObject({ phase: 'done' })
    expect(await keysOf(other.id)).toEqual({ kind: 'missing', why: 'locked' })
  })
})

describe('what may be known of keys', () => {
  it('is when they were set and last used, to the minute, and never a part of them', async () => {
    const { id } = await add()
    await settle()
    const before = world.settings.keySaves
    const first = world.clock.now()
    await world.clock.forward(30_000)
    await world.ask('sync.start', { accountId: id })
    await world.state(id)
    expect(world.settings.keySaves).toBe(before)
    expect(await keysOf(id)).toMatchObject({ lastUsedAt: first })
    await world.clock.forward(31_000)
    await world.ask('sync.start', { accountId: id })
    await world.state(id)
    expect(world.settings.keySaves).toBe(before + 1)
    expect(await keysOf(id)).toMatchObject({ setAt: first, lastUsedAt: first + 61_000 })
    expect(JSON.stringify(await world.ask('accounts.list', null))).not.toMatch(/-of-tests/)
  })

  it('does not cost a request when it cannot be written', async () => {
    const { id } = await add()
    await settle()
    await world.clock.forward(120_000)
    world.settings.full = true
    await world.ask('sync.start', { accountId: id })
    expect(await world.state(id)).toMatchObject({ phase: 'done' })
  })
})
