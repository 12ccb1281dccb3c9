import { type FormEvent, useState } from 'react'
import type { AccountId, AccountView } from '../../../../shared/model/account.ts'
import type { CountAsk } from '../../../../shared/model/purchase.ts'
import { AccountDot } from '../../../ui/account-dot.tsx'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { CountField } from '../../../ui/number-field.tsx'
import { Select } from '../../../ui/select.tsx'
import { accountTitle, providerNames } from '../../../words.ts'
import { useGetState } from '../../stores.ts'
import { useOnline } from '../use-online.ts'
import styles from './search.module.css'

const most = 500
const nothing: CountAsk = { local: 5, tollFree: 0, prefix: '', city: '', state: '', zip: '' }

/** So many numbers, whichever they are: the provider picks them. It goes through the same checks as any purchase. */
export function CountForm({ accounts }: { readonly accounts: readonly AccountView[] }) {
  const [ask, setAsk] = useState(nothing)
  const [chosen, choose] = useState<AccountId | null>(null)
  const [isTried, setTried] = useState(false)
  const draft = useGetState('draft')
  const account = accounts.find(({ id }) => id === chosen) ?? accounts[0]
  const untry = () => setTried(false)
  const set = (part: Partial<CountAsk>) => setAsk({ ...ask, ...part })
  const problem = problemOf(ask)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (account && !problem) void draft().ask({ kind: 'count', accountId: account.id, ask })
  }
  if (!account) return null
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.quiet}>{providerNames[account.api]} picks the numbers; which ones, you see afterwards.</p>
      {accounts.length > 1 && (
        <Select
          label="Account"
          chosen={account.id}
          onChoose={choose}
          choices={accounts.map((each) => ({
            id: each.id,
            name: accountTitle(each),
            mark: <AccountDot color={each.color} />,
          }))}
        />
      )}
      <div className={styles.pair}>
        <CountField
          label="Local"
          value={ask.local}
          onChange={(local) => set({ local })}
          onTyping={untry}
          least={0}
          most={most}
        />
        <CountField
          label="Toll-free"
          value={ask.tollFree}
          onChange={(tollFree) => set({ tollFree })}
          onTyping={untry}
          least={0}
          most={most}
        />
      </div>
      {isTried && problem && <p className={styles.problem}>{problem}</p>}
      <Region ask={ask} onChange={set} />
      <OrderButton account={account} ask={ask} />
    </form>
  )
}

function problemOf({ local, tollFree }: CountAsk): string | null {
  const isWhole = [local, tollFree].every((count) => Number.isInteger(count) && count >= 0 && count <= most)
  if (!isWhole) return `How many must be a whole number from 0 to ${most}.`
  return local + tollFree === 0 ? 'Order at least one number.' : null
}

type RegionProps = { readonly ask: CountAsk; readonly onChange: (part: Partial<CountAsk>) => void }

/** Only local numbers have a region. */
function Region({ ask, onChange }: RegionProps) {
  return (
    <fieldset className={styles.region}>
      <legend className={styles.label}>Local numbers from</legend>
      <Field label="City" placeholder="Seattle" value={ask.city} onChange={(city) => onChange({ city })} />
      <div className={styles.pair}>
        <Field
          label="State"
          placeholder="WA"
          maxLength={2}
          value={ask.state}
          onChange={(state) => onChange({ state: state.toUpperCase() })}
        />
        <Field label="ZIP" placeholder="98101" value={ask.zip} onChange={(zip) => onChange({ zip })} />
      </div>
      <Field
        label="Area code or prefix"
        placeholder="206 or 206 555"
        value={ask.prefix}
        onChange={(prefix) => onChange({ prefix })}
      />
    </fieldset>
  )
}

function OrderButton({ account, ask }: { readonly account: AccountView; readonly ask: CountAsk }) {
  const isOnline = useOnline()
  const why = account.readOnly
    ? 'This account is read only: nothing can be bought with it from this computer.'
    : isOnline
      ? 'Nothing is bought before you confirm.'
      : 'This computer is offline, and buying needs a connection.'
  const total = ask.local + ask.tollFree
  return (
    <div className={styles.submit}>
      <Button type="submit" look="primary" isDisabled={!isOnline || account.readOnly}>
        {Number.isInteger(total) && total > 0 ? `Order ${total === 1 ? '1 number' : `${total} numbers`}…` : 'Order…'}
      </Button>
      <p className={styles.quiet}>{why}</p>
    </div>
  )
}
