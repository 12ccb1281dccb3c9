import type { AccountView } from '../../../shared/model/account.ts'
import { stateOf } from '../../stores/sync.ts'
import { AccountDot } from '../../ui/account-dot.tsx'
import { Status } from '../../ui/status.tsx'
import { useNow } from '../../ui/use-now.ts'
import { accountTitle, counted, price, providerNames } from '../../words.ts'
import { settingsPlace, usePlace } from '../place.ts'
import { useScreen } from '../stores.ts'
import { isWaiting, type SyncSign, syncSign } from '../sync-words.ts'
import { groupSigns } from './group-signs.ts'
import styles from './status-strip.module.css'

/** How each account stands, and what all of them cost. */
export function StatusStrip() {
  const isOnline = useScreen('app', (state) => state.info?.online ?? true)
  return (
    <footer className={styles.strip} data-area="status">
      <ul className={styles.items}>
        {!isOnline && (
          <li>
            <Status tone="calm" shape="ring">
              This computer is offline
            </Status>
          </li>
        )}
        <Items />
      </ul>
      <Sum />
    </footer>
  )
}

/** More accounts than this are told together, a provider each. */
const most = 3

function Items() {
  const accounts = useScreen('accounts', (state) => state.accounts) ?? []
  const states = useScreen('sync', (state) => state.states)
  const now = useNow(isWaiting(states) ? 1000 : 15_000)
  const signed = accounts.map((account) => ({ account, sign: syncSign(account, stateOf(states, account.id), now) }))
  if (signed.length <= most)
    return signed.map(({ account, sign }) => (
      <Item key={account.id} account={account} name={accountTitle(account)} sign={sign} />
    ))
  return groupSigns(signed).map(({ api, sign }) => (
    <Item key={api} account={null} name={providerNames[api]} sign={sign} />
  ))
}

type ItemProps = { readonly account: AccountView | null; readonly name: string; readonly sign: SyncSign }

function Item({ account, name, sign }: ItemProps) {
  const { go } = usePlace()
  return (
    <li className={styles.item}>
      <button
        type="button"
        title={`${name}: ${sign.words}`}
        className={styles.button}
        onClick={() => go(settingsPlace('sync', account?.id ?? null))}
      >
        {account && <AccountDot color={account.color} />}
        <span className={styles.name}>{name}</span>
        <Status tone={sign.tone} shape={sign.shape}>
          {sign.words}
        </Status>
      </button>
    </li>
  )
}

function Sum() {
  const overall = useScreen('numbers', (state) => state.overall)
  if (!overall || overall.all === 0) return null
  const untold = overall.monthlyUnknown
  return (
    <span className={styles.sum}>
      {counted(overall.all, 'number')}
      {untold < overall.all && ` · ${price(overall.monthly)} a month`}
      {untold > 0 && <span className={styles.untold}> · {counted(untold, 'price')} not told</span>}
    </span>
  )
}
