import { type CalendarDay, today as todayOf } from '../../../shared/calendar.ts'
import type { AccountId, AccountView } from '../../../shared/model/account.ts'
import type { KeywordRow, KeywordsQuery } from '../../../shared/model/keyword.ts'
import { formatPhone } from '../../../shared/phone.ts'
import { AccountName } from '../../ui/account-dot.tsx'
import { fitting, type GridColumn } from '../../ui/grid/columns.ts'
import { Told } from '../../ui/told.tsx'
import { accountTitle, age } from '../../words.ts'
import { AutoRenewCell, EndsCell, SignCell } from '../lease-cells.tsx'
import { endingSign, plainSign, type StateSign } from '../lease-words.ts'
import styles from './keywords.module.css'

export type KeywordColumn = GridColumn<KeywordRow>

export const keywordSorts: readonly KeywordsQuery['sort'][] = ['keyword', 'ends', 'account', 'state']

const layouts: readonly Omit<KeywordColumn, 'cell' | 'skeleton'>[] = [
  { id: 'keyword', name: 'Keyword', width: 190, grow: 2, isRowHeader: true },
  { id: 'to', name: 'Texted to', width: 128, grow: 0.5, canSort: false },
  { id: 'account', name: 'Account', width: 150, grow: 0.5 },
  { id: 'ends', name: 'Renews or ends', width: 148 },
  { id: 'autoRenew', name: 'Auto-renew', width: 92, canSort: false },
  { id: 'state', name: 'State', width: 128 },
  { id: 'readAt', name: 'Age', width: 92, canSort: false },
]

/** Which go when space is short, the first to go first. */
const giving = ['readAt', 'autoRenew', 'account', 'to', 'ends', 'state']

type Known = { readonly accounts: ReadonlyMap<AccountId, AccountView>; readonly now: number; readonly width: number }

/** The columns that fit into a width. */
export function columnsOf(known: Known): readonly KeywordColumn[] {
  const cells = cellsOf(known, todayOf(known.now))
  return fitting(layouts, giving, known.width).map((layout) => ({
    ...layout,
    cell: cells[layout.id] ?? (() => null),
    skeleton: layout.id === 'keyword' ? '96px' : '60%',
  }))
}

function cellsOf({ accounts, now }: Known, today: CalendarDay): Readonly<Record<string, KeywordColumn['cell']>> {
  return {
    keyword: (row) => <Keyword row={row} />,
    to: (row) => <Told text={textedTo(row)} />,
    account: ({ accountId }) => <Account account={accounts.get(accountId)} />,
    ends: ({ lease }) => <EndsCell lease={lease} today={today} />,
    autoRenew: ({ lease }) => <AutoRenewCell lease={lease} />,
    state: (row) => <SignCell sign={keywordSign(row, today)} />,
    readAt: ({ readAt }) => <Told text={age(readAt, now)} />,
  }
}

/** The short code, or the number that took its place. */
export const textedTo = ({ shortCode, number }: Pick<KeywordRow, 'shortCode' | 'number'>): string | null =>
  shortCode ?? (number && formatPhone(number))

/** A keyword that is active, but ends soon, says that. */
export const keywordSign = (row: KeywordRow, today: CalendarDay): StateSign =>
  (row.state === 'active' ? endingSign(row, today) : null) ?? plainSign(row)

const Keyword = ({ row: { keyword, labels } }: { readonly row: KeywordRow }) => (
  <span className={styles.keyword}>
    <span className={styles.word}>{keyword}</span>
    {labels.length > 0 && <span className={styles.caption}>{labels.join(' · ')}</span>}
  </span>
)

const Account = ({ account }: { readonly account: AccountView | undefined }) =>
  account ? <AccountName color={account.color} name={accountTitle(account)} /> : <Told text={null} />
