import type { AccountId, AccountView } from '../../../shared/model/account.ts'
import type { SyncState } from '../../../shared/model/sync.ts'
import { stateOf } from '../../stores/sync.ts'
import { AccountName } from '../../ui/account-dot.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Progress } from '../../ui/progress.tsx'
import { Status } from '../../ui/status.tsx'
import { useNow } from '../../ui/use-now.ts'
import {
  accountTitle,
  age,
  count,
  counted,
  duration,
  failureSentence,
  oddSentence,
  partNames,
  providerNames,
  rate,
  unexplained,
} from '../../words.ts'
import { useScreen } from '../stores.ts'
import { isWaiting, syncSign } from '../sync-words.ts'
import styles from './settings.module.css'
import { useShown } from './use-shown.ts'

/** What the last reading of each account did, part by part. */
export function SyncDetails({ accountId }: { readonly accountId: AccountId | null }) {
  const accounts = useScreen('accounts', (state) => state.accounts) ?? []
  const states = useScreen('sync', (state) => state.states)
  const start = useScreen('sync', (state) => state.start)
  const now = useNow(isWaiting(states) ? 1000 : 15_000)
  return (
    <div className={styles.column}>
      <div className={styles.row}>
        <p className={styles.quiet}>
          Each account is read apart from the others; one that fails keeps its old rows and their age.
        </p>
        <span className={styles.apart}>
          <Button onPress={() => void start(null)}>Read everything again</Button>
        </span>
      </div>
      {accounts.map((account) => (
        <AccountSync
          key={account.id}
          account={account}
          state={stateOf(states, account.id)}
          isChosen={account.id === accountId}
          now={now}
        />
      ))}
    </div>
  )
}

type AccountSyncProps = {
  readonly account: AccountView
  readonly state: SyncState | null
  readonly isChosen: boolean
  readonly now: number
}

function AccountSync({ account, state, isChosen, now }: AccountSyncProps) {
  const start = useScreen('sync', (store) => store.start)
  const cancel = useScreen('sync', (store) => store.cancel)
  const card = useShown(isChosen)
  const sign = syncSign(account, state, now)
  const isRunning = state?.phase === 'running'
  return (
    <section
      ref={card}
      tabIndex={-1}
      className={cx(styles.card, isChosen && styles.chosen)}
      aria-label={accountTitle(account)}
    >
      <div className={styles.head}>
        <h2 className={styles.name}>
          <AccountName color={account.color} name={accountTitle(account)} />
        </h2>
        <span className={styles.sign}>
          <Status tone={sign.tone} shape={sign.shape}>
            {sign.words}
          </Status>
        </span>
      </div>
      {isRunning && state.progress && <Running progress={state.progress} name={accountTitle(account)} />}
      {state?.failure && <Banner tone="bad">{failureSentence(state.failure, providerNames[account.api])}</Banner>}
      {state?.phase === 'failed' && !state.failure && <Banner tone="bad">{unexplained}</Banner>}
      {state && <Outcome state={state} account={account} now={now} />}
      <div className={styles.row}>
        {isRunning ? (
          <Button onPress={() => void cancel(account.id)}>Stop</Button>
        ) : (
          <Button isDisabled={account.paused} onPress={() => void start(account.id)}>
            {state?.failure ? 'Try again' : 'Read again'}
          </Button>
        )}
      </div>
    </section>
  )
}

function Running({ progress, name }: { readonly progress: NonNullable<SyncState['progress']>; readonly name: string }) {
  const { part, rowsRead, rowsTotal, rowsPerSecond, leftMs } = progress
  return (
    <div className={styles.progress}>
      <Progress label={`Reading ${name}`} done={rowsRead} of={rowsTotal} />
      <p className={styles.quiet}>
        {partNames[part]}: {count(rowsRead)}
        {rowsTotal !== null && ` of about ${count(rowsTotal)}`}
        {rowsPerSecond > 0 && ` · ${rate(rowsPerSecond)}`}
        {leftMs !== null && ` · about ${duration(leftMs)} left`}
      </p>
    </div>
  )
}

/** Odd rows that are named one by one; the rest is counted. */
const oddShown = 20

function Outcome({
  state,
  account,
  now,
}: Omit<AccountSyncProps, 'isChosen' | 'state'> & { readonly state: SyncState }) {
  const { lastDoneAt, found, gone, partFailures, odd, oddCount } = state
  return (
    <>
      <p className={styles.quiet}>
        {lastDoneAt === null
          ? 'Not everything has been read from this account yet.'
          : `Everything was last read ${age(lastDoneAt, now)}: ${counted(found, 'number')} found, ${count(gone)} gone.`}
      </p>
      {partFailures.length > 0 && (
        <div>
          <h3 className={styles.part}>Not read, while the rest was</h3>
          <ul className={styles.list}>
            {partFailures.map(({ part, failure }) => (
              <li key={part}>
                <strong>{partNames[part]}:</strong> {failureSentence(failure, providerNames[account.api])}
              </li>
            ))}
          </ul>
        </div>
      )}
      {oddCount > 0 && (
        <details>
          <summary>{oddSentence(oddCount, providerNames[account.api])}</summary>
          <ul className={styles.list}>
            {odd.slice(0, oddShown).map(({ place, kept }) => (
              <li key={place}>
                <code className={styles.path}>{place}</code>{' '}
                {kept ? 'kept with what could be read' : 'left out: it had no number'}
              </li>
            ))}
            {oddCount > Math.min(oddShown, odd.length) && (
              <li>and {count(oddCount - Math.min(oddShown, odd.length))} more</li>
            )}
          </ul>
        </details>
      )}
    </>
  )
}
