import type { AccountId, AccountView } from '../../../../shared/model/account.ts'
import type { OfferRow, OfferStanding } from '../../../../shared/model/market.ts'
import { fitting, type GridColumn } from '../../../ui/grid/columns.ts'
import { AccountCell, ActionCell, NumberCell, PriceCell, SeenCell, SpellsCell } from './cells.tsx'

type ColumnId = 'number' | 'memorable' | 'account' | 'setup' | 'monthly' | 'price' | 'seen' | 'act'

export type OfferColumn = GridColumn<OfferRow> & { readonly id: ColumnId }

type Layout = Omit<OfferColumn, 'cell'>

const layouts: readonly Layout[] = [
  { id: 'number', name: 'Number', width: 150, grow: 1.5, isRowHeader: true, skeleton: '118px' },
  { id: 'memorable', name: 'Spells', width: 72, grow: 0.72, skeleton: '46px' },
  { id: 'account', name: 'From', width: 126, grow: 1.26, canSort: false, skeleton: '80px' },
  { id: 'setup', name: 'Set-up', width: 58, align: 'end', canSort: false, skeleton: '38px' },
  { id: 'monthly', name: 'Monthly', width: 74, align: 'end', canSort: false, skeleton: '38px' },
  { id: 'price', name: 'First year', width: 78, align: 'end', skeleton: '46px' },
  { id: 'seen', name: 'Seen', width: 84, canSort: false, skeleton: '48px' },
  { id: 'act', name: 'Basket', width: 104, align: 'end', canSort: false, skeleton: '48px' },
]

/** Which go when space is short, the first to go first; what they say then stands under the number. */
const giving: readonly ColumnId[] = ['seen', 'setup', 'account', 'price', 'memorable']

type Known = {
  readonly accounts: ReadonlyMap<AccountId, AccountView>
  /** Pixels. */
  readonly width: number
  readonly standing: (row: OfferRow) => OfferStanding
  readonly onToggle: (row: OfferRow) => void
}

export function columnsOf(known: Known): readonly OfferColumn[] {
  const shown = fitting(layouts, giving, known.width + tickless)
  const has = (id: ColumnId) => shown.some((layout) => layout.id === id)
  const cells = cellsOf(known, has)
  return shown.map((layout) => ({ ...layout, cell: cells[layout.id] }))
}

/** Widths are reckoned with a column of boxes, which this list does not have. */
const tickless = 40

type Cells = Readonly<Record<ColumnId, OfferColumn['cell']>>

function cellsOf({ accounts, standing, onToggle }: Known, has: (id: ColumnId) => boolean): Cells {
  const accountOf = (row: OfferRow) => accounts.get(row.accountId)
  const isFree = (row: OfferRow) => standing(row) === 'free' || standing(row) === 'inBasket'
  return {
    number: (row) => (
      <NumberCell
        row={row}
        isFree={isFree(row)}
        account={has('account') || accounts.size < 2 ? undefined : accountOf(row)}
        hasAge={!has('seen')}
      />
    ),
    memorable: (row) => <SpellsCell words={row.words} isFree={isFree(row)} />,
    account: (row) => <AccountCell account={accountOf(row)} />,
    setup: (row) => <PriceCell price={row.setup} isFree={isFree(row)} isQuiet isSmall />,
    monthly: (row) => <PriceCell price={row.monthly} isFree={isFree(row)} />,
    price: (row) => <PriceCell price={row.firstYear} isFree={isFree(row)} isQuiet />,
    seen: (row) => <SeenCell seenAt={row.seenAt} />,
    act: (row) => (
      <ActionCell
        row={row}
        standing={standing(row)}
        owner={row.ownedBy === null ? undefined : accounts.get(row.ownedBy)}
        onToggle={onToggle}
      />
    ),
  }
}
