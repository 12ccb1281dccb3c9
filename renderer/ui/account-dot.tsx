import type { AccountColor } from '../../shared/model/account.ts'
import styles from './account-dot.module.css'
import { cx } from './cx.ts'

/** An account's colour; always beside its name. */
export function AccountDot({ color }: { readonly color: AccountColor }) {
  return <span aria-hidden="true" className={cx(styles.dot, styles[color])} />
}

/** A dot and a name: an account, everywhere the same. */
export function AccountName({ color, name }: { readonly color: AccountColor; readonly name: string }) {
  return (
    <span className={styles.account}>
      <AccountDot color={color} />
      <span className={styles.name}>{name}</span>
    </span>
  )
}
