import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components/Select'
import styles from './select.module.css'

export type Choice<Id extends string> = {
  readonly id: Id
  readonly name: string
  /** A dot or an icon before the name. */
  readonly mark?: ReactNode
}

type SelectProps<Id extends string> = {
  readonly label: string
  readonly hasHiddenLabel?: boolean
  readonly choices: readonly Choice<Id>[]
  /** Null: none of them, which then shows as `placeholder`. */
  readonly chosen: Id | null
  readonly placeholder?: ReactNode
  readonly onChoose: (id: Id) => void
}

export function Select<Id extends string>(props: SelectProps<Id>) {
  const { label, hasHiddenLabel = false, choices, chosen, placeholder, onChoose } = props
  const current = choices.find(({ id }) => id === chosen)
  return (
    <AriaSelect
      {...(hasHiddenLabel ? { 'aria-label': label } : {})}
      value={chosen}
      onChange={(key) => {
        const choice = choices.find(({ id }) => id === key)
        if (choice) onChoose(choice.id)
      }}
      className={styles.select ?? ''}
    >
      {!hasHiddenLabel && <Label className={styles.label ?? ''}>{label}</Label>}
      <Button className={styles.button ?? ''}>
        <SelectValue className={styles.value ?? ''}>{current ? <Named choice={current} /> : placeholder}</SelectValue>
        <ChevronDown aria-hidden="true" className={styles.arrow} />
      </Button>
      <Popover className={styles.popover ?? ''}>
        <ListBox className={styles.list ?? ''}>
          {choices.map((choice) => (
            <ListBoxItem key={choice.id} id={choice.id} textValue={choice.name} className={styles.item ?? ''}>
              <Named choice={choice} />
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

function Named({ choice }: { readonly choice: Choice<string> }) {
  return (
    <span className={styles.named}>
      {choice.mark}
      <span className={styles.name}>{choice.name}</span>
    </span>
  )
}
