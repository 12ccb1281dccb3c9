import { useCallback, useEffect, useState } from 'react'
import type { Result } from '../../../shared/failure.ts'
import type { AccountView, ConnectionReport } from '../../../shared/model/account.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Report } from '../../ui/report.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { accountTitle, failureSentence, providerNames } from '../../words.ts'
import { useScreen } from '../stores.ts'

type TestDialogProps = { readonly account: AccountView; readonly onClose: () => void }

/** Tests as soon as it opens: that is what was asked for. */
export function TestDialog({ account, onClose }: TestDialogProps) {
  const test = useScreen('accounts', (state) => state.test)
  const [reply, setReply] = useState<Result<ConnectionReport> | null>(null)
  const run = useCallback(async () => {
    setReply(null)
    setReply(await test({ accountId: account.id }))
  }, [test, account.id])
  useEffect(() => void run(), [run])
  return (
    <Dialog
      title={`What works with ${accountTitle(account)}`}
      onClose={onClose}
      actions={
        <>
          <Button isBusy={reply === null} onPress={() => void run()}>
            Test again
          </Button>
          <Button look="primary" autoFocus onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      <div aria-live="polite" aria-busy={reply === null}>
        <Outcome reply={reply} account={account} />
      </div>
    </Dialog>
  )
}

function Outcome({
  reply,
  account,
}: {
  readonly reply: Result<ConnectionReport> | null
  readonly account: AccountView
}) {
  if (reply === null)
    return (
      <>
        <p>Asking {providerNames[account.api]} …</p>
        <p>
          <Skeleton width="60%" />
        </p>
        <p>
          <Skeleton width="48%" />
        </p>
      </>
    )
  if (!reply.ok) return <Banner tone="bad">{failureSentence(reply.failure, providerNames[account.api])}</Banner>
  return (
    <>
      {reply.value.hint && <Banner tone="warn">{reply.value.hint}</Banner>}
      <Report checks={reply.value.checks} />
    </>
  )
}
