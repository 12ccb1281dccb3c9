import type { AccountView } from '../../../shared/model/account.ts'
import type { DraftView } from '../../../shared/model/purchase.ts'
import { AccountName } from '../../ui/account-dot.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { SignList } from '../../ui/sign-list.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { accountTitle } from '../../words.ts'
import { useScreen } from '../stores.ts'
import styles from './buying.module.css'
import { checkSigns } from './buying-words.ts'
import { Statement } from './statement.tsx'
import { Things } from './things.tsx'
import type { Typed } from './use-typed.ts'

type BeforeProps = {
  readonly view: DraftView | null
  readonly account: AccountView | undefined
  readonly typed: Typed
}

/** What will be bought, the checks, and what it means. */
export function Before({ view, account, typed }: BeforeProps) {
  return (
    <>
      {account && (
        <p className={styles.account}>
          <AccountName color={account.color} name={accountTitle(account)} />
        </p>
      )}
      {view && view.things.length > 0 && <Things things={view.things} kind={view.kind} />}
      {view ? <Checks view={view} /> : <ChecksPlace />}
      {view?.asksPrice && <NewPrice />}
      {view?.statement && view.state !== 'stopped' && (
        <p className={styles.statement}>
          <Statement text={view.statement} />
        </p>
      )}
      {view?.typing && view.state === 'ready' && <TypingField typing={view.typing} typed={typed} />}
    </>
  )
}

function Checks({ view: { checks, state } }: { readonly view: DraftView }) {
  return (
    <section className={styles.checks} aria-label="Checks" aria-busy={state === 'checking'}>
      <h3 className={styles.part}>Checked before anything is sent</h3>
      <SignList
        label="Checks"
        lines={checks.map((check) => ({ ...checkSigns[check.state], key: check.name, text: check.sentence }))}
      />
    </section>
  )
}

const ChecksPlace = () => (
  <section className={styles.checks} aria-label="Checks" aria-busy="true">
    <h3 className={styles.part}>Checked before anything is sent</h3>
    {['62%', '48%', '55%', '40%'].map((width) => (
      <Skeleton key={width} width={width} />
    ))}
  </section>
)

function NewPrice() {
  const accept = useScreen('draft', (state) => state.acceptPrice)
  return (
    <Banner
      tone="warn"
      actions={
        <Button size="small" onPress={() => void accept()}>
          Accept the new price
        </Button>
      }
    >
      A price has changed since you saw it. Both are shown above.
    </Banner>
  )
}

type TypingProps = {
  readonly typing: NonNullable<DraftView['typing']>
  readonly typed: Typed
}

/** Slow on purpose: a hand that only presses keys does not get past it. */
function TypingField({ typing, typed }: TypingProps) {
  return (
    <div className={styles.typing}>
      <Field label={typing.why} value={typed.text} onChange={typed.set} autoComplete="off" />
    </div>
  )
}
