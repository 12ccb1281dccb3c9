import { Minus, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, FieldError, Group, Input, Label, NumberField, Text } from 'react-aria-components/NumberField'
import field from './field.module.css'
import styles from './number-field.module.css'

type CountFieldProps = {
  readonly label: string
  /** NaN: nothing that is a number was typed. */
  readonly value: number
  readonly onChange: (value: number) => void
  readonly least: number
  readonly most: number
  readonly hint?: ReactNode
  /** Names the field and the fix; null: nothing is wrong. */
  readonly problem?: string | null
  /** With each key. The number itself is told when the field is left, which is too late for taking a problem away: what stood
   * under the field would move while a button there is being pressed. */
  readonly onTyping?: () => void
}

const whole = { maximumFractionDigits: 0 } as const

/** A whole number, typed or counted up and down. */
export function CountField(props: CountFieldProps) {
  const { label, value, onChange, least, most, hint, problem, onTyping } = props
  return (
    <NumberField
      value={value}
      onChange={onChange}
      minValue={least}
      maxValue={most}
      step={1}
      commitBehavior="validate"
      formatOptions={whole}
      isInvalid={Boolean(problem)}
      validationBehavior="aria"
      className={field.field ?? ''}
    >
      <Label className={field.label ?? ''}>{label}</Label>
      <Group className={styles.group ?? ''}>
        <Input className={styles.input ?? ''} onInput={() => onTyping?.()} />
        <Button slot="decrement" className={styles.step ?? ''}>
          <Minus aria-hidden="true" />
        </Button>
        <Button slot="increment" className={styles.step ?? ''}>
          <Plus aria-hidden="true" />
        </Button>
      </Group>
      {hint && (
        <Text slot="description" className={field.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={field.problem ?? ''}>{problem}</FieldError>
    </NumberField>
  )
}
