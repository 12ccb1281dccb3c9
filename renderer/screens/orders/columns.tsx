import type { AccountId, AccountView } from '../../../shared/model/account.ts'
import type { OrderRow } from '../../../shared/model/purchase.ts'
import { AccountName } from '../../ui/account-dot.tsx'
import { cx } from '../../ui/cx.ts'
import { fitting, type GridColumn } from '../../ui/grid/columns.ts'
import { Status, StatusChip } from '../../ui/status.tsx'
import { NotTold, Told } from '../../ui/told.tsx'
import { accountTitle, count, duration, leastPrice, since } from '../../words.ts'
import styles from './cells.module.css'
import { orderSigns } from './order-words.ts'

type Column = GridColumn<OrderRow>
type Known = { readonly accounts: ReadonlyMap<AccountId, AccountView>; readonly now: number; readonly width: number }

const layouts: readonly Omit<Column, 'cell' | 'skeleton'>[] = [
  { id: 'when', name: 'When', width: 112 },
  { id: 'what', name: 'What', width: 178, grow: 2, isRowHeader: true },
  { id: 'account', name: 'Account', width: 150, grow: 0.5 },
  { id: 'asked', name: 'Asked', width: 62, align: 'end' },
  { id: 'done', name: 'Done', width: 60, align: 'end' },
  { id: 'refused', name: 'Refused', width: 70, align: 'end' },
  { id: 'checking', name: 'Checking', width: 76, align: 'end' },
  { id: 'cost', name: 'Cost', width: 112, align: 'end' },
  { id: 'state', name: 'State', width: 134 },
  { id: 'settled', name: 'Settled after', width: 98, align: 'end' },
]

/** Which go when space is short, the first to go first: what is being checked and how it ended are the last. */
const giving = ['settled', 'account', 'cost', 'refused', 'when', 'checking', 'asked', 'done', 'state']

const skeletons: Readonly<Record<string, string>> = { when: '64px', what: '60%', state: '72px' }

/** The columns that fit into a width. */
export function columnsOf(known: Known): readonly Column[] {
  const shown = fitting(layouts, giving, known.width)
  const hasAccount = shown.some(({ id }) => id === 'account')
  const cells = cellsOf(known, hasAccount)
  return shown.map((layout) => ({
    ...layout,
    cell: cells[layout.id] ?? (() => null),
    skeleton: skeletons[layout.id] ?? '28px',
  }))
}

function cellsOf({ accounts, now }: Known, hasAccount: boolean): Readonly<Record<string, Column['cell']>> {
  const accountOf = (row: OrderRow) => accounts.get(row.accountId)
  return {
    when: (row) => <Told text={row.createdAt === null ? null : since(row.createdAt, now)} />,
    what: (row) => <What row={row} account={hasAccount ? undefined : accountOf(row)} />,
    account: (row) => <Account account={accountOf(row)} />,
    asked: ({ counts }) => <Count value={counts.asked} look="plain" />,
    done: ({ counts }) => <Count value={counts.done} look="good" />,
    refused: ({ counts }) => <Count value={counts.refused} look="bad" />,
    checking: ({ counts }) => <Count value={counts.checking} look="wait" />,
    cost: ({ cost, costsMore, kind }) =>
      kind === 'release' ? (
        <NotTold words="nothing" />
      ) : (
        <span className={cost ? styles.money : styles.faint}>{leastPrice(cost, costsMore)}</span>
      ),
    state: (row) => <State state={row.state} />,
    settled: ({ settledAfterMs, source }) =>
      settledAfterMs === null ? (
        <NotTold words={source === 'here' ? 'not settled' : 'not told'} />
      ) : (
        <span className={styles.second}>{duration(settledAfterMs)}</span>
      ),
  }
}

function What({ row, account }: { readonly row: OrderRow; readonly account: AccountView | undefined }) {
  const captions = [
    account && accountTitle(account),
    row.source === 'elsewhere' && 'made elsewhere',
    row.counts.notSent > 0 && `${count(row.counts.notSent)} not sent`,
  ].filter(Boolean)
  return (
    <span className={styles.what}>
      <span className={styles.main}>{row.what}</span>
      {captions.length > 0 && <span className={styles.caption}>{captions.join(' · ')}</span>}
    </span>
  )
}

const Account = ({ account }: { readonly account: AccountView | undefined }) =>
  account ? <AccountName color={account.color} name={accountTitle(account)} /> : <Told text={null} />

type CountProps = { readonly value: number; readonly look: 'plain' | 'good' | 'bad' | 'wait' }

const Count = ({ value, look }: CountProps) => (
  <span className={cx(value === 0 ? styles.faint : styles[look])}>{count(value)}</span>
)

function State({ state }: Pick<OrderRow, 'state'>) {
  const { tone, shape, word } = orderSigns[state]
  const Sign = state === 'done' || state === 'notSent' || state === 'unknown' ? Status : StatusChip
  return (
    <Sign tone={tone} shape={shape}>
      {word}
    </Sign>
  )
}
