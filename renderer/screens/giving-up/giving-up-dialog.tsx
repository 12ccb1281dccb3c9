import { useScreen } from '../stores.ts'
import { Keep } from './keep.tsx'
import { Outcome } from './outcome.tsx'
import { Question } from './question.tsx'

/** The one dialog for giving something up or keeping it after all; open while the leases store has been asked. */
export function GivingUpDialog() {
  const asked = useScreen('leases', (state) => state.asked)
  const outcomes = useScreen('leases', (state) => state.outcomes)
  if (!asked) return null
  if (outcomes) return <Outcome asked={asked} outcomes={outcomes} />
  if (asked.wish === 'keep') return <Keep asked={asked} />
  return <Question key={asked.wish + asked.accountId} asked={asked} wish={asked.wish} />
}
