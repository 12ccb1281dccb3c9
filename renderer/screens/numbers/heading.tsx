import { Columns3, Copy, RefreshCw } from 'lucide-react'
import type { NumberSort } from '../../../shared/model/number.ts'
import { isNarrow } from '../../stores/numbers/filter.ts'
import { selectedCount } from '../../stores/numbers/selection.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceMenu } from '../../ui/menu.tsx'
import { ListTitle } from '../../ui/split.tsx'
import { toast } from '../../ui/toast.tsx'
import { count, counted, failureSentence, inWords } from '../../words.ts'
import { useGetState, useScreen } from '../stores.ts'
import { layouts } from './columns.tsx'
import { GiveUp } from './give-up.tsx'
import styles from './heading.module.css'

export type ColumnChoice = {
  readonly shown: ReadonlySet<NumberSort>
  /** Null: as many as fit. */
  readonly wanted: ReadonlySet<NumberSort> | null
  readonly onWant: (wanted: ReadonlySet<NumberSort> | null) => void
}

/** The screen's name and what it holds; while rows are selected, what can be done with them. */
export function Heading({ accounts, columns }: { readonly accounts: number; readonly columns: ColumnChoice }) {
  const selected = useScreen('numbers', (state) => selectedCount(state.selection, state.total ?? 0))
  return selected > 0 ? <SelectionBar selected={selected} /> : <Title accounts={accounts} columns={columns} />
}

function Title({ accounts, columns }: { readonly accounts: number; readonly columns: ColumnChoice }) {
  const sync = useScreen('sync', (state) => state.start)
  return (
    <ListTitle title="Numbers" summary={<Summary accounts={accounts} />}>
      <ColumnMenu {...columns} />
      <Button icon={<RefreshCw aria-hidden="true" />} onPress={() => void sync(null)}>
        Sync
      </Button>
    </ListTitle>
  )
}

function Summary({ accounts }: { readonly accounts: number }) {
  const owned = useScreen('numbers', (state) => state.overall?.all ?? null)
  const total = useScreen('numbers', (state) => state.total)
  const isFiltered = useScreen('numbers', (state) => isNarrow(state.filter))
  const chosen = useScreen('numbers', (state) => state.filter.accountIds.length)
  if (!owned || total === null) return null
  const where = inWords(chosen || accounts, 'account')
  return isFiltered ? `${count(total)} of ${count(owned)} shown` : `${count(owned)} owned, ${where}`
}

function ColumnMenu({ shown, wanted, onWant }: ColumnChoice) {
  const change = (id: NumberSort) => {
    const next = new Set(shown)
    if (!next.delete(id)) next.add(id)
    onWant(next)
  }
  return (
    <ChoiceMenu
      label="Columns"
      opener={<Button icon={<Columns3 aria-hidden="true" />}>Columns</Button>}
      parts={[
        {
          name: 'Width',
          choices: [{ id: 'fit', name: 'As many as fit', isOn: wanted === null, choose: () => onWant(null) }],
        },
        {
          name: 'Columns',
          choices: layouts
            .filter(({ id }) => id !== 'number')
            .map(({ id, name }) => ({ id, name, isOn: shown.has(id), choose: () => change(id) })),
        },
      ]}
    />
  )
}

function SelectionBar({ selected }: { readonly selected: number }) {
  const clear = useScreen('numbers', (state) => state.selectNone)
  const numbers = useGetState('numbers')
  const copy = async () => {
    const reply = await numbers().selectedNumbers()
    if (!reply.ok) return toast(failureSentence(reply.failure))
    await navigator.clipboard.writeText(reply.value.join('\n'))
    toast(`Copied ${counted(reply.value.length, 'number')}`)
  }
  return (
    <div className={styles.heading}>
      <span className={styles.selected} role="status">
        {count(selected)} selected
      </span>
      <Button icon={<Copy aria-hidden="true" />} onPress={() => void copy()}>
        {selected === 1 ? 'Copy number' : 'Copy numbers'}
      </Button>
      <GiveUp selected={selected} />
      <span className={styles.actions}>
        <Button look="quiet" onPress={clear}>
          Clear selection
        </Button>
      </span>
    </div>
  )
}
