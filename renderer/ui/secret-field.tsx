import { type ReactNode, type Ref, useId } from 'react'
import styles from './field.module.css'

type SecretFieldProps = {
  readonly label: string
  readonly hint?: ReactNode
  /** Names the field and the fix; null: nothing is wrong. */
  readonly problem: string | null
  readonly inputRef: Ref<HTMLInputElement>
  readonly onChange?: () => void
}

/**
 * For keys and passphrases: a plain element on purpose. What is typed stays in it, is read once through the ref when it
 * is sent and is cleared right after; no state of React or of ours ever holds it.
 */
export function SecretField({ label, hint, problem, inputRef, onChange }: SecretFieldProps) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <input
        id={id}
        ref={inputRef}
        type="password"
        autoComplete="off"
        spellCheck={false}
        onInput={onChange}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-note`}
        className={styles.input}
      />
      <span id={`${id}-note`} className={problem === null ? styles.hint : styles.problem}>
        {problem ?? hint}
      </span>
    </div>
  )
}
