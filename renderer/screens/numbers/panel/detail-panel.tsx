import { Copy } from 'lucide-react'
import { useState } from 'react'
import type { AccountId, AccountView } from '../../../../shared/model/account.ts'
import type { NumberDetail } from '../../../../shared/model/number.ts'
import { Button } from '../../../ui/button.tsx'
import { Message } from '../../../ui/message.tsx'
import { PhoneText } from '../../../ui/phone-text.tsx'
import { PanelWaiting, SidePanel } from '../../../ui/side-panel.tsx'
import { Tag } from '../../../ui/status.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { toast } from '../../../ui/toast.tsx'
import { failureSentence } from '../../../words.ts'
import { useScreen } from '../../stores.ts'
import { kindWords } from '../row-words.ts'
import { CallsGoTo } from './calls-go-to.tsx'
import { Lease } from './lease.tsx'
import { Overview } from './overview.tsx'
import styles from './panel.module.css'

export type DetailPanelProps = {
  readonly accounts: ReadonlyMap<AccountId, AccountView>
  readonly now: number
  /** Takes the focus back to where the panel was opened. */
  readonly onClosed: () => void
}

/** Everything about one number. */
export function DetailPanel({ accounts, now, onClosed }: DetailPanelProps) {
  const key = useScreen('detail', (state) => state.key)
  const detail = useScreen('detail', (state) => state.detail)
  const close = useScreen('detail', (state) => state.close)
  const leave = () => {
    close()
    onClosed()
  }
  return (
    <SidePanel
      label={detail ? `Number ${detail.row.display}` : 'Number'}
      area="number"
      back="Numbers"
      about={key}
      title={detail && <PhoneText display={detail.row.display} />}
      tools={detail && <CopyNumber display={detail.row.display} />}
      under={detail && <Under detail={detail} />}
      onLeave={leave}
    >
      {detail ? <Parts detail={detail} account={accounts.get(detail.row.accountId)} now={now} /> : <Waiting />}
    </SidePanel>
  )
}

function CopyNumber({ display }: { readonly display: string }) {
  const copy = async () => {
    await navigator.clipboard.writeText(display)
    toast(`Copied ${display}`)
  }
  return (
    <Button look="quiet" size="small" icon={<Copy aria-hidden="true" />} onPress={() => void copy()}>
      Copy
    </Button>
  )
}

function Under({ detail: { row } }: { readonly detail: NumberDetail }) {
  return (
    <>
      <p className={styles.quiet}>{[row.alias, row.place, kindWords[row.kind]].filter(Boolean).join(' · ')}</p>
      {row.labels.length > 0 && (
        <p className={styles.labels}>
          {row.labels.map((label) => (
            <Tag key={label}>{label}</Tag>
          ))}
        </p>
      )}
    </>
  )
}

type PartId = 'overview' | 'calls' | 'lease'

type PartsProps = {
  readonly detail: NumberDetail
  readonly account: AccountView | undefined
  readonly now: number
}

function Parts({ detail, account, now }: PartsProps) {
  const [chosen, choose] = useState<PartId>('overview')
  return (
    <Tabs
      label="About this number"
      chosen={chosen}
      onChoose={choose}
      tabs={[
        { id: 'overview', name: 'Overview', content: <Overview {...{ detail, account, now }} /> },
        { id: 'calls', name: 'Calls go to', content: <CallsGoTo {...{ detail, now }} /> },
        { id: 'lease', name: 'Lease', content: <Lease {...{ detail, account, now }} /> },
      ]}
    />
  )
}

/** Asked, failed, or no longer here: a sync may have taken the number away meanwhile. */
function Waiting() {
  const asked = useScreen('detail', (state) => state.asked)
  const failure = useScreen('detail', (state) => state.failure)
  if (failure) return <Message title="This number could not be read">{failureSentence(failure)}</Message>
  if (asked)
    return (
      <Message title="This number is no longer here">
        It was removed with its account. Close this and pick another one.
      </Message>
    )
  return <PanelWaiting />
}
