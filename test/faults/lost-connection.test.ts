import { afterEach, describe, expect, it } from 'vitest'
import type { Fault } from '../../electron/demo/kit/faults.ts'
import { type ApiId, apiIds } from '../../shared/model/account.ts'
import { createWorld, type World } from '../support/world.ts'
import { bendingNumbers, createBent } from './support/bent.ts'
import { holdingOf, sentenceFor } from './support/holding.ts'

/** More than two pages of either provider. */
const many = 2_300
const lists: Readonly<Record<ApiId, string>> = { 'callfire-v2': '/v2/numbers/leases', 'flowroute-v2': '/v2/numbers' }

let world: World
afterEach(() => world.close())

const carrierOf = (api: ApiId) => (api === 'callfire-v2' ? world.carriers.callfireV2 : world.carriers.flowrouteV2)

/** Takes numbers off the account, so that a list read to its end would mark them gone. */
function lose(api: ApiId, count: number): void {
  const { callfireV2, flowrouteV2 } = world.carriers
  if (api === 'callfire-v2')
    for (const one of callfireV2.books.leases.numbers().slice(0, count)) callfireV2.books.leases.remove(one)
  else for (const one of flowrouteV2.books.numbers().slice(0, count)) flowrouteV2.books.loseNumber(one)
}

const total = async () => {
  const { all, byState } = await world.ask('numbers.counts', { filter: everything, soon: '2000-01-01' })
  return { all, gone: byState.gone }
}
const everything = { search: '', accountIds: [], kinds: [], states: [], autoRenew: null, rings: null, endsBy: null }

const losses: readonly (readonly [string, Fault])[] = [
  ['is reset', { kind: 'reset', when: 'before' }],
  ['dies in the middle of a page', { kind: 'truncated', cut: true }],
]

describe.each(apiIds)('a connection to %s', (api) => {
  it.each(losses)(
    'that %s after the first pages: said, nothing marked gone, whole the next time',
    async (_how, fault) => {
      world = await createWorld({ numbers: many, limits: { retries: 1 } })
      const { id } = await world.add(api)
      expect(await world.settled(id)).toMatchObject({ phase: 'done', found: many })
      const before = await holdingOf(world)
      lose(api, 40)
      carrierOf(api).faults.add({ match: { path: lists[api] }, after: 2, fault })
      expect(await world.sync(id)).toMatchObject({
        phase: 'failed',
        failure: { kind: 'offline' },
        found: many,
        gone: 0,
      })
      expect(await sentenceFor(world, id)).toMatch(/cannot be reached\. Check the internet connection/)
      expect(await total()).toMatchObject({ gone: 0 })
      expect((await holdingOf(world)).numbers.map(({ number }) => number)).toEqual(
        before.numbers.map(({ number }) => number),
      )
      carrierOf(api).faults.clear()
      expect(await world.sync(id)).toMatchObject({ phase: 'done', found: many - 40, gone: 40 })
      expect(await total()).toMatchObject({ gone: 40 })
    },
  )

  it('that fails for a moment is not noticed', async () => {
    world = await createWorld({ numbers: many })
    carrierOf(api).faults.add({
      match: { path: lists[api] },
      after: 1,
      times: 1,
      fault: { kind: 'reset', when: 'before' },
    })
    const { id } = await world.add(api)
    expect(await world.settled(id)).toMatchObject({ phase: 'done', failure: null, found: many, gone: 0 })
  })

  it('at which a page in the middle comes half each time marks nothing gone', async () => {
    world = await createWorld({ numbers: many, limits: { retries: 1 } })
    const { id } = await world.add(api)
    await world.settled(id)
    carrierOf(api).faults.add({ match: { path: lists[api] }, after: 1, fault: { kind: 'truncated', cut: false } })
    expect(await world.sync(id)).toMatchObject({ phase: 'failed', failure: { kind: 'garbled', got: 'half' } })
    expect(await total()).toMatchObject({ gone: 0 })
  })

  it('at which pages come with fewer rows than they should leaves no holes', async () => {
    world = await createWorld({ numbers: many })
    const bent = await createBent(world.draft(api).address ?? '')
    const { id } = await world.add(api)
    expect(await world.settled(id)).toMatchObject({ phase: 'done', found: many })
    // The first page says that it is whole, and lacks its last rows.
    bent.bend = bendingNumbers((rows, offset) => (offset === 0 ? rows.slice(0, -7) : rows))
    await world.ask('accounts.change', { accountId: id, address: bent.address })
    expect(await world.settled(id)).toMatchObject({ phase: 'done', found: many, gone: 0 })
    await bent.close()
  })
})
