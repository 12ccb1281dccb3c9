import { Plus } from 'lucide-react'
import type { AccountId, AccountView } from '../../../shared/model/account.ts'
import type { NumberCounts, NumberFilter } from '../../../shared/model/number.ts'
import { type FilterPart, isNarrow, isOn, partsOf } from '../../stores/numbers/filter.ts'
import { soonDay } from '../../stores/numbers/store.ts'
import { AccountDot } from '../../ui/account-dot.tsx'
import { Button } from '../../ui/button.tsx'
import { FilterChip, RemoveChip } from '../../ui/chip.tsx'
import { ChoiceMenu, type MenuChoice, type MenuPart } from '../../ui/menu.tsx'
import { accountTitle, count } from '../../words.ts'
import { useScreen } from '../stores.ts'
import styles from './filter-bar.module.css'
import { chipsOf, isAlwaysShown, partName } from './filter-words.ts'
import { autoRenewWords, kindWords, ringsWords, stateWords } from './row-words.ts'

type FilterBarProps = { readonly accounts: ReadonlyMap<AccountId, AccountView>; readonly now: number }

/** What is filtered by, and what could be, each with how many numbers it lets through. */
export function FilterBar({ accounts, now }: FilterBarProps) {
  const filter = useScreen('numbers', (state) => state.filter)
  const counts = useScreen('numbers', (state) => state.counts)
  const all = useScreen('numbers', (state) => state.overall?.all ?? null)
  const toggle = useScreen('numbers', (state) => state.toggleFilter)
  const clear = useScreen('numbers', (state) => state.clearFilter)
  const chips = chipsOf(counts, soonDay(now)).filter(
    (chip) => isAlwaysShown(chip) || chip.count > 0 || isOn(filter, chip.part),
  )
  const rest = partsOf(filter).filter((part) => !chips.some((chip) => isSame(chip.part, part)))
  return (
    <fieldset className={styles.bar} aria-label="Filters">
      <FilterChip name="All" count={all ? count(all) : null} tone="calm" isOn={!isNarrow(filter)} onToggle={clear} />
      {chips.map(({ name, count: found, tone, part }) => (
        <FilterChip
          key={name}
          {...{ name, tone: found > 0 ? tone : 'calm' }}
          count={counts && all ? count(found) : null}
          isOn={isOn(filter, part)}
          onToggle={() => toggle(part)}
        />
      ))}
      {rest.map((part) => (
        <RemoveChip key={JSON.stringify(part)} name={partName(part, accounts)} onRemove={() => toggle(part)} />
      ))}
      <ChoiceMenu
        label="Add a filter"
        opener={
          <Button look="quiet" size="small" icon={<Plus aria-hidden="true" />}>
            Add filter
          </Button>
        }
        parts={menuOf({ filter, counts, toggle, accounts: [...accounts.values()] })}
      />
    </fieldset>
  )
}

const isSame = (a: FilterPart, b: FilterPart): boolean => JSON.stringify(a) === JSON.stringify(b)

type MenuOf = {
  readonly filter: NumberFilter
  readonly counts: NumberCounts | null
  readonly toggle: (part: FilterPart) => void
  readonly accounts: readonly AccountView[]
}

function menuOf({ filter, counts, toggle, accounts }: MenuOf): readonly MenuPart[] {
  const choice = (part: FilterPart, name: string, found: number | undefined): MenuChoice => ({
    id: JSON.stringify(part),
    name,
    isOn: isOn(filter, part),
    choose: () => toggle(part),
    ...(found === undefined ? {} : { note: count(found) }),
  })
  const words = <Id extends string>(
    names: Readonly<Record<Id, string>>,
    part: (id: Id) => FilterPart,
    found: Readonly<Record<Id, number>> | undefined,
  ) => idsOf(names).map((id) => choice(part(id), names[id], found?.[id]))
  return [
    {
      name: 'Account',
      choices: accounts.map((account) => ({
        ...choice({ kind: 'account', accountId: account.id }, accountTitle(account), counts?.byAccount[account.id]),
        mark: <AccountDot color={account.color} />,
      })),
    },
    { name: 'Type', choices: words(kindWords, (type) => ({ kind: 'type', type }), counts?.byKind) },
    { name: 'State', choices: words(stateWords, (state) => ({ kind: 'state', state }), counts?.byState) },
    {
      name: 'Auto-renew',
      choices: words(autoRenewWords, (autoRenew) => ({ kind: 'autoRenew', autoRenew }), counts?.byAutoRenew),
    },
    { name: 'Rings at', choices: words(ringsWords, (rings) => ({ kind: 'rings', rings }), counts?.byRings) },
  ]
}

/** `Object.keys` forgets what a record is keyed by. */
const idsOf = <Id extends string>(names: Readonly<Record<Id, string>>): readonly Id[] => Object.keys(names) as Id[]
