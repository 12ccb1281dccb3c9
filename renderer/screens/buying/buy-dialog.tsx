import { Dialog } from '../../ui/dialog.tsx'
import { failureSentence } from '../../words.ts'
import { useScreen } from '../stores.ts'
import { useAccountMap } from '../use-accounts.ts'
import { AfterActions, BeforeActions } from './actions.tsx'
import { Before } from './before.tsx'
import { titleOf } from './buying-words.ts'
import { Outcome } from './outcome.tsx'
import { Problem } from './problem.tsx'
import { useTyped } from './use-typed.ts'

/**
 * The one way to everything that spends or cannot be taken back: its checks, what it means, the button, and then what
 * became of it. It shows what the draft store was asked for; closing it stops nothing that was placed.
 */
export function BuyDialog() {
  const asked = useScreen('draft', (state) => state.asked)
  const view = useScreen('draft', (state) => state.view)
  const detail = useScreen('draft', (state) => state.detail)
  const failure = useScreen('draft', (state) => state.failure)
  const close = useScreen('draft', (state) => state.close)
  const account = useAccountMap().get(asked?.accountId ?? '')
  const typed = useTyped(view)
  if (!asked) return null
  const isPlaced = view !== null && view.purchaseId !== null
  return (
    <Dialog
      kind="alert"
      size="wide"
      title={titleOf(asked, isPlaced, detail)}
      onClose={close}
      actions={isPlaced ? <AfterActions view={view} detail={detail} /> : <BeforeActions view={view} typed={typed} />}
    >
      {failure && <Problem sentence={failureSentence(failure, account?.name)} isLost={view === null} />}
      {isPlaced ? (
        <Outcome view={view} detail={detail} account={account} />
      ) : (
        <Before view={view} account={account} typed={typed} />
      )}
    </Dialog>
  )
}
