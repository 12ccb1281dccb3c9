import { type CalendarDay, daysBetween, formatDay } from '../../shared/calendar.ts'
import type { Lease } from '../../shared/model/number.ts'
import { cx } from '../ui/cx.ts'
import { Hidden } from '../ui/hidden.tsx'
import { Status, StatusChip } from '../ui/status.tsx'
import { NotTold } from '../ui/told.tsx'
import { inDays } from '../words.ts'
import styles from './lease-cells.module.css'
import type { StateSign } from './lease-words.ts'

type LeaseCell = { readonly lease: Lease | null }

export function EndsCell({ lease, today }: LeaseCell & { readonly today: CalendarDay }) {
  if (!lease?.end) return <NotTold />
  const days = daysBetween(today, lease.end)
  return (
    <span className={styles.text}>
      {lease.autoRenew !== null && <Hidden>{lease.autoRenew ? 'renews ' : 'ends '}</Hidden>}
      {formatDay(lease.end, 'short')}{' '}
      <span className={cx(days < 0 ? styles.warn : styles.faint)}>· {inDays(days)}</span>
    </span>
  )
}

export function AutoRenewCell({ lease }: LeaseCell) {
  if (!lease || lease.autoRenew === null) return <NotTold />
  return <span className={lease.autoRenew ? styles.second : styles.warn}>{lease.autoRenew ? 'on' : 'off'}</span>
}

export function SignCell({ sign: { tone, shape, word, isChip } }: { readonly sign: StateSign }) {
  const Sign = isChip ? StatusChip : Status
  return (
    <Sign tone={tone} shape={shape}>
      {word}
    </Sign>
  )
}
