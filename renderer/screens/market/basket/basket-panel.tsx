import { ArrowLeft, ShoppingBasket } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { AccountId, AccountView } from '../../../../shared/model/account.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { counted, failureSentence } from '../../../words.ts'
import { useScreen } from '../../stores.ts'
import { useOnline } from '../use-online.ts'
import styles from './basket.module.css'
import { Group } from './group.tsx'

type BasketPanelProps = {
  readonly accounts: ReadonlyMap<AccountId, AccountView>
  /** Matters only where it has no room beside the results, and then takes their place. */
  readonly isOpen: boolean
  readonly onBack: () => void
}

/** What may be bought: by account, with its sums and what the account may spend. */
export function BasketPanel({ accounts, isOpen, onBack }: BasketPanelProps) {
  const basket = useScreen('market', (state) => state.basket)
  const clear = useScreen('market', (state) => state.clear)
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isOpen) panel.current?.focus()
  }, [isOpen])
  const onKeyDown = (event: KeyboardEvent) => {
    if (isOpen && event.key === 'Escape' && !event.defaultPrevented) onBack()
  }
  const count = basket?.count ?? 0
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className={styles.panel}
      data-open={isOpen || undefined}
      data-area="basket"
      aria-label="Basket"
      onKeyDown={onKeyDown}
    >
      <span className={styles.back}>
        <Button look="quiet" size="small" icon={<ArrowLeft aria-hidden="true" />} onPress={onBack}>
          Numbers for sale
        </Button>
      </span>
      <div className={styles.head}>
        <h2 className={styles.title}>Basket</h2>
        {count > 0 && <span className={styles.quiet}>{counted(count, 'number')}</span>}
        {count > 1 && (
          <span className={styles.end}>
            <Button look="quiet" size="small" onPress={() => void clear(null)}>
              Clear
            </Button>
          </span>
        )}
      </div>
      <Offline />
      <Unread />
      {basket && count === 0 && <Nothing />}
      {basket?.groups.map((group) => (
        <Group key={group.accountId} group={group} account={accounts.get(group.accountId)} />
      ))}
    </aside>
  )
}

function Offline() {
  const isOnline = useOnline()
  if (isOnline) return null
  return (
    <p className={styles.quiet}>
      This computer is offline, so the basket is a list of wishes: change it as you like. Whether these numbers are
      still for sale is checked before anything is bought.
    </p>
  )
}

/** What could not be read is not nothing, and what could not be cleared is still there. */
function Unread() {
  const failure = useScreen('market', (state) => state.basketFailure)
  const isShown = useScreen('market', (state) => state.basket !== null)
  const load = useScreen('market', (state) => state.load)
  if (!failure) return null
  return (
    <Banner
      tone="bad"
      actions={
        <Button size="small" onPress={load}>
          {isShown ? 'Read it again' : 'Try again'}
        </Button>
      }
    >
      {isShown ? 'The basket stays as it was.' : 'The basket could not be read.'} {failureSentence(failure)}
    </Banner>
  )
}

function Nothing() {
  return (
    <div className={styles.nothing}>
      <ShoppingBasket aria-hidden="true" />
      <p>
        Numbers that you add wait here, also while the app is closed. Nobody holds them for you until they are bought.
      </p>
    </div>
  )
}
