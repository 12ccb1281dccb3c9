import type { ReactNode } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { cx } from './cx.ts'
import styles from './radio-cards.module.css'

export type RadioChoice<Id extends string> = {
  readonly id: Id
  readonly name: string
  readonly hint?: ReactNode
  readonly mark?: ReactNode
}

type RadioCardsProps<Id extends string> = {
  readonly label: string
  readonly choices: readonly RadioChoice<Id>[]
  readonly chosen: Id | null
  readonly onChoose: (id: Id) => void
  /** `row`: beside each other, for short names. */
  readonly layout?: 'column' | 'row'
  /** For groups that a heading right above already names. */
  readonly hasHiddenLabel?: boolean
}

/** One of a few, each with a line that explains it. */
export function RadioCards<Id extends string>(props: RadioCardsProps<Id>) {
  const { label, choices, chosen, onChoose, layout = 'column', hasHiddenLabel = false } = props
  return (
    <RadioGroup
      {...(hasHiddenLabel ? { 'aria-label': label } : {})}
      value={chosen}
      onChange={(value) => {
        const choice = choices.find(({ id }) => id === value)
        if (choice) onChoose(choice.id)
      }}
      orientation={layout === 'row' ? 'horizontal' : 'vertical'}
      className={styles.group ?? ''}
    >
      {!hasHiddenLabel && <Label className={styles.label ?? ''}>{label}</Label>}
      <div className={cx(styles.cards, layout === 'row' && styles.row)}>
        {choices.map(({ id, name, hint, mark }) => (
          <Radio key={id} value={id} className={styles.card ?? ''}>
            <span className={styles.dot} aria-hidden="true" />
            {mark}
            <span className={styles.text}>
              <span className={styles.name}>{name}</span>
              {hint && <span className={styles.hint}>{hint}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
