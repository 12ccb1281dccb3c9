import { formatDay } from '../../../shared/calendar.ts'
import type { LeaseOutcome } from '../../../shared/model/lease.ts'
import type { LeaseAsk } from '../../stores/leases.ts'
import { Button } from '../../ui/button.tsx'
import { Outcomes } from '../outcomes.tsx'
import { useScreen } from '../stores.ts'
import styles from './giving-up.module.css'

type OutcomeProps = { readonly asked: LeaseAsk; readonly outcomes: readonly LeaseOutcome[] }

/** What became of each, as the provider said it when it was read back. */
export function Outcome({ asked, outcomes }: OutcomeProps) {
  const isKept = asked.wish === 'keep'
  const isUncertain = outcomes.some(({ outcome }) => outcome === 'unknown')
  return (
    <>
      <div role="status">
        <Outcomes outcomes={outcomes} doneWord={isKept ? 'Renews by itself' : 'Ends by itself'} />
      </div>
      {!isKept && !isUncertain && <LastDay />}
      {isUncertain && (
        <p className={styles.quiet}>
          What is not certain shows with the next sync. Turning it {isKept ? 'on' : 'off'} again does no harm.
        </p>
      )}
    </>
  )
}

/** Of one thing alone: until when it works, and that this can still be taken back. */
function LastDay() {
  const consequences = useScreen('leases', (state) => state.consequences)
  const outcomes = useScreen('leases', (state) => state.outcomes)
  const [only, ...others] = consequences?.things ?? []
  if (!only?.lastDay || others.length > 0 || outcomes?.[0]?.outcome !== 'done') return null
  return <p>It works until {formatDay(only.lastDay, 'long')}. Until then auto-renew can be turned on again.</p>
}

export function OutcomeActions() {
  const next = useScreen('leases', (state) => state.next.length)
  const close = useScreen('leases', (state) => state.close)
  const goOn = useScreen('leases', (state) => state.goOn)
  return (
    <>
      {next > 0 && <Button onPress={close}>Stop here</Button>}
      <Button look="primary" autoFocus onPress={() => void goOn()}>
        {next > 0 ? 'Next account' : 'Close'}
      </Button>
    </>
  )
}
