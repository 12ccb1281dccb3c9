import { type CalendarDay, daysBetween, formatDay } from '../../../shared/calendar.ts'
import type { AccountView } from '../../../shared/model/account.ts'
import type { NumberRow } from '../../../shared/model/number.ts'
import { AccountDot } from '../../ui/account-dot.tsx'
import { cx } from '../../ui/cx.ts'
import { Hidden } from '../../ui/hidden.tsx'
import { PhoneText } from '../../ui/phone-text.tsx'
import { Status, StatusChip } from '../../ui/status.tsx'
import { NotTold, Told } from '../../ui/told.tsx'
import { accountTitle, inDays, price } from '../../words.ts'
import styles from './cells.module.css'
import { stateSign } from './row-words.ts'

type NumberCellProps = {
  readonly row: NumberRow
  readonly caption: string
  /** Given when no column names the account. */
  readonly account: AccountView | undefined
}

/** The hero of the row: the number, with a button that copies it, and what belongs to it underneath. */
export function NumberCell({ row, caption, account }: NumberCellProps) {
  return (
    <span className={styles.number}>
      <span className={styles.digits}>
        <PhoneText display={row.display} />
      </span>
      {(caption || account) && (
        <span className={styles.caption}>
          {account && <AccountDot color={account.color} />}
          {account && caption && <Hidden>{accountTitle(account)}</Hidden>}
          <span className={styles.text}>{caption || (account && accountTitle(account))}</span>
        </span>
      )}
      <button type="button" data-copy tabIndex={-1} className={styles.copy} aria-label={`Copy ${row.display}`}>
        <CopyIcon />
      </button>
    </span>
  )
}

/** A path alone: this one is drawn in every row. */
const CopyIcon = () => (
  <svg aria-hidden="true" viewBox="0 0 13 13" fill="none" stroke="currentColor">
    <path d="M4.5 4.5h7v7h-7zM2.5 8.5h-1v-7h7v1" />
  </svg>
)

export function RingsCell({ rings }: Pick<NumberRow, 'rings'>) {
  return (
    <span
      className={cx(styles.text, rings.state === 'nowhere' && styles.bad, rings.state === 'unread' && styles.faint)}
    >
      {rings.sentence}
    </span>
  )
}

export const PlainCell = ({ text }: { readonly text: string | null }) => (
  <Told text={text === 'not told' ? null : text} />
)

export function EndsCell({ row, today }: { readonly row: NumberRow; readonly today: CalendarDay }) {
  const end = row.lease?.end
  if (!end) return <NotTold />
  const days = daysBetween(today, end)
  return (
    <span className={styles.text}>
      {row.lease?.autoRenew !== null && <Hidden>{row.lease?.autoRenew ? 'renews ' : 'ends '}</Hidden>}
      {formatDay(end, 'short')} <span className={cx(days < 0 ? styles.warn : styles.faint)}>· {inDays(days)}</span>
    </span>
  )
}

export function AutoRenewCell({ lease }: Pick<NumberRow, 'lease'>) {
  if (!lease || lease.autoRenew === null) return <NotTold />
  return <span className={lease.autoRenew ? styles.second : styles.warn}>{lease.autoRenew ? 'on' : 'off'}</span>
}

export function MonthlyCell({ monthly }: Pick<NumberRow, 'monthly'>) {
  return <span className={monthly ? styles.money : styles.faint}>{price(monthly)}</span>
}

export function StateCell({ row, today }: { readonly row: NumberRow; readonly today: CalendarDay }) {
  const { tone, shape, word, isChip } = stateSign(row, today)
  const Sign = isChip ? StatusChip : Status
  return (
    <Sign tone={tone} shape={shape}>
      {word}
    </Sign>
  )
}
