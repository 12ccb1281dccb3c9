import { CloudOff, MessageSquareText, SearchX, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { stateOf } from '../../stores/sync.ts'
import { Button } from '../../ui/button.tsx'
import { Message } from '../../ui/message.tsx'
import { failureSentence, providerNames } from '../../words.ts'
import { settingsPlace, usePlace } from '../place.ts'
import { useGetState, useScreen } from '../stores.ts'
import { useAccountMap } from '../use-accounts.ts'
import { useKeywordAccounts } from './use-keyword-accounts.ts'

/** What stands in the list's place when it has no rows. */
export function Empty() {
  const failure = useScreen('keywords', (state) => (state.total === null ? state.failure : null))
  const reload = useScreen('keywords', (state) => state.reload)
  const search = useScreen('keywords', (state) => state.search)
  const shown = useScreen('keywords', (state) => state.accountIds)
  const able = useKeywordAccounts().filter(({ id }) => shown.length === 0 || shown.includes(id))
  if (failure) {
    return (
      <Message
        icon={<TriangleAlert aria-hidden="true" />}
        title="The keywords could not be read"
        actions={<Button onPress={reload}>Try again</Button>}
      >
        <p>{failureSentence(failure)}</p>
      </Message>
    )
  }
  if (search) return <NoneFound search={search} />
  return able.length === 0 ? <NoneHere /> : <NoneLeased accountIds={able.map(({ id }) => id)} />
}

function NoneFound({ search }: { readonly search: string }) {
  const type = useScreen('keywords', (state) => state.type)
  return (
    <Message
      icon={<SearchX aria-hidden="true" />}
      title={`No keyword matches “${search}”`}
      actions={<Button onPress={() => type('')}>Show all keywords</Button>}
    />
  )
}

/** No account that is shown belongs to a provider that has keywords. */
function NoneHere() {
  const accounts = [...useAccountMap().values()]
  const shown = useScreen('keywords', (state) => state.accountIds)
  const numbers = useGetState('numbers')
  const { go } = usePlace()
  const apis = [...new Set(accounts.map(({ api }) => api))].filter((api) =>
    accounts.some((account) => account.api === api && (shown.length === 0 || shown.includes(account.id))),
  )
  const names = apis.map((api) => providerNames[api]).join(' and ') || 'This account'
  const hasOthers = useKeywordAccounts().length > 0
  return (
    <Message
      icon={<MessageSquareText aria-hidden="true" />}
      title={`${names} has no keywords`}
      actions={
        hasOthers ? (
          <Button onPress={() => numbers().setFilter({ ...numbers().filter, accountIds: [] })}>
            Show all accounts
          </Button>
        ) : (
          <Button onPress={() => go({ screen: 'addAccount' })}>Add a CallFire account</Button>
        )
      }
    >
      <p>A keyword is a word that people text to a short code to reach you. CallFire leases them; {names} does not.</p>
    </Message>
  )
}

function NoneLeased({ accountIds }: { readonly accountIds: readonly string[] }) {
  const states = useScreen('sync', (state) => state.states)
  const start = useScreen('sync', (state) => state.start)
  const openWords = useScreen('words', (state) => state.open)
  const { go } = usePlace()
  const known = accountIds.map((id) => stateOf(states, id)).filter((state) => state !== null)
  const failed = known.find(
    ({ failure, partFailures }) => failure ?? partFailures.some(({ part }) => part === 'keywords'),
  )
  const failure = failed?.failure ?? failed?.partFailures.find(({ part }) => part === 'keywords')?.failure ?? null
  const icon: ReactNode = failure ? <CloudOff aria-hidden="true" /> : <MessageSquareText aria-hidden="true" />
  if (known.some(({ phase, lastDoneAt }) => phase === 'running' && lastDoneAt === null))
    return (
      <Message icon={icon} title="Keywords are being read">
        <p>They come after the numbers.</p>
      </Message>
    )
  if (failed && failure)
    return (
      <Message
        icon={icon}
        title="Keywords could not be read yet"
        actions={
          <>
            <Button look="primary" onPress={() => void start(failed.accountId)}>
              Try again
            </Button>
            <Button onPress={() => go(settingsPlace('sync', failed.accountId))}>See what happened</Button>
          </>
        }
      >
        <p>{failureSentence(failure, 'CallFire')}</p>
      </Message>
    )
  return (
    <Message
      icon={icon}
      title="No keywords yet"
      actions={
        <Button look="primary" onPress={openWords}>
          Check words
        </Button>
      }
    >
      <p>A keyword is a word that people text to a short code to reach you. See which words are still free.</p>
    </Message>
  )
}
