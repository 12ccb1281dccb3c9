import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NumberRow } from '../../shared/model/number.ts'
import { numberQuery } from '../support/builders.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await createWorld({ numbers: 450 })
})
afterEach(() => world.close())

const rowsOf = async (accountId: string): Promise<readonly NumberRow[]> => {
  const { filter } = numberQuery()
  return (await world.ask('numbers.query', numberQuery({ filter: { ...filter, accountIds: [accountId] } }))).rows
}
const plain = (numbers: readonly string[]) => numbers.map((number) => `+${number.replace(/\D/g, '')}`).toSorted()

describe('reading accounts', () => {
  it('brings two accounts of each carrier side by side, each with its own rows', async () => {
    const added = [
      await world.add('callfire-v2', { name: 'Bakery' }),
      await world.add('callfire-v2', { name: 'Bakery, second shop' }),
      await world.add('flowroute-v2', { name: 'Clinic' }),
      await world.add('flowroute-v2', { name: 'Clinic, second floor' }),
    ]
    for (const { id } of added) expect(await world.settled(id)).toMatchObject({ phase: 'done', found: 450, gone: 0 })
    expect(await world.ask('numbers.query', numberQuery())).toMatchObject({ total: 1800 })
    const { callfireV2, flowrouteV2 } = world.carriers
    const [bakery, , clinic] = await Promise.all(added.map(({ id }) => rowsOf(id)))
    expect(bakery?.map(({ number }) => number)).toEqual(plain(callfireV2.books.leases.numbers()))
    expect(clinic?.map(({ number }) => number)).toEqual(plain(flowrouteV2.books.numbers()))
  })

  it('knows of every number where it rings', async () => {
    for (const api of ['callfire-v2', 'flowroute-v2'] as const) {
      const { id } = await world.add(api)
      await world.settled(id)
      expect((await rowsOf(id)).filter(({ rings }) => rings.state === 'unread')).toEqual([])
    }
  })

  it('asks for each number once where details can only be read one by one', async () => {
    const { books, server } = world.carriers.flowrouteV2
    books.behave({ bulkDetails: false })
    for (const number of [...books.numbers()].slice(30)) books.loseNumber(number)
    const { id } = await world.add('flowroute-v2')
    expect(await world.settled(id)).toMatchObject({ phase: 'done', found: 30, partFailures: [] })
    expect((await rowsOf(id)).filter(({ rings }) => rings.state === 'unread')).toEqual([])
    const singles = server.requests.map(({ path }) => path).filter((path) => /^\/v2\/numbers\/\d+$/.test(path))
    expect(singles.toSorted()).toEqual([...new Set(singles)].toSorted())
    expect(singles).toHaveLength(30)
  })

  it('has every number although their details cannot be read, and says so', async () => {
    const { faults } = world.carriers.flowrouteV2
    faults.add({ match: { path: '/v2/numbers/*' }, fault: { kind: 'status', status: 403 } })
    const { id } = await world.add('flowroute-v2')
    const state = await world.settled(id)
    expect(state).toMatchObject({ phase: 'done', found: 450 })
    expect(state.partFailures).toMatchObject([{ part: 'numberDetails', failure: { kind: 'forbidden' } }])
    expect((await rowsOf(id)).every(({ rings }) => rings.state === 'unread')).toBe(true)
    faults.clear()
    expect(await world.sync(id)).toMatchObject({ phase: 'done', partFailures: [] })
    expect((await rowsOf(id)).some(({ rings }) => rings.state === 'unread')).toBe(false)
  })

  it('tells what would go with an account', async () => {
    const { id } = await world.add('callfire-v2')
    await world.settled(id)
    const holdings = await world.ask('accounts.holdings', { accountId: id })
    expect(holdings).toMatchObject({ numbers: 450, routes: 0 })
    expect(holdings.keywords).toBe(world.carriers.callfireV2.books.keywords.list().length)
    expect(holdings.doNotContact).toBeGreaterThan(0)
  })

  it('twice changes nothing but the age', async () => {
    const { id } = await world.add('flowroute-v2')
    await world.settled(id)
    const before = await rowsOf(id)
    expect(await world.sync(id)).toMatchObject({ phase: 'done', found: 450, gone: 0 })
    const ageless = (rows: readonly NumberRow[]) => rows.map((row) => ({ ...row, readAt: 0 }))
    expect(ageless(await rowsOf(id))).toEqual(ageless(before))
  })

  it('works for the sample accounts, over the same wire', async () => {
    const samples = await world.ask('accounts.addSamples', null)
    for (const { id } of samples) expect(await world.settled(id)).toMatchObject({ phase: 'done', found: 450 })
  })
})

