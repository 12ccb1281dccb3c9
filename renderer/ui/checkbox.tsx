import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox'
import styles from './checkbox.module.css'

type TickProps = {
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly children: ReactNode
  readonly isDisabled?: boolean
}

/** A box to tick, with what it stands for beside it. */
export function Tick({ isOn, onChange, children, isDisabled = false }: TickProps) {
  return (
    <CheckboxField isSelected={isOn} onChange={onChange} isDisabled={isDisabled}>
      <CheckboxButton className={styles.tick ?? ''}>
        <span className={styles.box} aria-hidden="true">
          <Check />
        </span>
        <span className={styles.name}>{children}</span>
      </CheckboxButton>
    </CheckboxField>
  )
}
