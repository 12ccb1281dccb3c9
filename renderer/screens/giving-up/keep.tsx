import type { LeaseAsk } from '../../stores/leases.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { failureSentence, providerNames } from '../../words.ts'
import { useScreen } from '../stores.ts'
import { useAccountMap } from '../use-accounts.ts'
import styles from './giving-up.module.css'
import { heroOf } from './words.ts'

/** Taking it back costs no more than before, so a plain question is enough. */
export function Keep({ asked }: { readonly asked: LeaseAsk }) {
  const failure = useScreen('leases', (state) => state.failure)
  const account = useAccountMap().get(asked.accountId)
  const provider = account ? providerNames[account.api] : 'the provider'
  return (
    <>
      <p className={styles.hero}>{heroOf(asked)}</p>
      {failure && (
        <Banner tone="bad">
          <span role="alert">{failureSentence(failure, provider)}</span>
        </Banner>
      )}
      <p>
        When its lease ends, {provider} renews it by itself again and charges what it costs then, until you turn
        auto-renew off.
      </p>
    </>
  )
}

export function KeepActions() {
  const isBusy = useScreen('leases', (state) => state.isBusy)
  const close = useScreen('leases', (state) => state.close)
  const send = useScreen('leases', (state) => state.send)
  return (
    <>
      <Button autoFocus onPress={close}>
        Cancel
      </Button>
      <Button look="primary" isBusy={isBusy} onPress={() => void send(null)}>
        Turn on auto-renew
      </Button>
    </>
  )
}
