import type { AccountView } from '../../../../shared/model/account.ts'
import { AccountName } from '../../../ui/account-dot.tsx'
import { Tick } from '../../../ui/checkbox.tsx'
import { accountTitle } from '../../../words.ts'
import { useScreen } from '../../stores.ts'
import styles from './search.module.css'

/** Which accounts are asked. None chosen would ask nobody, so the last one stays. */
export function AccountTicks({ accounts }: { readonly accounts: readonly AccountView[] }) {
  const chosen = useScreen('market', (state) => state.form.accountIds)
  const setForm = useScreen('market', (state) => state.setForm)
  const isOn = (account: AccountView) => chosen.length === 0 || chosen.includes(account.id)
  const on = accounts.filter(isOn)
  const change = (account: AccountView, wanted: boolean) => {
    const next = accounts.filter((other) => (other.id === account.id ? wanted : isOn(other)))
    setForm({ accountIds: next.length === accounts.length ? [] : next.map(({ id }) => id) })
  }
  return (
    <fieldset className={styles.accounts}>
      <legend className={styles.label}>From</legend>
      {accounts.map((account) => (
        <Tick
          key={account.id}
          isOn={isOn(account)}
          isDisabled={account.paused || (on.length === 1 && isOn(account))}
          onChange={(wanted) => change(account, wanted)}
        >
          <AccountName color={account.color} name={accountTitle(account)} />
          {account.paused && <span className={styles.quiet}> paused</span>}
        </Tick>
      ))}
    </fieldset>
  )
}
