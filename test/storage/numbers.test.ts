import { expect, it } from 'vitest'
import { ownedNumber, ownedNumbers, route } from '../support/builders.ts'
import { begin, noon, numbersOf, open, query, readAll, rowsOf, temporaryFolder } from './support.ts'

const minute = 60_000

it('keeps a snapshot as it was said, with the time it was read, over a restart', () => {
  const folder = temporaryFolder()
  const said = ownedNumber('+12065550143', { alias: 'Front 🎂 desk', monthly: { amount: '1.250', currency: 'USD' } })
  const first = open(folder)
  readAll(first, (run) => first.numbers.saveNumbers(run, [said]))
  first.close()
  const detail = open(folder).numbers.get({ accountId: 'bakery', number: '+12065550143' })
  expect(detail?.snapshot).toEqual(said)
  expect(detail?.row).toMatchObject({
    alias: 'Front 🎂 desk',
    monthly: { amount: '1.250' },
    readAt: noon,
    goneOn: null,
  })
})

it('does not know a number that was never listed, of an account that was never read', () => {
  const storage = open(temporaryFolder())
  expect(storage.numbers.get({ accountId: 'nobody', number: '+12065550143' })).toBeNull()
  expect(storage.numbers.query(query())).toEqual({ rows: [], offset: 0, total: 0 })
})

it('keeps the same number of two accounts apart', () => {
  const storage = open(temporaryFolder())
  for (const accountId of ['clinic', 'bakery']) {
    readAll(storage, (run) => storage.numbers.saveNumbers(run, [ownedNumber('+12065550143', { alias: accountId })]), {
      accountId,
    })
  }
  expect(rowsOf(storage).map(({ accountId, alias }) => [accountId, alias])).toEqual([
    ['bakery', 'bakery'],
    ['clinic', 'clinic'],
  ])
})

it('holds a number once, however often a list names it', () => {
  const storage = open(temporaryFolder())
  const twice = [ownedNumber('+12065550143'), ownedNumber('+12065550143', { alias: 'second' })]
  readAll(storage, (run) => storage.numbers.saveNumbers(run, twice))
  expect(rowsOf(storage)).toMatchObject([{ alias: 'second' }])
})

it('takes numbers of 4, 8 and 15 digits, a lease that ends before it begins, and a word that nobody knows', () => {
  const storage = open(temporaryFolder())
  const lease = { begin: '2027-01-01', end: '2026-01-01', autoRenew: null }
  const odd = [
    ownedNumber('+55501430', { lease }),
    ownedNumber('+123456789012345', { state: 'unknown', stateSaid: 'MOONLIT' }),
    ownedNumber('+1206'),
  ]
  readAll(storage, (run) => storage.numbers.saveNumbers(run, odd))
  expect(numbersOf(storage)).toEqual(['+1206', '+123456789012345', '+55501430'])
  expect(rowsOf(storage, { states: ['unknown'] })).toMatchObject([{ stateSaid: 'MOONLIT' }])
})

it('marks gone only what a whole list left out, with the day, and takes it back when it returns', () => {
  const storage = open(temporaryFolder())
  const [first, second] = ownedNumbers(2)
  if (!first || !second) throw new Error('two numbers')
  readAll(storage, (run) => storage.numbers.saveNumbers(run, [first, second]))
  readAll(storage, (run) => storage.numbers.saveNumbers(run, [first]), { now: noon + minute })
  expect(rowsOf(storage)).toMatchObject([
    { state: 'active', goneOn: null, readAt: noon + minute },
    { state: 'gone', goneOn: '2026-11-21', readAt: noon },
  ])
  expect(numbersOf(storage, { states: ['gone'] })).toEqual([second.number])
  readAll(storage, (run) => storage.numbers.saveNumbers(run, [first, second]), { now: noon + 2 * minute })
  expect(rowsOf(storage).map(({ state, goneOn }) => [state, goneOn])).toEqual([
    ['active', null],
    ['active', null],
  ])
})

it('tells a number that is gone as gone after a restart too', () => {
  const folder = temporaryFolder()
  const first = open(folder)
  readAll(first, (run) => first.numbers.saveNumbers(run, ownedNumbers(1)))
  readAll(first, () => undefined)
  first.close()
  const storage = open(folder)
  expect(numbersOf(storage, { states: ['gone'] })).toHaveLength(1)
  expect(numbersOf(storage, { states: ['active'] })).toHaveLength(0)
})

it('deletes nothing for half a list', () => {
  const storage = open(temporaryFolder())
  readAll(storage, (run) => storage.numbers.saveNumbers(run, ownedNumbers(10)))
  const half = begin(storage, 'bakery', noon + minute)
  storage.numbers.saveNumbers(half, ownedNumbers(3))
  storage.sync.end(half)
  expect(rowsOf(storage).filter(({ goneOn }) => goneOn !== null)).toEqual([])
})

