import type { OrderState } from '../../../shared/model/purchase.ts'
import { isNarrow } from '../../stores/orders.ts'
import { FilterChip } from '../../ui/chip.tsx'
import { Select } from '../../ui/select.tsx'
import { ListTitle } from '../../ui/split.tsx'
import { count, counted } from '../../words.ts'
import { OldRows } from '../old-rows.tsx'
import { useScreen } from '../stores.ts'
import { monthWords, orderSigns } from './order-words.ts'
import styles from './orders.module.css'

/** Offered as chips; the rarer states only while they are filtered by. */
const chips: readonly OrderState[] = ['checking', 'done', 'partly', 'refused', 'notSent']

const allMonths = 'all'

export function Top() {
  const isBare = useScreen('orders', (state) => state.total === 0 && !isNarrow(state.filter))
  return (
    <>
      <ListTitle title="Orders" summary={<Summary />}>
        <Months />
      </ListTitle>
      {!isBare && <States />}
      <OldRows list="orders" />
    </>
  )
}

function Summary() {
  const total = useScreen('orders', (state) => state.total)
  const open = useScreen('orders', (state) => state.open)
  const isFiltered = useScreen('orders', (state) => isNarrow(state.filter))
  if (!total) return null
  const shown = isFiltered ? `${count(total)} shown` : counted(total, 'order')
  return open ? `${shown}, ${count(open)} being checked` : shown
}

function States() {
  const states = useScreen('orders', (state) => state.filter.states)
  const open = useScreen('orders', (state) => state.open)
  const setState = useScreen('orders', (state) => state.setState)
  return (
    <fieldset className={styles.chips} aria-label="Filters">
      <FilterChip name="All" count={null} tone="calm" isOn={states.length === 0} onToggle={() => setState(null)} />
      {chips.map((state) => {
        const isOn = states.includes(state)
        return (
          <FilterChip
            key={state}
            name={orderSigns[state].word}
            count={state === 'checking' && open ? count(open) : null}
            tone="calm"
            isOn={isOn}
            onToggle={() => setState(isOn ? null : state)}
          />
        )
      })}
    </fieldset>
  )
}

function Months() {
  const months = useScreen('orders', (state) => state.months)
  const month = useScreen('orders', (state) => state.filter.month)
  const setMonth = useScreen('orders', (state) => state.setMonth)
  const offered = month && !months.includes(month) ? [month, ...months] : months
  if (offered.length === 0) return null
  return (
    <div className={styles.months}>
      <Select
        label="Month"
        hasHiddenLabel
        choices={[{ id: allMonths, name: 'All months' }, ...offered.map((id) => ({ id, name: monthWords(id) }))]}
        chosen={month ?? allMonths}
        onChoose={(id) => setMonth(id === allMonths ? null : id)}
      />
    </div>
  )
}
