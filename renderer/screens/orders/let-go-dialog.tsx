import { useState } from 'react'
import type { Purchase, PurchaseItem } from '../../../shared/model/purchase.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { failureSentence, providerNames } from '../../words.ts'
import { useScreen } from '../stores.ts'
import { thingWords } from '../thing-words.ts'
import styles from './orders.module.css'

type LetGoDialogProps = {
  readonly item: PurchaseItem
  readonly purchase: Purchase
  readonly onClose: () => void
}

/** The owner decides what Linekeeper cannot know; what it means is said before. */
export function LetGoDialog({ item, purchase: { kind, api }, onClose }: LetGoDialogProps) {
  const letGo = useScreen('order', (state) => state.letGo)
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const provider = providerNames[api]
  const words = thingWords(item.thing, api)
  const stop = async () => {
    setBusy(true)
    const failure = await letGo([item.slot])
    setBusy(false)
    if (failure) setProblem(failureSentence(failure))
    else onClose()
  }
  return (
    <Dialog
      kind="alert"
      title={`Stop waiting for ${words}?`}
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            Keep waiting
          </Button>
          <Button look="dangerPlain" isBusy={isBusy} onPress={() => void stop()}>
            Stop waiting
          </Button>
        </>
      }
    >
      {problem && <Banner tone="bad">{problem}</Banner>}
      {kind === 'release' ? (
        <p>
          It is still not certain whether {provider} has released it. It may be gone already, or still be yours and cost
          money.
        </p>
      ) : (
        <p>
          It is still not certain whether {provider} has sold it to you. It may be yours already: whoever buys it again
          could then pay twice.
        </p>
      )}
      <p className={styles.quiet}>
        It is unlocked, and the order counts it as being checked. Linekeeper still looks for it with every sync and says
        so when it finds out. Look on {provider}’s web site first if you can.
      </p>
    </Dialog>
  )
}
