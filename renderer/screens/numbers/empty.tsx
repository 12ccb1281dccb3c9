import { CloudOff, Phone, SearchX, TriangleAlert } from 'lucide-react'
import type { Failure } from '../../../shared/failure.ts'
import type { AccountId, AccountView } from '../../../shared/model/account.ts'
import type { SyncState } from '../../../shared/model/sync.ts'
import { partsOf } from '../../stores/numbers/filter.ts'
import { Button } from '../../ui/button.tsx'
import { RemoveChip } from '../../ui/chip.tsx'
import { Message } from '../../ui/message.tsx'
import { accountTitle, failureSentence, providerNames, unexplained } from '../../words.ts'
import { settingsPlace, usePlace } from '../place.ts'
import { useScreen } from '../stores.ts'
import styles from './empty.module.css'
import { partName } from './filter-words.ts'
import { firstFailed, type Standing } from './standing.ts'

type Accounts = ReadonlyMap<AccountId, AccountView>

type EmptyProps = {
  readonly standing: Exclude<Standing, { kind: 'rows' | 'reading' }>
  readonly accounts: Accounts
}

/** What stands in the list's place when it has no rows. */
export function Empty({ standing, accounts }: EmptyProps) {
  switch (standing.kind) {
    case 'noneMatch':
      return <NoneMatch accounts={accounts} />
    case 'noneOwned':
      return <NoneOwned />
    case 'noneRead':
      return <NoneRead states={standing.states} accounts={accounts} />
    case 'failed':
      return <NotRead failure={standing.failure} />
    default:
      return standing satisfies never
  }
}

function NoneMatch({ accounts }: { readonly accounts: Accounts }) {
  const filter = useScreen('numbers', (state) => state.filter)
  const toggle = useScreen('numbers', (state) => state.toggleFilter)
  const clear = useScreen('numbers', (state) => state.clearFilter)
  return (
    <Message
      icon={<SearchX aria-hidden="true" />}
      title="No number matches all of this"
      actions={<Button onPress={clear}>Show all numbers</Button>}
    >
      <p>Take one away to see more:</p>
      <div className={styles.parts}>
        {partsOf(filter).map((part) => (
          <RemoveChip key={JSON.stringify(part)} name={partName(part, accounts)} onRemove={() => toggle(part)} />
        ))}
      </div>
    </Message>
  )
}

function NoneOwned() {
  const sync = useScreen('sync', (state) => state.start)
  const { go } = usePlace()
  return (
    <Message
      icon={<Phone aria-hidden="true" />}
      title="No numbers yet"
      actions={
        <>
          <Button look="primary" onPress={() => void sync(null)}>
            Read again
          </Button>
          <Button onPress={() => go({ screen: 'addAccount' })}>Add another account</Button>
        </>
      }
    >
      <p>The provider’s list was read and it is empty. Numbers that you buy there appear here after the next sync.</p>
    </Message>
  )
}

type NoneReadProps = { readonly states: readonly SyncState[]; readonly accounts: Accounts }

/** Nothing was ever read: the reason of the first account that has one, and the way out of it. */
function NoneRead({ states, accounts }: NoneReadProps) {
  const failed = firstFailed(states)
  const isUnexplained = states.some(({ phase, failure }) => phase === 'failed' && failure === null)
  return (
    <NotRead
      failure={failed?.failure ?? null}
      account={failed && accounts.get(failed.accountId)}
      instead={isUnexplained ? unexplained : notBegun}
    />
  )
}

const notBegun = 'Reading has not begun. Start it here; a few hundred numbers take a few seconds.'

type NotReadProps = {
  readonly failure: Failure | null
  readonly account?: AccountView | undefined
  /** Said when no failure is known. */
  readonly instead?: string
}

function NotRead({ failure, account, instead = notBegun }: NotReadProps) {
  const sync = useScreen('sync', (state) => state.start)
  const reload = useScreen('numbers', (state) => state.reload)
  const { go } = usePlace()
  const retry = () => {
    reload()
    void sync(null)
  }
  return (
    <Message
      icon={failure?.kind === 'offline' ? <CloudOff aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
      title="No numbers could be read yet"
      actions={
        <>
          <Button look="primary" onPress={retry}>
            {failure ? 'Try again' : 'Read now'}
          </Button>
          <Button onPress={() => go(settingsPlace(account ? 'accounts' : 'sync', account?.id ?? null))}>
            {account ? `Open ${accountTitle(account)}` : 'See what happened'}
          </Button>
        </>
      }
    >
      <p>{failure ? failureSentence(failure, account && providerNames[account.api]) : instead}</p>
    </Message>
  )
}
