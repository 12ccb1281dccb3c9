import { type CalendarDay, today as todayOf } from '../../../shared/calendar.ts'
import type { AccountId, AccountView } from '../../../shared/model/account.ts'
import type { NumberRow, NumberSort } from '../../../shared/model/number.ts'
import { AccountName } from '../../ui/account-dot.tsx'
import { fitting, type GridColumn } from '../../ui/grid/columns.ts'
import { accountTitle, age } from '../../words.ts'
import { AutoRenewCell, EndsCell, SignCell } from '../lease-cells.tsx'
import { MonthlyCell, NumberCell, PlainCell, RingsCell } from './cells.tsx'
import { captionOf, featureWords, isNew, kindWords, stateSign } from './row-words.ts'

export type NumberColumn = GridColumn<NumberRow> & { readonly id: NumberSort }

type Known = {
  readonly accounts: ReadonlyMap<AccountId, AccountView>
  readonly now: number
  readonly shown: ReadonlySet<NumberSort>
}

type Layout = Omit<NumberColumn, 'cell' | 'skeleton'>

/** All columns in their order, with the least width at which each can be read. */
export const layouts: readonly Layout[] = [
  { id: 'number', name: 'Number', width: 172, grow: 0.5, isRowHeader: true },
  { id: 'rings', name: 'Rings at', width: 172, grow: 2 },
  { id: 'place', name: 'Place', width: 124, grow: 0.5 },
  { id: 'kind', name: 'Type', width: 78 },
  { id: 'account', name: 'Account', width: 144, grow: 0.3 },
  { id: 'ends', name: 'Renews or ends', width: 138 },
  { id: 'autoRenew', name: 'Auto-renew', width: 92 },
  { id: 'features', name: 'Calls/Texts', width: 100 },
  { id: 'monthly', name: 'Monthly', width: 78, align: 'end' },
  { id: 'state', name: 'State', width: 132 },
  { id: 'readAt', name: 'Age', width: 92 },
]

/** Which go when space is short, the first to go first. The number itself never goes. */
const giving: readonly NumberSort[] = [
  'readAt',
  'features',
  'kind',
  'autoRenew',
  'place',
  'account',
  'monthly',
  'ends',
  'state',
  'rings',
]

/** What a width of the window holds, or what the person asked for, wherever the edge of the window is. */
export const shownIn = (width: number, wanted: ReadonlySet<NumberSort> | null): ReadonlySet<NumberSort> =>
  new Set(
    wanted === null
      ? fitting(layouts, giving, width - 16).map(({ id }) => id)
      : layouts.map(({ id }) => id).filter((id) => id === 'number' || wanted.has(id)),
  )

export function columnsOf(known: Known): readonly NumberColumn[] {
  const cells = cellsOf(known, todayOf(known.now))
  return layouts
    .filter(({ id }) => known.shown.has(id))
    .map((layout) => ({ ...layout, cell: cells[layout.id], skeleton: skeletons[layout.id] ?? '60%' }))
}

const skeletons: Partial<Record<NumberSort, string>> = { number: '118px', rings: '70%', monthly: '38px', kind: '42px' }

type Cells = Readonly<Record<NumberSort, NumberColumn['cell']>>

function cellsOf({ accounts, now, shown }: Known, today: CalendarDay): Cells {
  const has = { hasPlace: shown.has('place'), hasKind: shown.has('kind') }
  const accountOf = (row: NumberRow) => accounts.get(row.accountId)
  return {
    number: (row) => (
      <NumberCell
        row={row}
        caption={captionOf(row, has)}
        isNew={isNew(row, now)}
        account={shown.has('account') || accounts.size < 2 ? undefined : accountOf(row)}
      />
    ),
    rings: (row) => <RingsCell rings={row.rings} />,
    place: (row) => <PlainCell text={row.place} />,
    kind: (row) => <PlainCell text={kindWords[row.kind]} />,
    account: (row) => <AccountCell account={accountOf(row)} />,
    ends: (row) => <EndsCell lease={row.lease} today={today} />,
    autoRenew: (row) => <AutoRenewCell lease={row.lease} />,
    features: (row) => <PlainCell text={featureWords(row.calls, row.texts)} />,
    monthly: (row) => <MonthlyCell monthly={row.monthly} />,
    state: (row) => <SignCell sign={stateSign(row, today)} />,
    readAt: (row) => <PlainCell text={age(row.readAt, now)} />,
  }
}

function AccountCell({ account }: { readonly account: AccountView | undefined }) {
  return account ? <AccountName color={account.color} name={accountTitle(account)} /> : <PlainCell text={null} />
}
