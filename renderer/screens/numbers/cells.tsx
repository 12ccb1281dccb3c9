import type { AccountView } from '../../../shared/model/account.ts'
import type { NumberRow } from '../../../shared/model/number.ts'
import { AccountDot } from '../../ui/account-dot.tsx'
import { cx } from '../../ui/cx.ts'
import { Hidden } from '../../ui/hidden.tsx'
import { PhoneText } from '../../ui/phone-text.tsx'
import { Tag } from '../../ui/status.tsx'
import { Told } from '../../ui/told.tsx'
import { accountTitle, price } from '../../words.ts'
import styles from './cells.module.css'

type NumberCellProps = {
  readonly row: NumberRow
  readonly caption: string
  /** Given when no column names the account. */
  readonly account: AccountView | undefined
  /** Bought from this computer a few days ago. */
  readonly isNew: boolean
}

/** The hero of the row: the number, with a button that copies it, and what belongs to it underneath. */
export function NumberCell({ row, caption, account, isNew }: NumberCellProps) {
  return (
    <span className={styles.number}>
      <span className={styles.digits}>
        <PhoneText display={row.display} />
        {isNew && (
          <span className={styles.new}>
            <Tag tone="good">New</Tag>
          </span>
        )}
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

export function MonthlyCell({ monthly }: Pick<NumberRow, 'monthly'>) {
  return <span className={monthly ? styles.money : styles.faint}>{price(monthly)}</span>
}
