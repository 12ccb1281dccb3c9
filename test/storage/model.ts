import { project } from '../../electron/core/inventory/project.ts'
import { fold } from '../../shared/fold.ts'
import {
  type NumberCounts,
  type NumberFilter,
  type NumberQuery,
  type NumberRouting,
  type NumberRow,
  type NumberSort,
  numberKinds,
  numberStates,
  type OwnedNumber,
} from '../../shared/model/number.ts'
import type { Route } from '../../shared/model/route.ts'
import { addMoney, type Money, toMicros, zero } from '../../shared/money.ts'
import { wordToDigits } from '../../shared/phone.ts'

export type Held = {
  readonly accountId: string
  readonly number: OwnedNumber
  readonly routing: NumberRouting | null
  readonly readAt: number
  readonly goneOn: string | null
}

export type Book = {
  readonly rows: readonly Held[]
  readonly routes: ReadonlyMap<string, Route>
  readonly names: ReadonlyMap<string, string>
}

type Shown = { readonly row: NumberRow; readonly text: string; readonly name: string }

function show(book: Book, held: Held): Shown {
  const { number } = held
  const projection = project({
    number,
    routing: held.routing,
    route: (id) => book.routes.get(`${held.accountId} ${id}`) ?? null,
  })
  const row: NumberRow = {
    accountId: held.accountId,
    number: number.number,
    display: projection.display,
    alias: number.alias,
    labels: number.labels,
    kind: number.kind,
    place: projection.place,
    rings: projection.rings,
    lease: number.lease,
    calls: number.calls,
    texts: number.texts,
    monthly: number.monthly,
    state: held.goneOn === null ? number.state : 'gone',
    stateSaid: number.stateSaid,
    goneOn: held.goneOn,
    readAt: held.readAt,
    boughtAt: null,
  }
  return { row, text: projection.searchText, name: fold(book.names.get(held.accountId) ?? '') }
}

/** Written apart from the code under test, as plainly as can be. */
function finds({ row, text, name }: Shown, typed: string): boolean {
  const words = fold(typed).split(/\s+/)
  return words.every((word) => {
    const bare = word.replace(/[()+./-]/g, '')
    if (bare === '') return true
    if (text.includes(word) || name.includes(word)) return true
    if (/^\d+$/.test(bare)) return text.includes(bare)
    const dialled = bare.replace(/[^a-z]/g, '').length >= 3 ? wordToDigits(bare) : null
    return dialled !== null && row.number.includes(dialled)
  })
}

const renewal = ({ lease }: NumberRow) => (lease?.autoRenew == null ? 'untold' : lease.autoRenew ? 'on' : 'off')

function passes(shown: Shown, filter: NumberFilter): boolean {
  const { row } = shown
  return (
    finds(shown, filter.search) &&
    (filter.accountIds.length === 0 || filter.accountIds.includes(row.accountId)) &&
    (filter.kinds.length === 0 || filter.kinds.includes(row.kind)) &&
    (filter.states.length === 0 ? row.state !== 'gone' : filter.states.includes(row.state)) &&
    (filter.autoRenew === null || renewal(row) === filter.autoRenew) &&
    (filter.rings === null || row.rings.state === filter.rings) &&
    (filter.endsBy === null ||
      (row.lease?.end != null && row.lease.end <= filter.endsBy && row.lease.autoRenew !== true))
  )
}

const features = ['on', 'pending', 'off', 'unsupported', 'unknown', null]

const keys: Readonly<Record<NumberSort, (shown: Shown) => string | number | null>> = {
  number: ({ row }) => row.number,
  rings: ({ row }) => (row.rings.state === 'unread' ? null : fold(row.rings.sentence)),
  place: ({ row }) => row.place && fold(row.place),
  kind: ({ row }) => numberKinds.indexOf(row.kind),
  account: ({ name, row }) => `${name}\n${row.accountId}`,
  ends: ({ row }) => row.lease?.end ?? null,
  autoRenew: ({ row }) => (renewal(row) === 'untold' ? null : renewal(row) === 'on' ? 0 : 1),
  features: ({ row }) =>
    row.calls === null && row.texts === null ? null : features.indexOf(row.calls) * 10 + features.indexOf(row.texts),
  monthly: ({ row }) => row.monthly && toMicros(row.monthly),
  state: ({ row }) => numberStates.indexOf(row.state),
  readAt: ({ row }) => row.readAt,
}

const order = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0)

export function modelQuery(book: Book, { filter, sort, direction, offset, limit }: NumberQuery) {
  const all = book.rows.map((held) => show(book, held)).filter((shown) => passes(shown, filter))
  const turn = direction === 'ascending' ? 1 : -1
  const sorted = all.sort((a, b) => {
    const [left, right] = [keys[sort](a), keys[sort](b)]
    const byKey =
      left === null || right === null ? Number(left === null) - Number(right === null) : order(left, right) * turn
    return byKey || order(a.row.number, b.row.number) || order(a.row.accountId, b.row.accountId)
  })
  return { rows: sorted.slice(offset, offset + limit).map(({ row }) => row), offset, total: all.length }
}

export function modelCounts(book: Book, filter: NumberFilter, soon: string): NumberCounts {
  const all = book.rows.map((held) => show(book, held))
  const rowsWith = (change: Partial<NumberFilter>) => all.filter((shown) => passes(shown, { ...filter, ...change }))
  const count = <Word extends string>(words: readonly Word[], change: (word: Word) => Partial<NumberFilter>) =>
    Object.fromEntries(words.map((word) => [word, rowsWith(change(word)).length])) as Record<Word, number>
  const matching = rowsWith({})
  const prices = matching.map(({ row }) => row.monthly)
  const accountIds = [...new Set([...book.names.keys(), ...book.rows.map(({ accountId }) => accountId)])]
  return {
    all: matching.length,
    byKind: count(numberKinds, (kind) => ({ kinds: [kind] })),
    byState: count(numberStates, (state) => ({ states: [state] })),
    byAccount: count(accountIds, (accountId) => ({ accountIds: [accountId] })),
    byAutoRenew: count(['on', 'off', 'untold'], (autoRenew) => ({ autoRenew })),
    byRings: count(['somewhere', 'nowhere', 'unread'], (rings) => ({ rings })),
    endingSoon: rowsWith({ endsBy: soon }).length,
    monthly: prices.reduce<Money>((sum, price) => addMoney(sum, price ?? zero), zero),
    monthlyUnknown: prices.filter((price) => price === null).length,
  }
}
