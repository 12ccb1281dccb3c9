import { useState } from 'react'
import type { LeaseOutcome } from '../../../shared/model/lease.ts'
import type { LeaseAsk } from '../../stores/leases.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useScreen } from '../stores.ts'
import { Keep, KeepActions } from './keep.tsx'
import { Outcome, OutcomeActions } from './outcome.tsx'
import { Question, QuestionActions } from './question.tsx'
import { theseThings, titles } from './words.ts'

/** The one dialog for giving something up or keeping it after all; open while the leases store has been asked. */
export function GivingUpDialog() {
  const asked = useScreen('leases', (state) => state.asked)
  return asked && <Steps key={`${asked.accountId} ${asked.wish}`} asked={asked} />
}

/** One dialog through all steps, so that the focus goes back to where it was opened. */
function Steps({ asked }: { readonly asked: LeaseAsk }) {
  const outcomes = useScreen('leases', (state) => state.outcomes)
  const close = useScreen('leases', (state) => state.close)
  const [typed, setTyped] = useState('')
  const { wish } = asked
  const title = titleOf(asked, outcomes)
  if (outcomes)
    return (
      <Dialog title={title} kind="alert" onClose={close} actions={<OutcomeActions />}>
        <Outcome asked={asked} outcomes={outcomes} />
      </Dialog>
    )
  if (wish === 'keep')
    return (
      <Dialog title={title} kind="alert" onClose={close} actions={<KeepActions />}>
        <Keep asked={asked} />
      </Dialog>
    )
  return (
    <Dialog title={title} kind="alert" onClose={close} actions={<QuestionActions {...{ asked, wish, typed }} />}>
      <Question {...{ asked, wish, typed }} onType={setTyped} />
    </Dialog>
  )
}

function titleOf(asked: LeaseAsk, outcomes: readonly LeaseOutcome[] | null): string {
  if (outcomes) return asked.wish === 'keep' ? 'Auto-renew on' : 'Auto-renew off'
  return asked.wish === 'keep' ? `Keep ${theseThings(asked)}?` : titles[asked.wish](theseThings(asked))
}
