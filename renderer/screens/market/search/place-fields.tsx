import type { AccountId, AccountView } from '../../../../shared/model/account.ts'
import type { SuggestQuery } from '../../../../shared/model/market.ts'
import { AccountDot } from '../../../ui/account-dot.tsx'
import { type ComboItem, SuggestField } from '../../../ui/combo-box.tsx'
import { Field } from '../../../ui/field.tsx'
import { useGetState, useScreen } from '../../stores.ts'
import type { ProblemOf } from './problems.ts'
import styles from './search.module.css'

type SuggestProps = { readonly accounts: ReadonlyMap<AccountId, AccountView>; readonly problem: string | null }

export function CityField({ accounts, problem }: SuggestProps) {
  const { value, ...rest } = useSuggestField('city', accounts)
  return <SuggestField label="City" placeholder="Seattle" value={value} {...rest} problem={problem} />
}

export function PrefixField({ accounts, problem }: SuggestProps) {
  const kind = useScreen('market', (state) => state.form.kind)
  const { value, ...rest } = useSuggestField('prefix', accounts)
  return (
    <SuggestField
      label="Area code or prefix"
      placeholder={kind === 'local' ? '206 or 206 555' : '888'}
      value={value}
      {...rest}
      problem={problem}
    />
  )
}

/** Typing asks for suggestions; choosing one fills in all that it knows. */
function useSuggestField(field: SuggestQuery['field'], accounts: SuggestProps['accounts']) {
  const value = useScreen('market', (state) => state.form[field])
  const found = useScreen('market', (state) => state.suggestions)
  const market = useGetState('market')
  const suggestions = found?.field === field ? found.items : []
  const items: readonly ComboItem[] = suggestions.map(({ label, accountId }, at) => {
    const account = accounts.get(accountId)
    const mark = account && accounts.size > 1 && <AccountDot color={account.color} />
    return { id: `${at} ${label}`, name: label, ...(mark ? { mark } : {}) }
  })
  return {
    value,
    items,
    onType: (text: string) => {
      if (text === market().form[field]) return
      market().setForm({ [field]: text })
      market().suggest(field, text)
    },
    onChoose: (id: string) => {
      const chosen = suggestions[items.findIndex((item) => item.id === id)]
      if (chosen) market().setForm(chosen.set)
      market().suggest(field, '')
    },
  }
}

/** State, ZIP and rate center: each as narrow as what stands in it. */
export function RestOfPlace({ problemOf }: { readonly problemOf: ProblemOf }) {
  const form = useScreen('market', (state) => state.form)
  const setForm = useScreen('market', (state) => state.setForm)
  return (
    <div className={styles.place}>
      <Field
        label="State"
        placeholder="WA"
        maxLength={2}
        value={form.state}
        onChange={(state) => setForm({ state: state.toUpperCase() })}
        problem={problemOf('state')}
      />
      <Field
        label="ZIP"
        placeholder="98101"
        value={form.zip}
        onChange={(zip) => setForm({ zip })}
        problem={problemOf('zip')}
      />
      <Field
        label="Rate center"
        value={form.rateCenter}
        onChange={(rateCenter) => setForm({ rateCenter })}
        problem={problemOf('rateCenter')}
      />
    </div>
  )
}
