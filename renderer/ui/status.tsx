import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { Shape, type ShapeName } from './shape.tsx'
import styles from './status.module.css'

export type Tone = 'good' | 'warn' | 'bad' | 'wait' | 'calm'

type StatusProps = { readonly tone: Tone; readonly shape: ShapeName; readonly children: ReactNode }

/** A state as shape and word; the colour repeats it. */
export function Status({ tone, shape, children }: StatusProps) {
  return (
    <span className={cx(styles.status, styles[tone])}>
      <Shape name={shape} />
      <span className={styles.word}>{children}</span>
    </span>
  )
}

/** The same on a ground of its own, for what wants a look. */
export function StatusChip({ tone, shape, children }: StatusProps) {
  return (
    <span className={cx(styles.status, styles.chip, styles[tone])}>
      <Shape name={shape} />
      <span>{children}</span>
    </span>
  )
}

/** A word on a quiet ground: a label, SAMPLE. */
export function Tag({ tone = 'calm', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={cx(styles.tag, styles[tone])}>{children}</span>
}
