import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { numberQuery } from '../support/builders.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await createWorld({ numbers: 30 })
})
afterEach(() => world.close())

const lineOf = (report: { readonly checks: readonly { readonly name: string }[] }, name: string) =>
  report.checks.find((check) => check.name === name)

describe('keys', () => {
  it('that are wrong are found by the test, line by line, and by the sync', async () => {
    const { api, address, login } = world.draft('callfire-v2')
    const report = await world.ask('accounts.test', { api, address, login, secret: 'not-the-secret' })
    expect(report.usable).toBe(false)
    expect(lineOf(report, 'account')).toMatchObject({ outcome: 'failed', sentence: expect.stringMatching(/\.$/) })
    const { id } = await world.add('callfire-v2', { secret: 'not-the-secret' })
    expect(await world.settled(id)).toMatchObject({ phase: 'failed', failure: { kind: 'unauthorized' } })
  })

  it('of the other carrier end in a report, not in a mess', async () => {
    const flowroute = world.draft('flowroute-v2')
    const callfire = world.draft('callfire-v2')
    const swapped = { api: callfire.api, address: callfire.address, login: flowroute.login, secret: flowroute.secret }
    const report = await world.ask('accounts.test', swapped)
    expect(report.usable).toBe(false)
    expect(report.hint).toMatch(/Flowroute/)
  })

  it('with blanks and line breaks around them work', async () => {
    const { login, secret } = world.draft('flowroute-v2')
    const { id } = await world.add('flowroute-v2', { login: ` "${login}"\r\n`, secret: `\u200b${secret}\n` })
    expect(await world.settled(id)).toMatchObject({ phase: 'done', found: 30 })
  })

  it('that were wrong can be replaced, and the account is read at once', async () => {
    const { login, secret } = world.draft('flowroute-v2')
    const { id } = await world.add('flowroute-v2', { secret: 'mistyped-secret' })
    await world.settled(id)
    const keys = { accountId: id, login, secret, keeping: 'keystore', passphrase: null } as const
    await world.ask('accounts.replaceKeys', keys)
    expect(await world.settled(id)).toMatchObject({ phase: 'done', failure: null, found: 30 })
  })
})

describe('a server that is not what it should be', () => {
  it.each(['callfire-v2', 'flowroute-v2'] as const)(
    '%s at the address of the other carrier fails and stays usable',
    async (api) => {
      const other = world.draft(api === 'callfire-v2' ? 'flowroute-v2' : 'callfire-v2')
      const { address, login, secret } = other
      const { id } = await world.add(api, { address, login, secret })
      expect(await world.settled(id)).toMatchObject({ phase: 'failed', found: 0 })
      const report = await world.ask('accounts.test', { api, address, login, secret })
      expect(report.usable).toBe(false)
      await world.ask('accounts.remove', { accountId: id })
      expect(await world.ask('accounts.list', null)).toEqual([])
    },
  )

  it.each([
    ['an HTML page', { kind: 'html' }],
    ['nothing', { kind: 'empty' }],
    ['half', { kind: 'truncated', cut: false }],
    ['50 MB', { kind: 'huge', megabytes: 50 }],
  ] as const)('and answers %s loses nothing that was there', async (_, fault) => {
    const { id } = await world.add('callfire-v2')
    await world.settled(id)
    world.carriers.callfireV2.faults.add({ match: { path: '/v2/numbers/leases' }, fault })
    expect(await world.sync(id)).toMatchObject({ phase: 'failed', failure: { kind: 'garbled' }, found: 30 })
    expect(await world.ask('numbers.query', numberQuery())).toMatchObject({ total: 30 })
  })
})

describe('an odd list', () => {
  it('with short and long numbers is kept as it came', async () => {
    const { books } = world.carriers.flowrouteV2
    books.addNumber('12345678')
    books.addNumber('123456789012345')
    const { id } = await world.add('flowroute-v2')
    expect(await world.settled(id)).toMatchObject({ phase: 'done', found: 32 })
    const { rows } = await world.ask('numbers.query', numberQuery())
    expect(rows.map(({ number }) => number)).toEqual(expect.arrayContaining(['+12345678', '+123456789012345']))
  })

  it('with a lease that ends before it begins is kept as it came', async () => {
    const { leases } = world.carriers.callfireV2.books
    const [number = ''] = leases.numbers()
    const day = 86_400_000
    leases.change(number, { leaseBegin: Date.now() + 30 * day, leaseEnd: Date.now() + 10 * day, autoRenew: false })
    const { id } = await world.add('callfire-v2')
    expect(await world.settled(id)).toMatchObject({ phase: 'done', found: 30 })
    const detail = await world.ask('numbers.get', { accountId: id, number: `+${number}` })
    const { begin, end } = detail?.row.lease ?? {}
    expect((begin ?? '') > (end ?? '')).toBe(true)
  })

  it('without rows is an empty list', async () => {
    const { books } = world.carriers.flowrouteV2
    for (const number of [...books.numbers()]) books.loseNumber(number)
    const { id } = await world.add('flowroute-v2')
    expect(await world.settled(id)).toMatchObject({ phase: 'done', found: 0, gone: 0, oddCount: 0 })
  })

  it('with unknown words and missing members is read all the same', async () => {
    const { faults } = world.carriers.callfireV2
    faults.add({ fault: { kind: 'unknown' } })
    const { id } = await world.add('callfire-v2')
    expect(await world.settled(id)).toMatchObject({ phase: 'done', found: 30 })
    faults.clear()
    faults.add({ match: { path: '/v2/numbers/leases' }, fault: { kind: 'missing', members: ['status', 'labels'] } })
    expect(await world.sync(id)).toMatchObject({ phase: 'done', found: 30 })
  })
})
