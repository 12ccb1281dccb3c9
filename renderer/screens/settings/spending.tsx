import { useEffect, useState } from 'react'
import type { AccountView, Spending as Limits } from '../../../shared/model/account.ts'
import type { AccountBudget } from '../../../shared/model/market.ts'
import { formatMoney, toMicros } from '../../../shared/money.ts'
import { AccountName } from '../../ui/account-dot.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { LimitMeter } from '../../ui/meter.tsx'
import { Tag } from '../../ui/status.tsx'
import { toast } from '../../ui/toast.tsx'
import { accountTitle, counted, failureSentence } from '../../words.ts'
import { useScreen } from '../stores.ts'
import { limitText, readLimit } from './limit-text.ts'
import styles from './settings.module.css'

/** What each account may spend, and has spent this month. */
export function Spending() {
  const accounts = useScreen('accounts', (state) => state.accounts) ?? []
  const budgets = useScreen('budgets', (state) => state.budgets)
  const failure = useScreen('budgets', (state) => state.failure)
  const load = useScreen('budgets', (state) => state.load)
  useEffect(() => void load(), [load])
  return (
    <div className={styles.column}>
      <p className={styles.quiet}>
        Linekeeper stops a purchase that would go over these limits. They hold on this computer; what is bought
        elsewhere is not counted.
      </p>
      {failure && <Banner tone="bad">{failureSentence(failure)}</Banner>}
      {accounts.map((account) => (
        <AccountLimits
          key={account.id}
          account={account}
          budget={budgets?.find(({ accountId }) => accountId === account.id) ?? null}
        />
      ))}
    </div>
  )
}

type AccountLimitsProps = { readonly account: AccountView; readonly budget: AccountBudget | null }

function AccountLimits({ account, budget }: AccountLimitsProps) {
  return (
    <section className={styles.card} aria-label={`Spending of ${accountTitle(account)}`}>
      <div className={styles.head}>
        <h2 className={styles.name}>
          <AccountName color={account.color} name={accountTitle(account)} />
        </h2>
        {account.sample && <Tag tone="warn">SAMPLE</Tag>}
        {account.readOnly && <Tag>Read only: buys nothing</Tag>}
      </div>
      {budget && <Spent budget={budget} />}
      {/* Saved from elsewhere, the fields begin anew with what stands now. */}
      <LimitForm key={JSON.stringify(account.spending)} account={account} />
    </section>
  )
}

function Spent({ budget: { spent, spentUnknown, perMonth } }: { readonly budget: AccountBudget }) {
  const month = new Date().toLocaleDateString('en-GB', { month: 'long' })
  const rest = spentUnknown > 0 ? `, and ${counted(spentUnknown, 'price')} not told` : ''
  if (!perMonth) {
    return (
      <p>
        {formatMoney(spent)} spent in {month}
        {rest}
      </p>
    )
  }
  const most = toMicros(perMonth)
  return (
    <LimitMeter
      label={`${formatMoney(spent)} of ${formatMoney(perMonth)} spent in ${month}${rest}`}
      used={most === 0 ? 1 : toMicros(spent) / most}
      more={0}
    />
  )
}

type LimitName = keyof Limits

const fields: readonly { readonly id: LimitName; readonly label: string; readonly hint: string }[] = [
  { id: 'perOrder', label: 'Most for one order', hint: 'Set-up and first month together.' },
  { id: 'perMonth', label: 'Most in a month', hint: 'All orders of a calendar month.' },
  { id: 'typeAbove', label: 'Type the count above', hint: 'More than ten at once always ask for it.' },
]

function LimitForm({ account }: { readonly account: AccountView }) {
  const change = useScreen('accounts', (state) => state.change)
  const { spending } = account
  const [typed, setTyped] = useState<Readonly<Record<LimitName, string>>>({
    perOrder: limitText(spending.perOrder),
    perMonth: limitText(spending.perMonth),
    typeAbove: limitText(spending.typeAbove),
  })
  const [problem, setProblem] = useState<string | null>(null)
  const limits = readAll(typed)
  const isChanged = fields.some(({ id }) => typed[id].trim() !== limitText(spending[id]))
  const save = async () => {
    if (!limits) return
    const reply = await change({ accountId: account.id, spending: limits })
    setProblem(reply.ok ? null : failureSentence(reply.failure))
    if (reply.ok) toast(`Limits of ${accountTitle(account)} saved`)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isChanged) void save()
      }}
      className={styles.limits}
    >
      {fields.map(({ id, label, hint }) => {
        const read = readLimit(typed[id])
        return (
          <Field
            key={id}
            label={`${label}, $`}
            hint={read.ok ? hint : null}
            value={typed[id]}
            onChange={(text) => setTyped({ ...typed, [id]: text })}
            inputMode="decimal"
            autoComplete="off"
            placeholder={id === 'typeAbove' ? 'never by cost' : 'no limit'}
            problem={read.ok ? null : read.problem}
          />
        )
      })}
      {problem && <Banner tone="bad">{problem}</Banner>}
      <div className={styles.save}>
        <Button type="submit" isDisabled={!isChanged || limits === null}>
          Save
        </Button>
      </div>
    </form>
  )
}

/** Null while one of them cannot be read. */
function readAll(typed: Readonly<Record<LimitName, string>>): Limits | null {
  const [perOrder, perMonth, typeAbove] = fields.map(({ id }) => readLimit(typed[id]))
  if (!perOrder?.ok || !perMonth?.ok || !typeAbove?.ok) return null
  return { perOrder: perOrder.limit, perMonth: perMonth.limit, typeAbove: typeAbove.limit }
}
