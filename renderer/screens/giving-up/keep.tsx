import type { LeaseAsk } from '../../stores/leases.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { failureSentence, providerNames } from '../../words.ts'
import { useGetState, useScreen } from '../stores.ts'
import { useAccountMap } from '../use-accounts.ts'
import styles from './giving-up.module.css'
import { heroOf, theseThings } from './words.ts'

/** Taking it back costs no more than before, so a plain question is enough. */
export function Keep({ asked }: { readonly asked: LeaseAsk }) {
  const failure = useScreen('leases', (state) => state.failure)
  const isBusy = useScreen('leases', (state) => state.isBusy)
  const leases = useGetState('leases')
  const account = useAccountMap().get(asked.accountId)
  const provider = account ? providerNames[account.api] : 'the provider'
  return (
    <Dialog
      title={`Keep ${theseThings(asked)}?`}
      onClose={leases().close}
      actions={
        <>
          <Button autoFocus onPress={leases().close}>
            Cancel
          </Button>
          <Button look="primary" isBusy={isBusy} onPress={() => void leases().send(null)}>
            Turn on auto-renew
          </Button>
        </>
      }
    >
      <p className={styles.hero}>{heroOf(asked)}</p>
      {failure && <Banner tone="bad">{failureSentence(failure, provider)}</Banner>}
      <p>
        When its lease ends, {provider} renews it by itself again and charges what it costs then, until you turn
        auto-renew off.
      </p>
    </Dialog>
  )
}
