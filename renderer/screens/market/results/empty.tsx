import { CloudOff, Search, SearchX, TriangleAlert } from 'lucide-react'
import type { AccountId, AccountView } from '../../../../shared/model/account.ts'
import type { Alternative, SearchPart } from '../../../../shared/model/market.ts'
import { Button } from '../../../ui/button.tsx'
import { Message } from '../../../ui/message.tsx'
import { accountTitle, counted, failureSentence, providerNames, unexplained } from '../../../words.ts'
import { settingsPlace, usePlace } from '../../place.ts'
import { useGetState, useScreen } from '../../stores.ts'
import { useOnline } from '../use-online.ts'
import { Watch } from './heading.tsx'
import { isAccounts } from './parts.tsx'
import styles from './results.module.css'
import type { Standing } from './standing.ts'

type Accounts = ReadonlyMap<AccountId, AccountView>

type EmptyProps = {
  readonly standing: Exclude<Standing, { kind: 'rows' | 'searching' }>
  readonly accounts: Accounts
}

/** What stands in the results' place when there are none. */
export function Empty({ standing, accounts }: EmptyProps) {
  switch (standing.kind) {
    case 'first':
      return <First />
    case 'none':
      return <NoneFound alternatives={standing.alternatives} />
    case 'dropped':
      return <Dropped found={standing.found} />
    case 'failed':
      return <Failed parts={standing.parts} accounts={accounts} />
    case 'unread':
      return <Unread sentence={failureSentence(standing.failure)} />
    default:
      return standing satisfies never
  }
}

/** Words that people do look for, each a search of its own. Toll-free, since only that can be asked for everywhere without a place. */
const examples = ['CAKE', 'TAXI', '*0000'] as const

function First() {
  const market = useGetState('market')
  const isOnline = useOnline()
  const lookFor = (pattern: string) => {
    const { form } = market()
    const hasPlace = [form.city, form.state, form.zip, form.prefix, form.rateCenter].some((part) => part.trim() !== '')
    void market().searchFor({ ...form, kind: hasPlace ? form.kind : 'tollFree', pattern })
  }
  return (
    <Message
      icon={<Search aria-hidden="true" />}
      title="Find a number that people remember"
      actions={examples.map((pattern) => (
        <Button key={pattern} isDisabled={!isOnline} onPress={() => lookFor(pattern)}>
          {pattern}
        </Button>
      ))}
    >
      <p>
        Say where, or type a word or some digits of it, then search: every account is asked at once, with what each
        number costs beside it. Looking costs nothing.
      </p>
    </Message>
  )
}

function NoneFound({ alternatives }: { readonly alternatives: readonly Alternative[] }) {
  const searchFor = useScreen('market', (state) => state.searchFor)
  const isOnline = useOnline()
  return (
    <Message
      icon={<SearchX aria-hidden="true" />}
      title="Nothing is for sale that matches all of this"
      actions={<Watch />}
    >
      <p>
        {alternatives.length > 0 ? 'The nearest that may have something:' : 'Leave something out, and search again.'}
      </p>
      <div className={styles.alternatives}>
        {alternatives.map(({ sentence, query }) => (
          <Button key={sentence} isDisabled={!isOnline} onPress={() => void searchFor(query)}>
            {sentence}
          </Button>
        ))}
      </div>
      <p>Numbers come and go. A watched search is asked again while Linekeeper is open.</p>
    </Message>
  )
}

function Dropped({ found }: { readonly found: number }) {
  const market = useGetState('market')
  const isOnline = useOnline()
  const again = () => {
    const query = market().shown?.query
    if (query) void market().searchFor(query)
  }
  return (
    <Message
      icon={<Search aria-hidden="true" />}
      title={`It found ${counted(found, 'number')} then`}
      actions={
        <Button look="primary" isDisabled={!isOnline} onPress={again}>
          Search again
        </Button>
      }
    >
      <p>Which they were is kept for the latest searches only. Search again to see what is for sale now.</p>
    </Message>
  )
}

type FailedProps = { readonly parts: readonly SearchPart[]; readonly accounts: Accounts }

function Failed({ parts, accounts }: FailedProps) {
  const market = useGetState('market')
  const isOnline = useOnline()
  const { go } = usePlace()
  const failed = parts.filter(({ accountId, state }) => state === 'failed' && accounts.has(accountId))
  const own = failed.find(({ failure }) => failure && isAccounts(failure))
  const isOffline = !isOnline || failed.every(({ failure }) => failure?.kind === 'offline')
  const again = () => {
    const query = market().shown?.query
    if (query) void market().searchFor(query)
  }
  return (
    <Message
      icon={isOffline ? <CloudOff aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
      title="Nobody could be asked"
      actions={
        <>
          <Button look="primary" isDisabled={!isOnline} onPress={again}>
            Try again
          </Button>
          {own && <Button onPress={() => go(settingsPlace('accounts', own.accountId))}>Open account</Button>}
        </>
      }
    >
      {failed.map(({ accountId, failure }) => {
        const account = accounts.get(accountId)
        return (
          <p key={accountId}>
            {account && <strong>{accountTitle(account)}.</strong>}{' '}
            {failure ? failureSentence(failure, account && providerNames[account.api]) : unexplained}
          </p>
        )
      })}
    </Message>
  )
}

function Unread({ sentence }: { readonly sentence: string }) {
  const load = useScreen('market', (state) => state.load)
  return (
    <Message
      icon={<TriangleAlert aria-hidden="true" />}
      title="What was found could not be read"
      actions={<Button onPress={load}>Try again</Button>}
    >
      <p>{sentence}</p>
    </Message>
  )
}
