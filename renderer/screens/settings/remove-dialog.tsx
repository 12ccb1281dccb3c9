import { useEffect, useState } from 'react'
import type { Holdings } from '../../../shared/contract.ts'
import type { Result } from '../../../shared/failure.ts'
import type { AccountView } from '../../../shared/model/account.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { toast } from '../../ui/toast.tsx'
import { accountTitle, counted, failureSentence, providerNames } from '../../words.ts'
import { useScreen } from '../stores.ts'
import styles from './settings.module.css'

type RemoveDialogProps = { readonly account: AccountView; readonly onClose: () => void }

/** Says what goes before it goes. Nothing happens at the provider, and the dialog says that too. */
export function RemoveDialog({ account, onClose }: RemoveDialogProps) {
  const askHoldings = useScreen('accounts', (state) => state.holdings)
  const removeAccount = useScreen('accounts', (state) => state.remove)
  const [holdings, setHoldings] = useState<Result<Holdings> | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    void askHoldings(account.id).then(setHoldings)
  }, [askHoldings, account.id])
  const remove = async () => {
    const reply = await removeAccount(account.id)
    if (!reply.ok) return setProblem(failureSentence(reply.failure))
    toast(`${accountTitle(account)} was removed`)
    onClose()
  }
  const provider = providerNames[account.api]
  return (
    <Dialog
      kind="alert"
      title={`Remove ${accountTitle(account)}?`}
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            Cancel
          </Button>
          <Button look="danger" onPress={() => void remove()}>
            Remove from this computer
          </Button>
        </>
      }
    >
      {problem && <Banner tone="bad">{problem}</Banner>}
      <p>These go from this computer, together with the stored keys:</p>
      <HoldingList holdings={holdings} />
      <p className={styles.quiet}>
        At {provider} nothing changes: the numbers stay rented, ring where they ring, and cost what they cost. Added
        again, the account is read again.
      </p>
    </Dialog>
  )
}

function HoldingList({ holdings }: { readonly holdings: Result<Holdings> | null }) {
  if (holdings === null) return <p className={styles.quiet}>Counting …</p>
  if (!holdings.ok) return <p className={styles.quiet}>{failureSentence(holdings.failure)}</p>
  const { numbers, keywords, doNotContact, routes, orders, openOrders } = holdings.value
  const lines = [
    counted(numbers, 'number'),
    keywords > 0 && counted(keywords, 'keyword'),
    doNotContact > 0 && counted(doNotContact, 'do-not-contact entry', 'do-not-contact entries'),
    routes > 0 && counted(routes, 'route'),
    orders > 0 && `the history of ${counted(orders, 'order')}`,
  ].filter(Boolean)
  return (
    <>
      <p>{lines.join(' · ')}</p>
      {openOrders > 0 && (
        <p className={styles.quiet}>
          {counted(openOrders, 'order')} still being checked {openOrders === 1 ? 'stays' : 'stay'} until it is certain
          what became of {openOrders === 1 ? 'it' : 'them'}.
        </p>
      )}
    </>
  )
}
