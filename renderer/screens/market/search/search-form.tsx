import { type FormEvent, useRef } from 'react'
import { largestSearch } from '../../../../shared/limits.ts'
import type { AccountId, AccountView } from '../../../../shared/model/account.ts'
import { readPattern } from '../../../../shared/pattern.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { CountField } from '../../../ui/number-field.tsx'
import { failureSentence } from '../../../words.ts'
import { useGetState, useScreen } from '../../stores.ts'
import { useOnline } from '../use-online.ts'
import { AccountTicks } from './account-ticks.tsx'
import { PatternField } from './pattern-field.tsx'
import { CityField, PrefixField, RestOfPlace } from './place-fields.tsx'
import { isAboutField, useFocusOnProblem, useProblems } from './problems.ts'
import styles from './search.module.css'

const kinds = [
  { id: 'local', name: 'Local' },
  { id: 'tollFree', name: 'Toll-free' },
] as const

type SearchFormProps = { readonly accounts: ReadonlyMap<AccountId, AccountView> }

export function SearchForm({ accounts }: SearchFormProps) {
  const form = useScreen('market', (state) => state.form)
  const setForm = useScreen('market', (state) => state.setForm)
  const market = useGetState('market')
  const problemOf = useProblems()
  const element = useFocusOnProblem()
  const pattern = useRef<HTMLInputElement>(null)
  const search = (event: FormEvent) => {
    event.preventDefault()
    if (readPattern(market().form.pattern).ok) void market().search()
    else pattern.current?.focus()
  }
  const several = [...accounts.values()].filter(({ facets }) => facets.includes('market'))
  return (
    <form ref={element} className={styles.form} onSubmit={search} noValidate>
      <ChoiceChips label="Kind" choices={kinds} chosen={form.kind} onChoose={(kind) => setForm({ kind })} />
      {form.kind === 'local' && <CityField accounts={accounts} problem={problemOf('city')} />}
      {form.kind === 'local' && <RestOfPlace problemOf={problemOf} />}
      <PrefixField accounts={accounts} problem={problemOf('prefix')} />
      <PatternField inputRef={pattern} problem={problemOf('pattern')} />
      <CountField
        label={several.length > 1 ? 'How many at each account' : 'How many'}
        value={form.count}
        onChange={(count) => setForm({ count })}
        onTyping={() => setForm({})}
        least={1}
        most={largestSearch}
        problem={problemOf('count')}
      />
      {several.length > 1 && <AccountTicks accounts={several} />}
      <Submit hasAccounts={several.length > 0} />
    </form>
  )
}

function Submit({ hasAccounts }: { readonly hasAccounts: boolean }) {
  const failure = useScreen('market', (state) => state.searchFailure)
  const isStarting = useScreen('market', (state) => state.isStarting)
  const isSearching = useScreen(
    'market',
    (state) => state.shown?.parts.some((part) => part.state === 'searching') ?? false,
  )
  const stop = useScreen('market', (state) => state.stop)
  const isOnline = useOnline()
  const isAtField = isAboutField(failure)
  return (
    <div className={styles.submit}>
      {failure && !isAtField && <Banner tone="bad">{failureSentence(failure)}</Banner>}
      {!isOnline && (
        <p className={styles.quiet} id="search-offline">
          This computer is offline. What was found last stays here; searching again needs a connection.
        </p>
      )}
      {!hasAccounts && <p className={styles.quiet}>No account here can be searched. Add one in Settings.</p>}
      <Button type="submit" look="primary" isDisabled={!isOnline || !hasAccounts} isBusy={isStarting}>
        {isSearching ? 'Search again' : 'Search'}
      </Button>
      {isSearching && <Button onPress={() => void stop()}>Stop</Button>}
    </div>
  )
}
