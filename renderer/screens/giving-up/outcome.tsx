import type { LeaseOutcome } from '../../../shared/model/lease.ts'
import type { LeaseAsk } from '../../stores/leases.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Outcomes } from '../outcomes.tsx'
import { useGetState, useScreen } from '../stores.ts'
import styles from './giving-up.module.css'

type OutcomeProps = { readonly asked: LeaseAsk; readonly outcomes: readonly LeaseOutcome[] }

/** What became of each, as the provider said it when it was read back. */
export function Outcome({ asked, outcomes }: OutcomeProps) {
  const next = useScreen('leases', (state) => state.next.length)
  const leases = useGetState('leases')
  const isKept = asked.wish === 'keep'
  const isUncertain = outcomes.some(({ outcome }) => outcome === 'unknown')
  return (
    <Dialog
      title={isKept ? 'Auto-renew on' : 'Auto-renew off'}
      onClose={leases().close}
      actions={
        <>
          {next > 0 && <Button onPress={leases().close}>Stop here</Button>}
          <Button look="primary" autoFocus onPress={() => void leases().goOn()}>
            {next > 0 ? 'Next account' : 'Close'}
          </Button>
        </>
      }
    >
      <div role="status">
        <Outcomes outcomes={outcomes} doneWord={isKept ? 'Renews by itself' : 'Ends by itself'} />
      </div>
      {isUncertain && (
        <p className={styles.quiet}>
          What is not certain shows with the next sync. Turning it {isKept ? 'on' : 'off'} again does no harm.
        </p>
      )}
    </Dialog>
  )
}
