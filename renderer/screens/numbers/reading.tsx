import type { AccountId, AccountView } from '../../../shared/model/account.ts'
import type { SyncState } from '../../../shared/model/sync.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Progress } from '../../ui/progress.tsx'
import { accountTitle, count, failureSentence, partNames, providerNames } from '../../words.ts'
import { settingsPlace, usePlace } from '../place.ts'
import { useScreen } from '../stores.ts'
import { needsHand } from '../sync-words.ts'
import styles from './reading.module.css'

type Accounts = ReadonlyMap<AccountId, AccountView>

type ReadingProps = {
  readonly accounts: Accounts
  /** What the list itself says in place of its rows is not said twice. */
  readonly told: AccountId | null
}

/** Above the rows: lists that are read for the first time, and accounts that cannot go on without their owner. */
export function Reading({ accounts, told }: ReadingProps) {
  const states = useScreen('sync', (state) => state.states) ?? []
  const shown = useScreen('numbers', (state) => state.filter.accountIds)
  return states
    .filter(({ accountId }) => accountId !== told && accounts.has(accountId))
    .filter(({ accountId }) => shown.length === 0 || shown.includes(accountId))
    .map((state) => <Line key={state.accountId} state={state} account={accounts.get(state.accountId)} />)
}

type LineProps = { readonly state: SyncState; readonly account: AccountView | undefined }

function Line({ state, account }: LineProps) {
  if (!account) return null
  if (state.phase === 'running')
    return state.lastDoneAt === null ? <FirstReading state={state} account={account} /> : null
  return state.failure && needsHand(state.failure) ? <Stuck state={state} account={account} /> : null
}

function FirstReading({
  state: { progress, accountId },
  account,
}: {
  readonly state: SyncState
  readonly account: AccountView
}) {
  const cancel = useScreen('sync', (state) => state.cancel)
  const title = accountTitle(account)
  return (
    <div className={styles.line}>
      <span className={styles.text}>
        {title}: {progress ? readWords(progress) : 'connecting'}
      </span>
      <span className={styles.bar}>
        <Progress label={`Reading ${title}`} done={progress?.rowsRead ?? 0} of={progress?.rowsTotal ?? null} />
      </span>
      <Button look="quiet" size="small" onPress={() => void cancel(accountId)}>
        Stop
      </Button>
    </div>
  )
}

/** `612 of about 1,400 numbers read`: lists grow while they are read, so a total is never quite certain. */
function readWords({ part, rowsRead, rowsTotal }: NonNullable<SyncState['progress']>): string {
  const of = rowsTotal === null ? '' : ` of about ${count(rowsTotal)}`
  const what = part === 'numbers' ? '' : ` ${partNames[part]}`
  return rowsRead === 0 && rowsTotal === null ? `asking for ${partNames[part]}` : `${count(rowsRead)}${of}${what} read`
}

function Stuck({ state, account }: { readonly state: SyncState; readonly account: AccountView }) {
  const { go } = usePlace()
  if (!state.failure) return null
  return (
    <Banner
      tone="warn"
      actions={
        <Button size="small" onPress={() => go(settingsPlace('accounts', account.id))}>
          Open account
        </Button>
      }
    >
      <strong>{accountTitle(account)}.</strong> {failureSentence(state.failure, providerNames[account.api])}
    </Banner>
  )
}
