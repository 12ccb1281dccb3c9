import { Label, Meter } from 'react-aria-components/Meter'
import { cx } from './cx.ts'
import styles from './meter.module.css'

type LimitMeterProps = {
  /** What is used of what: "$41.00 of your $100.00 for November". */
  readonly label: string
  /** Parts of the whole, 0 to 1; more than 1 is over the limit. */
  readonly used: number
  /** What would come on top. */
  readonly more: number
}

/** How much of a limit is used, and how much what is at hand would use. */
export function LimitMeter({ label, used, more }: LimitMeterProps) {
  const first = Math.min(1, used)
  const second = Math.max(0, Math.min(1 - first, more))
  const isOver = used + more > 1
  return (
    <Meter value={Math.min(1, used + more) * 100} valueLabel={label} className={styles.meter ?? ''}>
      <Label className={cx(styles.label, isOver && styles.over)}>{label}</Label>
      <div className={styles.track}>
        <div className={styles.used} style={{ width: `${first * 100}%` }} />
        <div className={cx(styles.more, isOver && styles.tooMuch)} style={{ width: `${second * 100}%` }} />
      </div>
    </Meter>
  )
}