it('shows where a number rings as soon as that was read, whichever came first', () => {
  const storage = open(temporaryFolder())
  const run = begin(storage)
  const routing = { kind: 'routes', primary: '7', failover: null } as const
  storage.numbers.saveRoutes(run, [route('7', { name: 'Desk', target: 'pbx.example.net', kind: 'host' })], [])
  storage.numbers.saveRoutings(run, [{ number: '+12065550101', routing }])
  expect(rowsOf(storage)).toEqual([])
  storage.numbers.saveNumbers(run, [ownedNumber('+12065550100'), ownedNumber('+12065550101')])
  storage.numbers.saveRoutings(run, [
    { number: '+12065550100', routing: { kind: 'routes', primary: null, failover: null } },
  ])
  expect(rowsOf(storage).map(({ rings }) => rings)).toEqual([
    { sentence: 'Rings nowhere', state: 'nowhere' },
    { sentence: 'Desk → pbx.example.net', state: 'somewhere' },
  ])
  const detail = storage.numbers.get({ accountId: 'bakery', number: '+12065550101' })
  expect(detail).toMatchObject({ routing, routingReadAt: noon, primary: { name: 'Desk' }, failover: null })
})

it('keeps the price and the note of the last whole read when a list leaves them out', () => {
  const storage = open(temporaryFolder())
  const run = begin(storage)
  const whole = {
    monthly: { amount: '1.25', currency: 'USD' },
    setup: { amount: '1', currency: 'USD' },
    note: 'van',
  } as const
  storage.numbers.saveNumbers(run, [ownedNumber('+12065550143', whole)])
  storage.numbers.saveNumbers(run, [ownedNumber('+12065550143', { alias: 'new name' })])
  const key = { accountId: 'bakery', number: '+12065550143' }
  expect(storage.numbers.get(key)?.snapshot).toMatchObject({ ...whole, alias: 'new name' })
  storage.numbers.saveNumbers(run, [ownedNumber('+12065550143', { ...whole, note: null })])
  expect(storage.numbers.get(key)?.snapshot.note).toBeNull()
})

it('projects numbers again when a route that they use changes, a few at a time', () => {
  const storage = open(temporaryFolder())
  const run = begin(storage)
  const desk = (name: string) => route('7', { name, target: 'pbx.example.net', kind: 'host' })
  storage.numbers.saveRoutes(run, [desk('Old'), route('8')], [])
  storage.numbers.saveNumbers(run, ownedNumbers(25))
  storage.numbers.saveRoutings(
    run,
    ownedNumbers(25).map(({ number }, at) => ({
      number,
      routing: { kind: 'routes', primary: at % 5 === 0 ? '8' : '7', failover: null },
    })),
  )
  expect(storage.numbers.reproject('bakery', 10)).toBe(false)
  storage.numbers.saveRoutes(run, [desk('New'), route('8')], [])
  let calls = 1
  while (storage.numbers.reproject('bakery', 10)) calls++
  expect(calls).toBe(3)
  const sentences = rowsOf(storage).map(({ rings }) => rings.sentence)
  expect(sentences.filter((sentence) => sentence === 'New → pbx.example.net')).toHaveLength(20)
  expect(numbersOf(storage, { search: 'new' })).toHaveLength(20)
  expect(numbersOf(storage, { search: 'old' })).toHaveLength(0)
})

it('names a route by its id once the provider no longer lists it', () => {
  const storage = open(temporaryFolder())
  const first = begin(storage)
  storage.numbers.saveRoutes(first, [route('7')], [])
  storage.numbers.saveNumbers(first, [ownedNumber('+12065550143')])
  storage.numbers.saveRoutings(first, [
    { number: '+12065550143', routing: { kind: 'routes', primary: '7', failover: null } },
  ])
  storage.sync.end(first)
  const second = begin(storage)
  expect(storage.sync.finishPart(second, 'routes', '2026-11-21', 50)).toEqual({ gone: 1, left: false })
  while (storage.numbers.reproject('bakery', 10));
  expect(rowsOf(storage)).toMatchObject([{ rings: { sentence: 'Route 7' } }])
})

it('lists what still needs its details: never read first, the latest listed first, in pieces', () => {
  const storage = open(temporaryFolder())
  const routing = { kind: 'routes', primary: '0', failover: null } as const
  const numbers = ownedNumbers(6).map(({ number }) => number)
  const first = begin(storage)
  storage.numbers.saveNumbers(first, ownedNumbers(4))
  storage.numbers.saveRoutings(
    first,
    [numbers[0], numbers[2]].map((number) => ({ number: number ?? '', routing })),
  )
  storage.sync.end(first)
  const run = begin(storage)
  storage.numbers.saveNumbers(run, ownedNumbers(6))
  const pieces: string[] = []
  for (let after: string | null = null; ; ) {
    const some = storage.numbers.withoutDetails(run, 2, after)
    pieces.push(...some)
    // Read while the list is gone through: that must not move the caller's place.
    if (some[0]) storage.numbers.saveRoutings(run, [{ number: some[0], routing }])
    after = some.at(-1) ?? null
    if (after === null) break
  }
  expect(pieces).toEqual([5, 4, 3, 1, 2, 0].map((at) => numbers[at]))
  expect(storage.numbers.withoutDetails(run, 10, null)).toEqual([4, 1, 0].map((at) => numbers[at]))
})

it('writes a chunk whole or not at all', () => {
  const storage = open(temporaryFolder())
  const run = begin(storage)
  const broken = {
    ...ownedNumber('+12065550199'),
    get place(): never {
      throw new Error('a bug of ours')
    },
  }
  expect(() => storage.numbers.saveNumbers(run, [...ownedNumbers(5), broken])).toThrow('a bug of ours')
  expect(numbersOf(storage)).toEqual([])
  storage.numbers.saveNumbers(run, ownedNumbers(5))
  expect(numbersOf(storage)).toHaveLength(5)
})