describe('what a carrier no longer lists', () => {
  it('is marked with the day, kept, and free of the mark when it comes back', async () => {
    const { books } = world.carriers.flowrouteV2
    const { id } = await world.add('flowroute-v2')
    await world.settled(id)
    const [lost = ''] = books.numbers()
    const [number = ''] = plain([lost])
    books.loseNumber(lost)
    expect(await world.sync(id)).toMatchObject({ phase: 'done', found: 449, gone: 1 })
    const gone = await world.ask('numbers.get', { accountId: id, number })
    expect(gone?.row.goneOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(gone?.routing).not.toBeNull()
    expect(await rowsOf(id)).toHaveLength(450)
    const { filter } = numberQuery()
    const owned = await world.ask('numbers.query', numberQuery({ filter: { ...filter, states: [], accountIds: [id] } }))
    expect(owned.total).toBe(449)
    books.addNumber(lost)
    expect(await world.sync(id)).toMatchObject({ found: 450, gone: 0 })
    expect((await world.ask('numbers.get', { accountId: id, number }))?.row.goneOn).toBeNull()
  })

  it('is kept when the list is suddenly empty', async () => {
    const { books } = world.carriers.flowrouteV2
    const { id } = await world.add('flowroute-v2')
    await world.settled(id)
    for (const number of [...books.numbers()]) books.loseNumber(number)
    expect(await world.sync(id)).toMatchObject({ phase: 'done', found: 0, gone: 450 })
    expect(await rowsOf(id)).toHaveLength(450)
  })
})

describe('a list that breaks off', () => {
  it.each([
    ['an HTML page', { kind: 'html' }, 'garbled'],
    ['half a page', { kind: 'truncated', cut: false }, 'garbled'],
    ['an answer without a body', { kind: 'empty' }, 'garbled'],
    ['a refusal', { kind: 'status', status: 403 }, 'forbidden'],
  ] as const)('with %s marks nothing gone and keeps the age', async (_, fault, kind) => {
    const { faults, books } = world.carriers.flowrouteV2
    const { id } = await world.add('flowroute-v2')
    const before = await world.settled(id)
    for (const number of books.numbers().slice(0, 50)) books.loseNumber(number)
    faults.add({ match: { method: 'GET', path: '/v2/numbers' }, after: 1, fault })
    const state = await world.sync(id)
    expect(state).toMatchObject({ phase: 'failed', failure: { kind, accountId: id }, found: 450 })
    expect(state.lastDoneAt).toBe(before.lastDoneAt)
    expect((await rowsOf(id)).filter(({ goneOn }) => goneOn !== null)).toEqual([])
    faults.clear()
    expect(await world.sync(id)).toMatchObject({ phase: 'done', found: 400, gone: 50 })
  })

  it('with refused keys stops the whole account and says so', async () => {
    const { faults } = world.carriers.callfireV2
    const { id } = await world.add('callfire-v2')
    await world.settled(id)
    faults.add({ after: 2, fault: { kind: 'status', status: 401 } })
    expect(await world.sync(id)).toMatchObject({ phase: 'failed', failure: { kind: 'unauthorized', accountId: id } })
    expect(await rowsOf(id)).toHaveLength(450)
  })

  it('in a part that is not the numbers leaves the rest whole', async () => {
    const { faults } = world.carriers.callfireV2
    faults.add({ match: { path: '/v2/keywords/leases' }, fault: { kind: 'status', status: 403 } })
    faults.add({ match: { path: '/v2/orders' }, fault: { kind: 'status', status: 404 } })
    const { id } = await world.add('callfire-v2')
    const state = await world.settled(id)
    expect(state).toMatchObject({ phase: 'done', found: 450, failure: null })
    expect(state.partFailures.map(({ part, failure }) => [part, failure.kind]).toSorted()).toEqual([
      ['keywords', 'forbidden'],
      ['orders', 'notFound'],
    ])
  })
})

describe('a carrier that is slow or gone', () => {
  it('is shown to make us wait, and waited for', async () => {
    const { faults } = world.carriers.flowrouteV2
    const { id } = await world.add('flowroute-v2')
    await world.settled(id)
    const busy = { kind: 'status', status: 429, retryAfter: { seconds: 1, form: 'seconds' } } as const
    faults.add({ match: { path: '/v2/numbers' }, times: 1, fault: busy })
    await world.ask('sync.start', { accountId: id })
    const waiting = await world.until(id, ({ progress }) => progress?.waitingUntil != null)
    expect(waiting).toMatchObject({ phase: 'running' })
    expect(await world.settled(id)).toMatchObject({ phase: 'done', found: 450, progress: null })
  })

  it('can be cancelled at once, and read later', async () => {
    const { faults } = world.carriers.callfireV2
    const { id } = await world.add('callfire-v2')
    await world.settled(id)
    faults.add({ match: { path: '/v2/numbers/leases' }, fault: { kind: 'silent', when: 'before' } })
    await world.ask('sync.start', { accountId: id })
    await world.until(id, ({ phase, progress }) => phase === 'running' && progress?.part === 'numbers')
    await world.ask('sync.cancel', { accountId: null })
    expect(await world.state(id)).toMatchObject({ phase: 'cancelled', progress: null, found: 450 })
    faults.clear()
    expect(await world.sync(id)).toMatchObject({ phase: 'done', found: 450, gone: 0 })
  })

  it('leaves everything to browse and search that was read', async () => {
    const { id } = await world.add('flowroute-v2')
    await world.settled(id)
    const before = await rowsOf(id)
    world.online = false
    await world.restart()
    world.app.start()
    expect(await world.settled(id)).toMatchObject({ phase: 'failed', failure: { kind: 'offline' } })
    expect(await rowsOf(id)).toEqual(before)
    const { filter } = numberQuery()
    const search = before[7]?.number.slice(-7) ?? ''
    const found = await world.ask('numbers.query', numberQuery({ filter: { ...filter, search } }))
    expect(found.rows.map(({ number }) => number)).toContain(before[7]?.number)
    world.online = true
    world.app.wake('online')
    expect(await world.until(id, ({ phase }) => phase === 'done')).toMatchObject({ found: 450 })
  })
})
