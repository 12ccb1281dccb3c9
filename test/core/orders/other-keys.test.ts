import { beforeEach, describe, expect, it } from 'vitest'
import { settle } from '../../support/clock.ts'
import { a, Counter, numbers } from './counter.ts'
import { lostBefore } from './shop.ts'

let counter: Counter
let id: string
let login: string
let purchaseId: string
beforeEach(async () => {
  counter = new Counter()
  const account = await counter.account()
  id = account.id
  const first = { accountId: id, ...keysOf('first-login', 'old-secret') }
  await counter.world.ask('accounts.replaceKeys', first)
  login = first.login
  account.shop.fates = [lostBefore]
  purchaseId = await counter.buy(numbers(id, a))
})

const keysOf = (name: string, secret: string) =>
  ({ login: name, secret, keeping: 'keystore', passphrase: null }) as const
const replace = (name: string) => ({ accountId: id, ...keysOf(name, 'new-secret') })
const refused = { kind: 'invalid', field: 'login', problem: expect.stringContaining('stop waiting under Orders') }

describe('while an order of an account is waited for', () => {
  it('a new secret of the same login is taken', async () => {
    const { keys } = await counter.world.ask('accounts.replaceKeys', replace(login))
    expect(keys).toMatchObject({ kind: 'ready' })
  })

  it('another login is refused, with the way out, and the keys stay as they were', async () => {
    const before = counter.world.settings.read().keys[id]
    expect(await counter.world.refusal('accounts.replaceKeys', replace('other-login'))).toMatchObject(refused)
    expect(counter.world.settings.read().keys[id]?.sealed).toEqual(before?.sealed)
    expect(counter.world.logged.join()).not.toMatch(/other-login|first-login/)
  })

  it('another login is refused after a restart too, when the old one lies in the key store', async () => {
    counter.world.restart()
    expect(await counter.world.refusal('accounts.replaceKeys', replace('other-login'))).toMatchObject(refused)
  })

  it('a key store that cannot be asked who the customer is refuses for now', async () => {
    counter.world.restart()
    counter.world.vault.showPrompt()
    const keys = { ...replace('other-login'), keeping: 'session' } as const
    const refusal = counter.world.refusal('accounts.replaceKeys', keys)
    await counter.world.clock.forward(20_000)
    expect(await refusal).toMatchObject({ kind: 'vault', why: 'pending' })
  })

  it('keys that nobody can read any more are replaced by any', async () => {
    counter.world.restart()
    counter.world.vault.broken = true
    const keys = { ...replace('other-login'), keeping: 'session' } as const
    expect(await counter.world.ask('accounts.replaceKeys', keys)).toMatchObject({ keys: { kind: 'ready' } })
  })

  it('another login is taken once nothing is waited for', async () => {
    await counter.world.ask('orders.letGo', { purchaseId, slots: [0] })
    await settle()
    expect(await counter.world.ask('accounts.replaceKeys', replace('other-login'))).toMatchObject({ id })
  })
})
