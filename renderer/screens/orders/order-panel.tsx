import { Copy, Printer, RefreshCw } from 'lucide-react'
import { useState } from 'react'
import type { AccountId, AccountView } from '../../../shared/model/account.ts'
import type { PurchaseDetail } from '../../../shared/model/purchase.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Message } from '../../ui/message.tsx'
import { PanelBody, PanelWaiting, SidePanel } from '../../ui/side-panel.tsx'
import { Status } from '../../ui/status.tsx'
import { toast } from '../../ui/toast.tsx'
import { failureSentence, providerNames } from '../../words.ts'
import { countWords } from '../item-words.ts'
import { useScreen } from '../stores.ts'
import { Elsewhere } from './elsewhere.tsx'
import { Items } from './items.tsx'
import { orderSigns, stateOf, titleOf } from './order-words.ts'
import styles from './orders.module.css'
import { PurchaseFacts } from './purchase-facts.tsx'
import { Receipt } from './receipt.tsx'
import { Timeline } from './timeline.tsx'

type OrderPanelProps = {
  readonly accounts: ReadonlyMap<AccountId, AccountView>
  /** Takes the focus back to where the panel was opened. */
  readonly onClosed: () => void
}

/** Everything about one order. */
export function OrderPanel({ accounts, onClosed }: OrderPanelProps) {
  const shown = useScreen('order', (state) => state.shown)
  const detail = useScreen('order', (state) => state.detail)
  const close = useScreen('order', (state) => state.close)
  const row = shown?.source === 'elsewhere' ? shown.row : null
  const title = detail ? titleOf(detail.purchase) : (row?.what ?? null)
  const leave = () => {
    close()
    onClosed()
  }
  return (
    <SidePanel
      label={title ? `Order: ${title}` : 'Order'}
      area="order"
      back="Orders"
      about={shown && `${shown.source} ${shown.id}`}
      title={title}
      under={detail && <Standing detail={detail} />}
      onLeave={leave}
    >
      {row && <Elsewhere row={row} account={accounts.get(row.accountId)} />}
      {!row && (detail ? <Made detail={detail} account={accounts.get(detail.purchase.accountId)} /> : <Waiting />)}
    </SidePanel>
  )
}

function Standing({ detail: { purchase } }: { readonly detail: PurchaseDetail }) {
  const { tone, shape, word } = orderSigns[stateOf(purchase)]
  return (
    <p className={styles.signLine} role="status">
      <Status tone={tone} shape={shape}>
        {word}
      </Status>
      <span>{countWords(purchase.counts, purchase.kind)}</span>
    </p>
  )
}

type MadeProps = { readonly detail: PurchaseDetail; readonly account: AccountView | undefined }

function Made({ detail, account }: MadeProps) {
  return (
    <PanelBody>
      <Open detail={detail} />
      <Tools detail={detail} />
      <Items purchase={detail.purchase} account={account} />
      <PurchaseFacts purchase={detail.purchase} account={account} />
      <Timeline events={detail.events} />
      <Receipt purchase={detail.purchase} />
    </PanelBody>
  )
}

/** What is still open, what is being done about it, and what the owner can do. */
function Open({ detail: { purchase } }: { readonly detail: PurchaseDetail }) {
  const isOnline = useScreen('app', (state) => state.info?.online ?? true)
  const waiting = purchase.items.filter(({ state, letGo }) => state === 'checking' && !letGo).length
  if (waiting === 0) return null
  const provider = providerNames[purchase.api]
  const many = waiting > 1
  return (
    <Banner tone="wait">
      {isOnline
        ? `What became of ${many ? 'these' : 'this'} is not certain yet. Linekeeper keeps looking in ${provider}’s own lists and never buys again by itself; until then ${many ? 'they are' : 'it is'} locked in every account.`
        : `There is no connection right now. As soon as there is one, Linekeeper looks in ${provider}’s own lists again.`}
    </Banner>
  )
}

function Tools({ detail: { purchase } }: { readonly detail: PurchaseDetail }) {
  const checkAgain = useScreen('order', (state) => state.checkAgain)
  const supportText = useScreen('order', (state) => state.supportText)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const look = async () => {
    setBusy(true)
    const failure = await checkAgain()
    setBusy(false)
    setProblem(failure && failureSentence(failure, providerNames[purchase.api]))
  }
  const copy = async () => {
    const reply = await supportText()
    if (!reply.ok) return setProblem(failureSentence(reply.failure))
    await navigator.clipboard.writeText(reply.value.text)
    toast('Copied for support; it holds no keys')
  }
  return (
    <div>
      {problem && <Banner tone="bad">{problem}</Banner>}
      <div className={styles.row}>
        {purchase.counts.checking > 0 && (
          <Button look="primary" isBusy={isBusy} icon={<RefreshCw aria-hidden="true" />} onPress={() => void look()}>
            Check again
          </Button>
        )}
        <Button icon={<Copy aria-hidden="true" />} onPress={() => void copy()}>
          Copy for support
        </Button>
        <Button icon={<Printer aria-hidden="true" />} onPress={() => window.print()}>
          Print receipt
        </Button>
      </div>
    </div>
  )
}

/** Asked, failed, or not known here: an order of an account that was removed, say. */
function Waiting() {
  const asked = useScreen('order', (state) => state.asked)
  const failure = useScreen('order', (state) => state.failure)
  if (failure) return <Message title="This order could not be read">{failureSentence(failure)}</Message>
  if (asked)
    return (
      <Message title="This order is no longer here">
        It was removed with its account. Close this and pick another one.
      </Message>
    )
  return <PanelWaiting />
}
