import type { ReactNode, Ref } from 'react'
import { FieldError, Input, Label, Text, TextField, type TextFieldProps } from 'react-aria-components/TextField'
import styles from './field.module.css'

type FieldProps = Omit<TextFieldProps, 'className' | 'style' | 'children'> & {
  readonly label: string
  readonly hint?: ReactNode
  /** Names the field and the fix; null: nothing is wrong. */
  readonly problem?: string | null
  readonly placeholder?: string
  readonly inputRef?: Ref<HTMLInputElement>
}

export function Field({ label, hint, problem, placeholder = '', inputRef, ...rest }: FieldProps) {
  return (
    <TextField {...rest} isInvalid={Boolean(problem)} validationBehavior="aria" className={styles.field ?? ''}>
      <Label className={styles.label ?? ''}>{label}</Label>
      <Input ref={inputRef} placeholder={placeholder} spellCheck={false} className={styles.input ?? ''} />
      {hint && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.problem ?? ''}>{problem}</FieldError>
    </TextField>
  )
}
