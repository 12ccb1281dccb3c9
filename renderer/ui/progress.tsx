import { ProgressBar } from 'react-aria-components/ProgressBar'
import styles from './progress.module.css'

type ProgressProps = {
  readonly label: string
  readonly done: number
  /** Null: nobody knows how much there is. */
  readonly of: number | null
}

export function Progress({ label, done, of }: ProgressProps) {
  const part = of === null || of === 0 ? null : Math.min(1, done / of)
  return (
    <ProgressBar
      aria-label={label}
      isIndeterminate={part === null}
      value={(part ?? 0) * 100}
      className={styles.track ?? ''}
    >
      <div className={part === null ? styles.unknown : styles.fill} style={{ width: `${(part ?? 1) * 100}%` }} />
    </ProgressBar>
  )
}
