import { useEffect, useRef, useState } from 'react'
import type { ApiId } from '../../../shared/model/account.ts'
import { Button } from '../../ui/button.tsx'
import { Logo } from '../../ui/logo.tsx'
import { RadioCards, type RadioChoice } from '../../ui/radio-cards.tsx'
import { settingsPlace, usePlace } from '../place.ts'
import { useScreen } from '../stores.ts'
import styles from './add-account.module.css'
import { KeyStep } from './key-step.tsx'
import { SampleOffer } from './sample-offer.tsx'
import { Step } from './step.tsx'

const providers: readonly RadioChoice<ApiId>[] = [
  { id: 'callfire-v2', name: 'CallFire', hint: 'Numbers, keywords, call tracking and menus, do-not-contact list.' },
  { id: 'flowroute-v2', name: 'Flowroute', hint: 'Numbers and the routes that say where they ring.' },
]

/** Three steps on one page: pick, paste, test. The same for the first account and for every later one. */
export function AddAccountScreen({ isFirst }: { readonly isFirst: boolean }) {
  const [api, setApi] = useState<ApiId | null>(null)
  const { go } = usePlace()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <div className={isFirst ? styles.first : styles.page}>
      <div className={styles.column}>
        {isFirst && <Logo />}
        <h1 ref={title} tabIndex={-1} className={styles.title}>
          {isFirst ? 'Welcome to Linekeeper' : 'Add an account'}
        </h1>
        <p className={styles.lead}>
          {isFirst
            ? 'See every number you rent, where it rings and what it costs, also without a connection. Add the account that the numbers are in.'
            : 'Any number of accounts at either provider; each keeps its own name, color and keys.'}
        </p>
        <Step number={1} title="Pick the provider" isOpen>
          <RadioCards label="Provider" hasHiddenLabel layout="row" choices={providers} chosen={api} onChoose={setApi} />
        </Step>
        {/* Keyed, so that keys typed for one provider never reach the other. */}
        {api ? <KeyStep key={api} api={api} /> : <Closed />}
        {isFirst ? <SampleOffer /> : <Back onBack={() => go(settingsPlace('accounts'))} />}
      </div>
    </div>
  )
}

function Closed() {
  return (
    <>
      <Step number={2} title="Paste the keys" isOpen={false} />
      <Step number={3} title="Test and add" isOpen={false} />
    </>
  )
}

function Back({ onBack }: { readonly onBack: () => void }) {
  const samples = useScreen('accounts', (state) => (state.accounts ?? []).some(({ sample }) => sample))
  return (
    <div className={styles.back}>
      <Button look="quiet" onPress={onBack}>
        Back to the accounts
      </Button>
      {!samples && <SampleOffer />}
    </div>
  )
}
