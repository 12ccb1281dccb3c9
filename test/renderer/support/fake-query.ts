import type {
  NumberCounts,
  NumberCountsQuery,
  NumberFilter,
  NumberQuery,
  NumberRow,
  NumberWindow,
} from '../../../shared/model/number.ts'
import { numberKinds, numberStates } from '../../../shared/model/number.ts'
import { addMoney, toMicros, zero } from '../../../shared/money.ts'

const renewOf = (row: NumberRow) =>
  row.lease?.autoRenew == null ? 'untold' : row.lease.autoRenew ? 'on' : ('off' as const)

type Test = (row: NumberRow) => boolean

/** Each member of a filter as a test of its own, so that a count can leave its own member out. */
function testsOf(filter: NumberFilter): Readonly<Record<keyof NumberFilter, Test>> {
  const search = filter.search.toLowerCase().trim()
  return {
    search: (row) =>
      !search ||
      `${row.number} ${row.display} ${row.place} ${row.labels} ${row.rings.sentence}`.toLowerCase().includes(search),
    accountIds: (row) => filter.accountIds.length === 0 || filter.accountIds.includes(row.accountId),
    kinds: (row) => filter.kinds.length === 0 || filter.kinds.includes(row.kind),
    states: (row) => (filter.states.length === 0 ? row.state !== 'gone' : filter.states.includes(row.state)),
    autoRenew: (row) => filter.autoRenew === null || renewOf(row) === filter.autoRenew,
    rings: (row) => filter.rings === null || row.rings.state === filter.rings,
    endsBy: (row) => filter.endsBy === null || endsBy(row, filter.endsBy),
  }
}

const endsBy = ({ lease }: NumberRow, day: string): boolean =>
  lease?.end != null && lease.end <= day && lease.autoRenew !== true

const passes = (row: NumberRow, tests: Readonly<Record<string, Test>>, but?: string): boolean =>
  Object.entries(tests).every(([name, test]) => name === but || test(row))

const sortText: Readonly<Record<NumberQuery['sort'], (row: NumberRow) => string | number>> = {
  number: (row) => row.number,
  rings: (row) => row.rings.sentence,
  place: (row) => row.place ?? '~',
  kind: (row) => row.kind,
  account: (row) => row.accountId,
  ends: (row) => row.lease?.end ?? '~',
  autoRenew: renewOf,
  features: (row) => `${row.calls}${row.texts}`,
  monthly: (row) => (row.monthly ? toMicros(row.monthly) : -1),
  state: (row) => row.state,
  readAt: (row) => row.readAt,
}

export function queryRows(rows: readonly NumberRow[], query: NumberQuery): NumberWindow {
  const { offset, limit } = query
  const found = sorted(rows, query)
  return { rows: found.slice(offset, offset + limit), offset, total: found.length }
}

let last: { readonly key: string; readonly rows: readonly NumberRow[]; readonly found: readonly NumberRow[] } | null =
  null

function sorted(rows: readonly NumberRow[], { filter, sort, direction }: NumberQuery): readonly NumberRow[] {
  const key = JSON.stringify({ filter, sort, direction })
  if (last?.key === key && last.rows === rows) return last.found
  const tests = testsOf(filter)
  const by = sortText[sort]
  const sign = direction === 'ascending' ? 1 : -1
  const found = rows
    .filter((row) => passes(row, tests))
    .sort((a, b) => (by(a) < by(b) ? -sign : by(a) > by(b) ? sign : 0))
  last = { key, rows, found }
  return found
}

export function countRows(rows: readonly NumberRow[], { filter, soon }: NumberCountsQuery): NumberCounts {
  const tests = testsOf(filter)
  const but = (name: keyof NumberFilter, test: Test) =>
    rows.filter((row) => passes(row, tests, name) && test(row)).length
  const all = rows.filter((row) => passes(row, tests))
  const accounts = [...new Set(rows.map(({ accountId }) => accountId))]
  const perKind = numberKinds.map((kind) => [kind, but('kinds', (row) => row.kind === kind)] as const)
  const perState = numberStates.map((state) => [state, but('states', (row) => row.state === state)] as const)
  return {
    all: all.length,
    byKind: Object.fromEntries(perKind) as NumberCounts['byKind'],
    byState: Object.fromEntries(perState) as NumberCounts['byState'],
    byAccount: Object.fromEntries(accounts.map((id) => [id, but('accountIds', (row) => row.accountId === id)])),
    byAutoRenew: {
      on: but('autoRenew', (row) => renewOf(row) === 'on'),
      off: but('autoRenew', (row) => renewOf(row) === 'off'),
      untold: but('autoRenew', (row) => renewOf(row) === 'untold'),
    },
    byRings: {
      somewhere: but('rings', (row) => row.rings.state === 'somewhere'),
      nowhere: but('rings', (row) => row.rings.state === 'nowhere'),
      unread: but('rings', (row) => row.rings.state === 'unread'),
    },
    endingSoon: but('endsBy', (row) => endsBy(row, soon)),
    monthly: all.reduce((sum, { monthly }) => (monthly ? addMoney(sum, monthly) : sum), zero),
    monthlyUnknown: all.filter(({ monthly }) => monthly === null).length,
  }
}
