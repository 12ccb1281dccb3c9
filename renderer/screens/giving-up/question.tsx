import type { AccountView } from '../../../shared/model/account.ts'
import type { Consequences, Ending } from '../../../shared/model/lease.ts'
import type { LeaseAsk } from '../../stores/leases.ts'
import { AccountName } from '../../ui/account-dot.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { accountTitle, failureSentence, providerNames } from '../../words.ts'
import { useGetState, useScreen } from '../stores.ts'
import { useAccountMap } from '../use-accounts.ts'
import styles from './giving-up.module.css'
import { Meaning } from './meaning.tsx'
import { buttons, heroOf, isTyped, typingLabel } from './words.ts'

type QuestionProps = { readonly asked: LeaseAsk; readonly wish: Ending; readonly typed: string }

/** What giving it up means, and the one thing that has to be typed. Enter does nothing here. */
export function Question({ asked, wish, typed, onType }: QuestionProps & { readonly onType: (text: string) => void }) {
  const consequences = useScreen('leases', (state) => state.consequences)
  const account = useAccountMap().get(asked.accountId)
  const isWord = asked.kind === 'keyword' && asked.things.length === 1
  return (
    <>
      <Hero asked={asked} account={account} />
      <Trouble account={account} />
      {consequences ? <Meaning consequences={consequences} /> : <Working />}
      {consequences && wish === 'autoRenewOff' && (
        <Field
          label={typingLabel(asked, consequences.typing)}
          value={typed}
          onChange={onType}
          inputMode={isWord ? 'text' : 'numeric'}
          autoComplete="off"
          problem={null}
        />
      )}
      {consequences && <OtherWays consequences={consequences} />}
    </>
  )
}

export function QuestionActions({ asked, wish, typed }: QuestionProps) {
  const consequences = useScreen('leases', (state) => state.consequences)
  const isBusy = useScreen('leases', (state) => state.isBusy)
  const close = useScreen('leases', (state) => state.close)
  const goAhead = useGoAhead(asked, wish)
  const isWanted = consequences !== null && (wish === 'release' || isTyped(typed, consequences.typing))
  return (
    <>
      <Button autoFocus onPress={close}>
        Cancel
      </Button>
      <Button look="danger" isDisabled={!isWanted} isBusy={isBusy} onPress={() => goAhead(typed)}>
        {buttons[wish]}
      </Button>
    </>
  )
}

/** Turning off is sent from here; a release goes through the checks and the journal of a purchase. */
function useGoAhead(asked: LeaseAsk, wish: Ending): (typed: string) => void {
  const leases = useGetState('leases')
  const draft = useGetState('draft')
  return (typed) => {
    if (wish === 'autoRenewOff') return void leases().send(typed.trim())
    void draft().ask({ kind: 'release', accountId: asked.accountId, things: asked.things })
    void leases().goOn()
  }
}

function Hero({ asked, account }: { readonly asked: LeaseAsk; readonly account: AccountView | undefined }) {
  const next = useScreen('leases', (state) => state.next.length)
  return (
    <div>
      <p className={styles.hero}>{heroOf(asked)}</p>
      {account && (
        <p className={styles.quiet}>
          <AccountName color={account.color} name={accountTitle(account)} />
          {next > 0 && <span> · then {next === 1 ? 'one more account' : `${next} more accounts`}</span>}
        </p>
      )}
    </div>
  )
}

function Trouble({ account }: { readonly account: AccountView | undefined }) {
  const failure = useScreen('leases', (state) => state.failure)
  const hasMeaning = useScreen('leases', (state) => state.consequences !== null)
  const retry = useScreen('leases', (state) => state.retry)
  if (!failure) return null
  return (
    <Banner
      tone="bad"
      actions={
        hasMeaning ? null : (
          <Button size="small" onPress={() => void retry()}>
            Try again
          </Button>
        )
      }
    >
      <span role="alert">{failureSentence(failure, account && providerNames[account.api])}</span>
    </Banner>
  )
}

function Working() {
  const failure = useScreen('leases', (state) => state.failure)
  if (failure) return null
  return (
    <div className={styles.working} aria-busy="true">
      <Skeleton width="70%" />
      <Skeleton width="52%" />
      <Skeleton width="64%" />
    </div>
  )
}

const otherWays: Readonly<Record<Ending, string>> = {
  autoRenewOff: 'Let it end with its lease instead',
  release: 'Release it at once instead',
}

/** The provider's other ways of giving up stand behind a word: the mildest is offered first. */
function OtherWays({ consequences: { offered } }: { readonly consequences: Consequences }) {
  const choose = useScreen('leases', (state) => state.choose)
  if (offered.length === 0) return null
  return (
    <details className={styles.more}>
      <summary>More</summary>
      {offered.map((ending) => (
        <Button key={ending} size="small" onPress={() => void choose(ending)}>
          {otherWays[ending]}
        </Button>
      ))}
    </details>
  )
}
