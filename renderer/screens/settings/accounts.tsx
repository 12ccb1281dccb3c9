import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { AccountId, AccountView } from '../../../shared/model/account.ts'
import { stateOf } from '../../stores/sync.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { useNow } from '../../ui/use-now.ts'
import { usePlace } from '../place.ts'
import { useScreen } from '../stores.ts'
import { AccountCard } from './account-card.tsx'
import { AccountDialog, type Asked } from './account-dialogs.tsx'
import styles from './settings.module.css'
import { UnlockDialog } from './unlock-dialog.tsx'

export function Accounts({ accountId }: { readonly accountId: AccountId | null }) {
  const accounts = useScreen('accounts', (state) => state.accounts) ?? []
  const states = useScreen('sync', (state) => state.states)
  const now = useNow(15_000)
  const { go } = usePlace()
  const [asked, setAsked] = useState<Asked | null>(null)
  const account = accounts.find(({ id }) => id === asked?.accountId)
  return (
    <div className={styles.column}>
      <div className={styles.row}>
        <p className={styles.quiet}>The keys never come back out of their store; they can only be replaced.</p>
        <span className={styles.apart}>
          <Button look="primary" icon={<Plus aria-hidden="true" />} onPress={() => go({ screen: 'addAccount' })}>
            Add account
          </Button>
        </span>
      </div>
      <Locked accounts={accounts} />
      {accounts.map((one) => (
        <AccountCard
          key={one.id}
          account={one}
          state={stateOf(states, one.id)}
          isChosen={one.id === accountId}
          now={now}
          onAsk={setAsked}
        />
      ))}
      {asked && account && <AccountDialog asked={asked} account={account} onClose={() => setAsked(null)} />}
    </div>
  )
}

/** One passphrase may open several accounts, so it is asked for once, above them. */
function Locked({ accounts }: { readonly accounts: readonly AccountView[] }) {
  const [isOpen, setOpen] = useState(false)
  const locked = accounts.filter(({ keys }) => keys.kind === 'missing' && keys.why === 'locked').length
  return (
    <>
      {locked > 0 && (
        <Banner
          tone="warn"
          actions={
            <Button size="small" onPress={() => setOpen(true)}>
              Unlock…
            </Button>
          }
        >
          {locked === 1 ? 'The keys of one account are' : `The keys of ${locked} accounts are`} sealed with a
          passphrase. What was read can be browsed; reading again needs the passphrase.
        </Banner>
      )}
      {isOpen && <UnlockDialog onClose={() => setOpen(false)} />}
    </>
  )
}
