import { useEffect, useRef, useState } from 'react'
import type { SyncState } from '../../../shared/model/sync.ts'
import { LiveRegions } from '../../ui/live.tsx'
import { accountTitle, counted, failureSentence } from '../../words.ts'
import { buyingVoice, type Voice } from '../buying-voice.ts'
import { marketVoice } from '../market-voice.ts'
import { useGetState, useScreen } from '../stores.ts'
import { announce, type Heard } from './announcing.ts'
import { useNewsToasts } from './news.ts'

/** The one polite and the one assertive live region of the window. */
export function Announcements() {
  const sync = useSyncAnnouncement()
  const found = useFound()
  useNewsToasts()
  const buying = useBuying()
  const basket = useScreen('market', (state) => state.said)
  const search = useSearch()
  return (
    <LiveRegions
      polite={[sync.polite, found, search, basket, buying.polite]}
      urgent={[sync.urgent, buying.urgent].filter(Boolean).join(' ')}
    />
  )
}

function useSyncAnnouncement(): { readonly polite: string; readonly urgent: string } {
  const states = useScreen('sync', (state) => state.states)
  const accounts = useGetState('accounts')
  const heard = useRef<Heard | null>(null)
  const [said, setSaid] = useState({ polite: '', urgent: '' })
  useEffect(() => {
    if (!states) return
    const accountOf = (id: string) => accounts().accounts?.find((account) => account.id === id)
    const name = (id: string) => {
      const account = accountOf(id)
      return account ? accountTitle(account) : 'An account'
    }
    const failure = (state: SyncState) =>
      state.failure && `${name(state.accountId)}: ${failureSentence(state.failure, 'the provider')}`
    const next = announce(heard.current, states, { name, failure, now: Date.now() })
    heard.current = next.heard
    if (next.polite !== null || next.urgent !== null) setSaid({ polite: next.polite ?? '', urgent: next.urgent ?? '' })
  }, [states, accounts])
  return said
}

function useSearch(): string {
  const accounts = useGetState('accounts')
  return useScreen('market', (state) =>
    marketVoice(state, (id) => {
      const account = accounts().accounts?.find((each) => each.id === id)
      return account ? accountTitle(account) : 'an account'
    }),
  )
}

function useBuying(): Voice {
  const asked = useScreen('draft', (state) => state.asked)
  const view = useScreen('draft', (state) => state.view)
  const detail = useScreen('draft', (state) => state.detail)
  const failure = useScreen('draft', (state) => state.failure)
  return buyingVoice({ asked, view, detail, failure })
}

/** How much a search or a filter found, when it was answered. */
function useFound(): string {
  const answered = useScreen('numbers', (state) => state.answered)
  const numbers = useGetState('numbers')
  const total = numbers().total
  return answered > 1 && total !== null ? `${counted(total, 'number')} found` : ''
}
