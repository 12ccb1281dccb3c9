import type { ReactNode } from 'react'
import { cx } from '../../ui/cx.ts'
import styles from './add-account.module.css'

type StepProps = {
  readonly number: number
  readonly title: string
  /** Closed steps show that they are still to come. */
  readonly isOpen: boolean
  readonly children?: ReactNode
}

export function Step({ number, title, isOpen, children }: StepProps) {
  return (
    <section className={cx(styles.step, !isOpen && styles.closed)} aria-label={`Step ${number}: ${title}`}>
      <span className={styles.stepNumber} aria-hidden="true">
        {number}
      </span>
      <div className={styles.stepBody}>
        <h2 className={styles.stepTitle}>{title}</h2>
        {children}
      </div>
    </section>
  )
}
