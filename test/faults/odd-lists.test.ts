import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { oddSentence, providerNames } from '../../renderer/words.ts'
import { type ApiId, apiIds } from '../../shared/model/account.ts'
import { numberQuery } from '../support/builders.ts'
import { type Bent, bendingNumbers, createBent } from './support/bent.ts'
import { expectNothingLost, holdingOf, plain, type Stocked, stocked } from './support/holding.ts'

/** A row of the provider's list, as that provider writes it. */
const rowOf = (api: ApiId, number: string) =>
  api === 'callfire-v2'
    ? { number, status: 'ACTIVE', tollFree: false, labels: ['odd'] }
    : { id: number, type: 'number', attributes: { value: number, alias: 'odd', number_type: 'standard' } }

const numberOf = (row: Readonly<Record<string, unknown>>): string => String(row.number ?? row.id)

describe.each(apiIds)('a list of %s', (api) => {
  let all: Stocked
  let bent: Bent
  beforeEach(async () => {
    all = await stocked(api)
    const { world, id } = all
    bent = await createBent(world.draft(api).address ?? '')
    await world.ask('accounts.change', { accountId: id, address: bent.address })
    expect(await world.settled(id)).toMatchObject({ phase: 'done', found: 30 })
    all = { ...all, before: await holdingOf(world) }
  })
  afterEach(async () => {
    await all.world.close()
    await bent.close()
  })

  /** The banner about an empty list, if there is one. */
  const toldOf = async (id: string): Promise<string | null> => {
    const { notices } = await all.world.ask('app.info', null)
    const notice = notices.find((told) => told.kind === 'listEmptied' && told.id.endsWith(id))
    return notice ? plain(notice.sentence) : null
  }
  const rowsOf = async () => (await all.world.ask('numbers.query', numberQuery())).rows

  it.each([
    ['in one page', (rows: readonly object[]) => [...rows, ...rows]],
    ['side by side', (rows: readonly object[]) => rows.flatMap((row) => [row, row])],
    ['backwards', (rows: readonly object[]) => [...rows, ...rows.toReversed()]],
  ])('that names each number twice (%s) shows it once', async (_where, twice) => {
    const { world, id } = all
    bent.bend = bendingNumbers((rows) => twice(rows))
    expect(await world.sync(id)).toMatchObject({ phase: 'done', found: 30, gone: 0, failure: null })
    await expectNothingLost(all)
  })

  it('that names a number in two spellings shows it once', async () => {
    const { world, id } = all
    bent.bend = bendingNumbers((rows) => [...rows, ...rows.map((row) => ({ ...row, ...plusBefore(api, row) }))])
    expect(await world.sync(id)).toMatchObject({ phase: 'done', found: 30, gone: 0 })
    expect(await rowsOf()).toHaveLength(30)
  })

  it('with numbers of 8 and 15 digits keeps them as they came, beside the others', async () => {
    const { world, id, before } = all
    const odd = ['98765432', '123456789012345']
    bent.bend = bendingNumbers((rows) => [...odd.map((number) => rowOf(api, number)), ...rows])
    expect(await world.sync(id)).toMatchObject({ phase: 'done', found: 32, gone: 0 })
    for (const digits of odd) {
      const filter = { ...numberQuery().filter, search: digits }
      const { rows } = await world.ask('numbers.query', numberQuery({ filter }))
      expect(rows).toMatchObject([{ number: `+${digits}`, display: `+${digits}`, goneOn: null }])
      const detail = await world.ask('numbers.get', { accountId: id, number: `+${digits}` })
      expect(detail?.row.number).toBe(`+${digits}`)
    }
    const known = new Set(before.numbers.map(({ number }) => number))
    const { numbers } = await holdingOf(world)
    expect(numbers.filter(({ number }) => known.has(number))).toEqual(before.numbers)
  })

  it('with rows that are no numbers leaves those out, says how many, and keeps the others', async () => {
    const { world, id } = all
    bent.bend = bendingNumbers((rows) => [null, 7, 'x', [], {}, rowOf(api, ''), rowOf(api, 'none'), ...rows])
    const state = await world.sync(id)
    expect(state).toMatchObject({ phase: 'done', found: 30, gone: 0 })
    expect(state.odd.length).toBeGreaterThan(0)
    expect(state.odd.every(({ kept }) => !kept)).toBe(true)
    expect(plain(oddSentence(state.oddCount, providerNames[api]))).toMatch(
      /rows did not come as .* all others are unharmed\. If/,
    )
    await expectNothingLost(all)
  })

  it('in which some rows have lost their number marks nothing gone', async () => {
    const { world, id } = all
    bent.bend = bendingNumbers((rows) => rows.map((row, place) => (place < 3 ? rowOf(api, 'unreadable') : row)))
    expect(await world.sync(id)).toMatchObject({ phase: 'done', gone: 0 })
    await expectNothingLost(all)
  })

  it('without rows keeps what was there, marked gone, and says what to do; it all comes back', async () => {
    const { world, id, before } = all
    bent.bend = emptied
    expect(await world.sync(id)).toMatchObject({ phase: 'done', found: 0, gone: 30, failure: null })
    const { numbers, accounts } = await holdingOf(world)
    expect(accounts).toEqual(before.accounts)
    expect(numbers.map(({ number, display, rings }) => ({ number, display, rings }))).toEqual(
      before.numbers.map(({ number, display, rings }) => ({ number, display, rings })),
    )
    expect(numbers.every(({ state: word, goneOn }) => word === 'gone' && goneOn !== null)).toBe(true)
    expect(await toldOf(id)).toMatch(/came back empty\. The 30 that were in it are kept here, marked as gone\. If you/)
    await world.sync(id)
    expect(await toldOf(id)).not.toBeNull()
    bent.bend = (_path, document) => document
    expect(await world.sync(id)).toMatchObject({ phase: 'done', found: 30, gone: 0 })
    await expectNothingLost(all)
    expect(await toldOf(id)).toBeNull()
  })

  it('that was empty from the first day is no news', async () => {
    const { world } = all
    bent.bend = emptied
    const { id } = await world.add(api, { name: 'Second', address: bent.address })
    expect(await world.settled(id)).toMatchObject({ phase: 'done', found: 0, gone: 0 })
    expect(await toldOf(id)).toBeNull()
    await world.ask('accounts.remove', { accountId: id })
    await expectNothingLost(all)
  })
})

