import type { DemoCarriers } from '../../electron/demo/carriers.ts'
import { providerZone, toCalendarDay } from '../../shared/calendar.ts'
import { fold } from '../../shared/fold.ts'
import { numbers, type ShownRow } from './pages/numbers.ts'
import { expect, officeNumbers, test } from './support/office.ts'

const all = officeNumbers * 2

type Key = string | number | null
type KeyOf = (row: ShownRow, carriers: DemoCarriers) => Key

/** Eleven digits, as the carriers' books have them. */
const digitsOf = ({ cells }: ShownRow): string => {
  const digits = /\(\d{3}\) \d{3}-\d{4}|\+[\d -]+/.exec(cells.Number ?? '')?.[0].replace(/\D/g, '') ?? ''
  return digits.length === 10 ? `1${digits}` : digits
}

const leaseOf = (row: ShownRow, { callfireV2 }: DemoCarriers) => callfireV2.books.leases.find(digitsOf(row))
const recordOf = (row: ShownRow, { flowrouteV2 }: DemoCarriers) => flowrouteV2.books.number(digitsOf(row))

const rank = (words: readonly string[], word: string | undefined): number | null => {
  const place = words.indexOf(word ?? '')
  return place < 0 ? null : place
}

const stateRanks = ['ACTIVE', 'PENDING', 'RELEASED', 'UNAVAILABLE']
const featureRanks = ['ENABLED', 'PENDING', 'DISABLED', 'UNSUPPORTED']
const texts =
  (column: string): KeyOf =>
  (row) => {
    const text = fold(row.cells[column] ?? '')
    return text === '' || text === '—not told' ? null : text
  }

/** What each column goes by: the carriers' own books where they hold it, else what the row says. */
const keys: Readonly<Record<string, KeyOf>> = {
  Number: digitsOf,
  'Rings at': texts('Rings at'),
  Place: texts('Place'),
  Type: ({ cells }) => rank(['Local', 'Toll-free', 'Other'], cells.Type),
  Account: texts('Account'),
  'Renews or ends': (row, carriers) => {
    const end = leaseOf(row, carriers)?.leaseEnd
    return end === undefined ? null : toCalendarDay(end, providerZone)
  },
  'Auto-renew': (row, carriers) => {
    const lease = leaseOf(row, carriers)
    return lease === null ? null : Number(!lease.autoRenew)
  },
  // What Flowroute tells of texts is read number by number; its rows are left out here.
  'Calls/Texts': (row, carriers) => {
    const lease = leaseOf(row, carriers)
    return lease && featureRanks.indexOf(lease.callFeatureStatus) * 8 + featureRanks.indexOf(lease.textFeatureStatus)
  },
  Monthly: (row, carriers) =>
    recordOf(row, carriers)?.newer ? (recordOf(row, carriers)?.price?.monthly ?? null) : null,
  State: (row, carriers) => {
    const lease = leaseOf(row, carriers)
    return lease === null ? 0 : rank(stateRanks, lease.status)
  },
}

type Direction = 'ascending' | 'descending'

/** Rows that are not as they should be: out of order, unsaid before said, or equal ones not by number. */
function misplaced(rows: readonly ShownRow[], key: (row: ShownRow) => Key, direction: Direction): readonly string[] {
  const sign = direction === 'ascending' ? 1 : -1
  const compare = (a: ShownRow, b: ShownRow): number => {
    const [left, right] = [key(a), key(b)]
    if (left === right) return digitsOf(a) <= digitsOf(b) ? 0 : 1
    if (left === null || right === null) return left === null ? 1 : -1
    return left < right ? -sign : sign
  }
  return rows.flatMap((row, at) => {
    const before = rows[at - 1]
    return before !== undefined && compare(before, row) > 0
      ? [`${at}: ${key(before)} ${digitsOf(before)} before ${key(row)} ${digitsOf(row)}`]
      : []
  })
}

test.beforeEach(async ({ page }) => {
  // High and wide enough that every row and every column is there at once.
  await page.setViewportSize({ width: 1900, height: all * 36 + 400 })
  await expect.poll(async () => (await numbers(page).shown()).filter((row) => digitsOf(row)).length).toBe(all)
})

test('every number of both carriers is in the list, once', async ({ page, office }) => {
  const { callfireV2, flowrouteV2 } = office.carriers
  const held = [...callfireV2.books.leases.numbers(), ...flowrouteV2.books.numbers()].sort()
  expect((await numbers(page).shown()).map(digitsOf)).toEqual(held)
})

test('every column sorts both ways, as the carriers have it', async ({ page, office }) => {
  test.slow()
  const list = numbers(page)
  await expect(list.heading('Number')).toHaveAttribute('aria-sort', 'ascending')
  for (const [column, keyOf] of Object.entries(keys)) {
    const key = (row: ShownRow) => keyOf(row, office.carriers)
    const isLooked = (row: ShownRow) => column !== 'Calls/Texts' || leaseOf(row, office.carriers) !== null
    const directions: readonly Direction[] =
      column === 'Number' ? ['descending', 'ascending'] : ['ascending', 'descending']
    for (const direction of directions)
      await test.step(`${column} ${direction}`, async () => {
        await list.sortBy(column)
        await expect(list.heading(column)).toHaveAttribute('aria-sort', direction)
        await expect.poll(async () => misplaced((await list.shown()).filter(isLooked), key, direction)).toEqual([])
        expect(new Set((await list.shown()).map(digitsOf)).size).toBe(all)
      })
  }
  await expect(list.heading('Number')).toHaveAttribute('aria-sort', 'none')
})
