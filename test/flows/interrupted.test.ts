import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { numberQuery } from '../support/builders.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await createWorld({ numbers: 450 })
})
afterEach(() => world.close())

const allRows = async () => (await world.ask('numbers.query', numberQuery())).rows
const requests = () => world.carriers.flowrouteV2.server.requests.map(({ method, path }) => `${method} ${path}`)
const lists = (since: number) =>
  requests()
    .slice(since)
    .filter((request) => request.startsWith('GET /v2/numbers?'))
const details = (since: number) =>
  requests()
    .slice(since)
    .filter((request) => request.startsWith('POST'))

/** Resolves when the carrier has received so many requests that fit, without looking at a clock. */
const received = async (fits: (request: string) => boolean, count: number) => {
  while (requests().filter(fits).length < count) await new Promise((resolve) => setImmediate(resolve))
}

describe('when the power goes', () => {
  it('while a first sync reads details, the next start fills the holes and makes no duplicates', async () => {
    const { faults } = world.carriers.flowrouteV2
    faults.add({ match: { method: 'POST' }, after: 1, fault: { kind: 'silent', when: 'before' } })
    const { id } = await world.add('flowroute-v2')
    await world.until(id, ({ progress }) => progress?.part === 'numberDetails' && progress.rowsRead === 200)
    const crashedAt = Date.now()
    world.crash()
    faults.clear()
    expect((await allRows()).filter(({ rings }) => rings.state === 'unread')).toHaveLength(250)
    expect(await world.state(id)).toMatchObject({ phase: 'cancelled', progress: null })
    world.app.start()
    const done = await world.until(id, ({ phase }) => phase === 'done')
    expect(done).toMatchObject({ found: 450, gone: 0 })
    // As old as its first half: the list was read before the power went.
    expect(done.lastDoneAt).toBeLessThan(crashedAt)
    const rows = await allRows()
    expect(new Set(rows.map(({ number }) => number)).size).toBe(450)
    expect(rows).toHaveLength(450)
    expect(rows.filter(({ rings }) => rings.state === 'unread')).toEqual([])
  })

  it('while details are read again, the next start asks only for the missing ones', async () => {
    const { faults } = world.carriers.flowrouteV2
    const { id } = await world.add('flowroute-v2')
    const first = await world.settled(id)
    const sofar = details(0).length
    faults.add({ match: { method: 'POST' }, after: 1, fault: { kind: 'silent', when: 'before' } })
    await world.ask('sync.start', { accountId: id })
    await world.until(id, ({ progress }) => progress?.part === 'numberDetails' && progress.rowsRead === 200)
    await received((request) => request.startsWith('POST'), sofar + 3)
    world.crash()
    faults.clear()
    const before = requests().length
    world.app.start()
    expect(await world.until(id, ({ phase }) => phase === 'done')).toMatchObject({ found: 450, gone: 0 })
    expect(lists(before)).toEqual([])
    expect(details(before)).toHaveLength(2)
    for (const { number } of await allRows()) {
      const detail = await world.ask('numbers.get', { accountId: id, number })
      expect(detail?.routingReadAt).toBeGreaterThan(first.lastDoneAt ?? 0)
    }
  })

  it('in the middle of the list, nothing is marked gone and the next start has it whole', async () => {
    const { faults, books } = world.carriers.flowrouteV2
    const { id } = await world.add('flowroute-v2')
    await world.settled(id)
    for (const number of books.numbers().slice(0, 20)) books.loseNumber(number)
    const page = (request: string) => request.startsWith('GET /v2/numbers?')
    const sofar = requests().filter(page).length
    faults.add({ match: { path: '/v2/numbers' }, after: 1, fault: { kind: 'silent', when: 'before' } })
    await world.ask('sync.start', { accountId: id })
    await received(page, sofar + 2)
    world.crash()
    faults.clear()
    expect((await allRows()).filter(({ goneOn }) => goneOn !== null)).toEqual([])
    world.app.start()
    expect(await world.until(id, ({ phase }) => phase === 'done')).toMatchObject({ found: 430, gone: 20 })
    expect(await allRows()).toHaveLength(450)
  })

  it('keys and accounts are there again', async () => {
    const { id } = await world.add('flowroute-v2')
    await world.settled(id)
    world.crash()
    expect(await world.ask('accounts.list', null)).toMatchObject([{ id, keys: { kind: 'ready', keeping: 'keystore' } }])
    expect(await world.sync(id)).toMatchObject({ phase: 'done' })
  })

  it('while an account is being removed, the next start goes on until nothing of it is left', async () => {
    const kept = await world.add('flowroute-v2', { name: 'Kept' })
    const removed = await world.add('flowroute-v2', { name: 'Removed' })
    await world.settled(kept.id)
    await world.settled(removed.id)
    void world.invoke('accounts.remove', { accountId: removed.id })
    await new Promise((resolve) => setImmediate(resolve))
    world.crash()
    expect((await world.ask('accounts.list', null)).map(({ id }) => id)).toEqual([kept.id])
    const left = (await allRows()).filter(({ accountId }) => accountId === removed.id).length
    expect(left).toBeGreaterThan(0)
    world.app.start()
    while ((await world.ask('numbers.query', numberQuery())).total > 450) {
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(world.storage.holdings(removed.id)).toMatchObject({ numbers: 0, routes: 0 })
    expect(world.storage.holdings(kept.id)).toMatchObject({ numbers: 450 })
  })
})

describe('quitting in the middle of a sync', () => {
  it('waits for nothing, and the next start goes on', async () => {
    const { faults } = world.carriers.flowrouteV2
    faults.add({ match: { method: 'POST' }, after: 1, fault: { kind: 'silent', when: 'before' } })
    const { id } = await world.add('flowroute-v2')
    await world.until(id, ({ progress }) => progress?.part === 'numberDetails' && progress.rowsRead === 200)
    await world.restart()
    faults.clear()
    const before = requests().length
    world.app.start()
    expect(await world.until(id, ({ phase }) => phase === 'done')).toMatchObject({ found: 450 })
    expect(lists(before)).toEqual([])
    expect((await allRows()).filter(({ rings }) => rings.state === 'unread')).toEqual([])
  })
})
