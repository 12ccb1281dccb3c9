import type { KeyboardEvent } from 'react'
import type { DraftView, PurchaseDetail } from '../../../shared/model/purchase.ts'
import { Button } from '../../ui/button.tsx'
import { Hidden } from '../../ui/hidden.tsx'
import { ordersPlace, usePlace } from '../place.ts'
import { useGetState, useScreen } from '../stores.ts'
import styles from './buying.module.css'
import { whyNot } from './buying-words.ts'
import type { Typed } from './use-typed.ts'

/** Cancel has the focus first; a draft that cannot go on offers its checks again in place of the button. */
export function BeforeActions({ view, typed }: { readonly view: DraftView | null; readonly typed: Typed }) {
  const close = useScreen('draft', (state) => state.close)
  const again = useScreen('draft', (state) => state.again)
  const isOver = view?.state === 'stopped' || view?.state === 'stale'
  return (
    <>
      {view && <p className={styles.why}>{whyNot(view, typed.isRight)}</p>}
      <Button autoFocus onPress={close}>
        Cancel
      </Button>
      {isOver && <Button onPress={() => void again()}>Check again</Button>}
      {view && !isOver && <BuyButton view={view} typed={typed} />}
    </>
  )
}

/** A key that is pressed out of habit must not spend: Space and a click do, Enter does not. */
const notByEnter = (event: KeyboardEvent): void => {
  if (event.key !== 'Enter') return
  event.preventDefault()
  event.stopPropagation()
}

function BuyButton({ view, typed }: { readonly view: DraftView; readonly typed: Typed }) {
  const place = useScreen('draft', (state) => state.place)
  const isPlacing = useScreen('draft', (state) => state.isPlacing)
  return (
    <span className={styles.buy} onKeyDownCapture={notByEnter}>
      <Button
        look={view.kind === 'release' ? 'danger' : 'primary'}
        isDisabled={whyNot(view, typed.isRight) !== null}
        isBusy={isPlacing}
        aria-describedby="buy-by-space"
        onPress={() => void place(view.typing ? typed.text.trim() : null)}
      >
        {isPlacing ? 'Sending …' : view.button}
      </Button>
      <Hidden>
        <span id="buy-by-space">Space confirms; Enter does nothing here.</span>
      </Hidden>
      <span className={styles.bySpace} aria-hidden="true">
        Space confirms, Enter does not
      </span>
    </span>
  )
}

type AfterProps = { readonly view: DraftView; readonly detail: PurchaseDetail | null }

/** After it was placed the dialog is only a window onto it. */
export function AfterActions({ view, detail }: AfterProps) {
  const close = useScreen('draft', (state) => state.close)
  const checkAgain = useScreen('draft', (state) => state.checkAgain)
  const order = useGetState('order')
  const { go } = usePlace()
  const open = () => {
    if (view.purchaseId) void order().open({ source: 'here', id: view.purchaseId })
    close()
    go(ordersPlace)
  }
  return (
    <>
      {(detail?.purchase.counts.checking ?? 0) > 0 && <Button onPress={() => void checkAgain()}>Check again</Button>}
      <Button onPress={open}>Open the order</Button>
      <Button autoFocus look="primary" onPress={close}>
        Close
      </Button>
    </>
  )
}
