import { useState } from 'react'
import type { AccountId, AccountView } from '../../../../shared/model/account.ts'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { CountForm } from './count-form.tsx'
import { Recent } from './recent.tsx'
import styles from './search.module.css'
import { SearchForm } from './search-form.tsx'

type SearchSideProps = { readonly accounts: ReadonlyMap<AccountId, AccountView> }

type Mode = 'choose' | 'count'
const modes = [
  { id: 'choose', name: 'Choose' },
  { id: 'count', name: 'Order by count' },
] as const

/** How numbers are come by: looked for and chosen, or, where a provider does that, ordered by count. */
export function SearchSide({ accounts }: SearchSideProps) {
  const [mode, setMode] = useState<Mode>('choose')
  const counting = [...accounts.values()].filter(canCount)
  const shown = counting.length > 0 ? mode : 'choose'
  return (
    <section className={styles.side} aria-label="Find a number" data-area="search">
      <h2 className={styles.title}>Find a number</h2>
      {counting.length > 0 && (
        <ChoiceChips label="How" hasHiddenLabel choices={modes} chosen={mode} onChoose={setMode} />
      )}
      {shown === 'choose' ? (
        <>
          <SearchForm accounts={accounts} />
          <Recent />
        </>
      ) : (
        <CountForm accounts={counting} />
      )}
    </section>
  )
}

/** Only CallFire picks numbers by itself. */
const canCount = ({ api, facets }: AccountView): boolean => api === 'callfire-v2' && facets.includes('orders')