const plusBefore = (api: ApiId, row: Readonly<Record<string, unknown>>) => rowOf(api, `+${numberOf(row)}`)

function emptied(path: string, document: unknown): unknown {
  const { pathname } = new URL(path, 'http://here')
  if (pathname === '/v2/numbers/leases') return { items: [], limit: 1000, offset: 0, totalCount: 0 }
  return pathname === '/v2/numbers' ? { data: [], links: {} } : document
}

describe('a lease that ends before it begins', () => {
  it('is shown as it came, counted as odd, and every other number is untouched', async () => {
    const all = await stocked('callfire-v2')
    const { world, id, before } = all
    const { leases } = world.carriers.callfireV2.books
    const [number = ''] = leases.numbers()
    const day = 86_400_000
    leases.change(number, { leaseBegin: Date.now() + 30 * day, leaseEnd: Date.now() + 10 * day, autoRenew: false })
    const state = await world.sync(id)
    expect(state).toMatchObject({ phase: 'done', found: 30, gone: 0, oddCount: 1, odd: [{ kept: true }] })
    expect(plain(oddSentence(state.oddCount, 'CallFire'))).toMatch(
      /^1 row did not come as CallFire describes it; all others/,
    )
    const { numbers } = await holdingOf(world)
    const others = (list: typeof numbers) => list.filter((row) => row.number !== `+${number}`)
    expect(others(numbers)).toEqual(others(before.numbers))
    const { begin, end } = numbers.find((row) => row.number === `+${number}`)?.lease ?? {}
    expect((begin ?? '') > (end ?? '')).toBe(true)
    await world.close()
  })
})
