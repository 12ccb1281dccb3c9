import { describe, expect, it } from 'vitest'
import { createAccountsStore } from '../../renderer/stores/accounts.ts'
import { createAppStore } from '../../renderer/stores/app.ts'
import { createDetailStore } from '../../renderer/stores/detail.ts'
import { createSettingsStore } from '../../renderer/stores/settings.ts'
import { createSyncStore } from '../../renderer/stores/sync.ts'
import { createFakeMain, fakeAccount, fakeState } from './support/fake-main.ts'
import { sampleRow } from './support/sample-rows.ts'
import { quiet, until } from './support/settled.ts'

const account = fakeAccount('cf', 'callfire-v2')
const rows = Array.from({ length: 5 }, (_, at) => sampleRow(at, account))
const canary = 'canary-9f3a'

describe('the accounts', () => {
  it('are asked for again after a change, before the change is told done', async () => {
    const main = createFakeMain({ accounts: [account] })
    const store = createAccountsStore(main.bridge)
    await store.getState().change({ accountId: 'cf', name: 'Patisserie' })
    expect(store.getState().accounts?.[0]?.name).toBe('Patisserie')
  })

  it('never hold a key: not after adding, replacing, testing or unlocking', async () => {
    const main = createFakeMain({ accounts: [account] })
    const store = createAccountsStore(main.bridge)
    const keys = { login: canary, secret: canary, keeping: 'passphrase', passphrase: canary } as const
    const { add, replaceKeys, test, unlock } = store.getState()
    const kept: unknown[] = []
    store.subscribe((state) => kept.push(JSON.stringify(state)))
    const replies = [
      await add({ api: 'callfire-v2', name: 'New', color: 'teal', address: null, readOnly: false, ...keys }),
      await replaceKeys({ accountId: 'cf', ...keys }),
      await test({ api: 'callfire-v2', address: null, login: canary, secret: canary }),
      await unlock(canary),
    ]
    expect(replies.every(({ ok }) => ok)).toBe(true)
    expect(JSON.stringify(main.asked)).toContain(canary)
    expect(JSON.stringify([kept, replies, store.getState()])).not.toContain(canary)
  })

  it('stand as they were when a change fails, with the failure for whoever asked', async () => {
    const main = createFakeMain({ accounts: [account] })
    const store = createAccountsStore(main.bridge)
    await store.getState().load()
    main.world.failures.set('accounts.change', { kind: 'invalid', field: 'address', problem: 'Use https.' })
    const reply = await store.getState().change({ accountId: 'cf', address: 'http://x' })
    expect(reply).toMatchObject({ ok: false, failure: { kind: 'invalid' } })
    expect(store.getState().accounts).toEqual([account])
  })
})

describe('the open number', () => {
  it('is the last that was opened, also when an earlier answer comes late', async () => {
    const main = createFakeMain({ accounts: [account], rows })
    const store = createDetailStore(main.bridge)
    const held = main.hold('numbers.get')
    const first = store.getState().open({ accountId: 'cf', number: rows[0]?.number ?? '' })
    const second = store.getState().open({ accountId: 'cf', number: rows[1]?.number ?? '' })
    held.letGo()
    await first
    expect(store.getState().detail).toBeNull()
    held.letGo()
    await second
    expect(store.getState().detail?.row.number).toBe(rows[1]?.number)
  })

  it('stays closed when the answer comes after closing', async () => {
    const main = createFakeMain({ accounts: [account], rows })
    const store = createDetailStore(main.bridge)
    const held = main.hold('numbers.get')
    const opening = store.getState().open({ accountId: 'cf', number: rows[0]?.number ?? '' })
    store.getState().close()
    held.letGo()
    await opening
    expect(store.getState()).toMatchObject({ key: null, detail: null })
  })

  it('follows a push without flashing empty, and says when it is no longer here', async () => {
    const main = createFakeMain({ accounts: [account], rows })
    const store = createDetailStore(main.bridge)
    await store.getState().open({ accountId: 'cf', number: rows[0]?.number ?? '' })
    const seen: boolean[] = []
    store.subscribe(({ detail }) => seen.push(detail !== null))
    main.push('numbers')
    await until(() => seen.length > 1)
    expect(seen).not.toContain(false)
    main.world.rows = []
    await store.getState().open({ accountId: 'cf', number: rows[0]?.number ?? '' })
    expect(store.getState()).toMatchObject({ detail: null, asked: true, failure: null })
  })
})

describe('sync', () => {
  it('is asked for a few times in a storm of pushes, and ends on the last word', async () => {
    const main = createFakeMain({ accounts: [account] })
    const store = createSyncStore(main.bridge, 1)
    for (let found = 0; found <= 1000; found++) {
      main.world.states = [fakeState('cf', { found })]
      main.push('sync')
    }
    await until(() => store.getState().states?.[0]?.found === 1000)
    expect(main.asked.length).toBeLessThan(20)
  })

  it('gives a refusal to whoever started it', async () => {
    const main = createFakeMain({ accounts: [account] })
    main.world.failures.set('sync.start', { kind: 'unknownAccount' })
    expect(await createSyncStore(main.bridge, 1).getState().start('gone')).toEqual({ kind: 'unknownAccount' })
  })
})

describe('settings and the program', () => {
  it('follow what main says, also when another window changed it', async () => {
    const main = createFakeMain()
    const store = createSettingsStore(main.bridge)
    await store.getState().change({ theme: 'dark' })
    expect(store.getState().settings?.theme).toBe('dark')
    main.world.settings = { ...main.world.settings, density: 'compact' }
    main.push('settings')
    await until(() => store.getState().settings?.density === 'compact')
  })

  it('lose a notice once it was read', async () => {
    const main = createFakeMain()
    main.world.info = { ...main.world.info, notices: [{ id: 'n1', kind: 'startedEmpty', sentence: 'So it was.' }] }
    const store = createAppStore(main.bridge)
    await store.getState().load()
    await store.getState().dismissNotice('n1')
    await quiet()
    expect(store.getState().info?.notices).toEqual([])
  })
})
