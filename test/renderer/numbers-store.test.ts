import { describe, expect, it } from 'vitest'
import { isSelected, keyOf, selectedCount } from '../../renderer/stores/numbers/selection.ts'
import { createNumbersStore } from '../../renderer/stores/numbers/store.ts'
import { pageSize, pagesKept, rowAt } from '../../renderer/stores/windowed/pages.ts'
import type { NumberQuery } from '../../shared/model/number.ts'
import { createFakeMain, fakeAccount } from './support/fake-main.ts'
import { noon, sampleRow } from './support/sample-rows.ts'
import { quiet, until } from './support/settled.ts'

const callfire = fakeAccount('cf', 'callfire-v2')
const flowroute = fakeAccount('fr', 'flowroute-v2')
const clock = { now: () => noon, typingMs: 0, gapMs: 0 }

function open(count: number) {
  const rows = Array.from({ length: count }, (_, at) => sampleRow(at, at % 2 ? callfire : flowroute))
  const main = createFakeMain({ accounts: [callfire, flowroute], rows })
  const store = createNumbersStore(main.bridge, clock)
  const queries = () =>
    main.asked.filter(({ name }) => name === 'numbers.query').map(({ input }) => input as NumberQuery)
  return { main, store, queries, state: () => store.getState() }
}

async function loaded(count: number) {
  const opened = open(count)
  opened.state().reload()
  await until(() => opened.state().total !== null && opened.state().overall)
  await quiet()
  return opened
}

describe('the window of rows', () => {
  it('asks for the first page, and knows the total from it', async () => {
    const { state, queries } = await loaded(1000)
    expect(queries()[0]).toMatchObject({ offset: 0, limit: pageSize })
    expect(state().total).toBe(state().overall?.all)
    expect(rowAt(state().pages, 0)).toBeDefined()
  })

  it('never holds all rows, however far it is scrolled', async () => {
    const { state } = await loaded(20_000)
    for (let start = 0; start < 19_000; start += 60) {
      state().show({ start, end: start + 30 })
      await quiet()
    }
    expect(state().pages.size).toBeLessThanOrEqual(pagesKept)
  })

  it('asks for nothing that flies by: only where a leap comes to rest', async () => {
    const { state, queries } = await loaded(20_000)
    const before = queries().length
    for (let start = 500; start <= 18_500; start += 600) state().show({ start, end: start + 30 })
    const row = await until(() => rowAt(state().pages, 18_510))
    expect(row).toBeDefined()
    expect(queries().length - before).toBeLessThanOrEqual(2)
  })

  it('asks again for what is on the screen when main says that numbers changed', async () => {
    const { main, state } = await loaded(300)
    main.world.rows = main.world.rows.map((row) => ({ ...row, alias: 'renamed' }))
    main.push('numbers')
    await until(() => rowAt(state().pages, 0)?.alias === 'renamed')
  })

  it('notices the first rows of a list that was empty', async () => {
    const { main, state } = await loaded(0)
    expect(state().total).toBe(0)
    main.world.rows = [sampleRow(1, callfire)]
    main.push('numbers')
    await until(() => state().total === 1)
  })

  it('lets go of rows beyond the end of a list that shrank', async () => {
    const { main, state } = await loaded(300)
    state().show({ start: 140, end: 160 })
    await until(() => rowAt(state().pages, 150))
    state().show({ start: 0, end: 20 })
    main.world.rows = main.world.rows.slice(0, 50)
    main.push('numbers')
    await until(() => state().total !== null && (state().total ?? 0) < 60)
    expect(rowAt(state().pages, 150)).toBeUndefined()
  })

  it('keeps a burst of pushes to a few questions', async () => {
    const { main, queries } = await loaded(300)
    const before = queries().length
    for (let push = 0; push < 500; push++) main.push('numbers')
    await quiet()
    expect(queries().length - before).toBeLessThan(20)
  })
})

