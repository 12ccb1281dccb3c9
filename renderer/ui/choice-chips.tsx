import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import chip from './chip.module.css'
import styles from './choice-chips.module.css'

type ChoiceChipsProps<Id extends string> = {
  readonly label: string
  readonly hasHiddenLabel?: boolean
  readonly choices: readonly { readonly id: Id; readonly name: string }[]
  readonly chosen: Id
  readonly onChoose: (id: Id) => void
}

/** One of two or three, each a word. */
export function ChoiceChips<Id extends string>(props: ChoiceChipsProps<Id>) {
  const { label, hasHiddenLabel = false, choices, chosen, onChoose } = props
  return (
    <RadioGroup
      {...(hasHiddenLabel ? { 'aria-label': label } : {})}
      orientation="horizontal"
      value={chosen}
      onChange={(value) => {
        const choice = choices.find(({ id }) => id === value)
        if (choice) onChoose(choice.id)
      }}
      className={styles.group ?? ''}
    >
      {!hasHiddenLabel && <Label className={styles.label ?? ''}>{label}</Label>}
      <div className={styles.chips}>
        {choices.map(({ id, name }) => (
          <Radio key={id} value={id} className={chip.chip ?? ''}>
            {name}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