describe('another question', () => {
  it('starts at the top, with the old rows standing until the first answer', async () => {
    const { main, state } = await loaded(1000)
    const [answered, first] = [state().answered, rowAt(state().pages, 0)]
    const held = main.hold('numbers.query')
    state().sortBy('place')
    expect(rowAt(state().pages, 0)).toBe(first)
    expect(state().answered).toBe(answered)
    held.letGo()
    await until(() => state().answered > answered)
    expect(rowAt(state().pages, 0)).not.toEqual(first)
  })

  it('drops an answer that a newer question overtook', async () => {
    const { main, state } = await loaded(400)
    const held = main.hold('numbers.query')
    state().toggleFilter({ kind: 'type', type: 'tollFree' })
    await until(() => held.waiting() === 1)
    state().toggleFilter({ kind: 'type', type: 'tollFree' })
    await until(() => held.waiting() === 2)
    held.letGo()
    await quiet()
    const between = state().total
    held.letGo()
    await quiet()
    expect(between).toBe(state().overall?.all)
    expect(state().total).toBe(state().overall?.all)
  })

  it('turns the order round when the same column is asked for again', async () => {
    const { state, queries } = await loaded(100)
    state().sortBy('monthly')
    state().sortBy('monthly')
    await quiet()
    expect(queries().at(-1)).toMatchObject({ sort: 'monthly', direction: 'descending' })
  })

  it('waits for typing to pause, and searches once', async () => {
    const { state, queries } = await loaded(400)
    const before = queries().length
    for (const text of ['c', 'ch', 'chi', 'chicago']) state().search(text)
    expect(state().typed).toBe('chicago')
    await until(() => state().filter.search === 'chicago')
    await quiet()
    expect(queries().length - before).toBe(1)
    expect(rowAt(state().pages, 0)?.place).toBe('Chicago, IL')
  })

  it('shows the typed text gone when the filter is cleared', async () => {
    const { state } = await loaded(400)
    state().search('chicago')
    await until(() => state().filter.search === 'chicago')
    state().clearFilter()
    expect(state().typed).toBe('')
  })

  it('counts what the filter lets through beside everything owned', async () => {
    const { state } = await loaded(400)
    state().toggleFilter({ kind: 'rings', rings: 'nowhere' })
    await until(() => state().counts !== state().overall && state().counts)
    expect(state().counts?.all).toBe(state().overall?.byRings.nowhere)
    expect(state().overall?.all).toBeGreaterThan(state().counts?.all ?? 0)
  })
})

describe('a failed question', () => {
  it('keeps the rows that are here, says why, and does not ask on and on', async () => {
    const { main, state, queries } = await loaded(300)
    main.world.failures.set('numbers.query', { kind: 'disk', why: 'damaged', detail: '' })
    main.push('numbers')
    await until(() => state().failure)
    await quiet()
    const asked = queries().length
    await quiet()
    expect(queries().length).toBe(asked)
    expect(rowAt(state().pages, 0)).toBeDefined()
  })

  it('is over with the next good answer', async () => {
    const { main, state } = open(300)
    main.world.failures.set('numbers.query', { kind: 'disk', why: 'other', detail: '' })
    state().reload()
    await until(() => state().failure)
    main.world.failures.clear()
    state().reload()
    await until(() => state().total !== null && state().failure === null)
  })
})

describe('selecting', () => {
  it('extends over rows that are not at hand by asking for them', async () => {
    const { state } = await loaded(1000)
    state().toggleRow(10)
    await state().extendTo(310)
    expect(selectedCount(state().selection, 1000)).toBe(301)
  })

  it('gives back what an extension that is drawn in again had taken', async () => {
    const { state } = await loaded(300)
    state().toggleRow(10)
    await state().extendTo(20)
    await state().extendTo(12)
    expect(selectedCount(state().selection, 300)).toBe(3)
  })

  it('goes with the filter: nothing out of sight stays selected', async () => {
    const { state } = await loaded(300)
    state().selectAll()
    state().toggleFilter({ kind: 'autoRenew', autoRenew: 'off' })
    expect(selectedCount(state().selection, 300)).toBe(0)
  })

  it('stays when the order changes', async () => {
    const { state } = await loaded(300)
    const row = rowAt(state().pages, 3)
    state().toggleRow(3)
    state().sortBy('place')
    await quiet()
    expect(row && isSelected(state().selection, keyOf(row))).toBe(true)
  })

  it('of all gives every number that matches but the ones left out, however many pages that is', async () => {
    const { state } = await loaded(1300)
    const row = rowAt(state().pages, 0)
    state().selectAll()
    state().toggleRow(0)
    const reply = await state().selectedNumbers()
    expect(reply.ok && reply.value.length).toBe((state().total ?? 0) - 1)
    expect(reply.ok && row && reply.value.includes(row.display)).toBe(false)
  })

  it('of some gives them as a person writes them', async () => {
    const { state } = await loaded(300)
    const row = rowAt(state().pages, 3)
    state().toggleRow(3)
    expect(await state().selectedNumbers()).toEqual({ ok: true, value: [row?.display] })
  })
})
