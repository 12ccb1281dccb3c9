import type { ReactNode } from 'react'
import styles from './banner.module.css'
import { cx } from './cx.ts'
import { Shape, type ShapeName } from './shape.tsx'
import type { Tone } from './status.tsx'

type BannerProps = {
  readonly tone: Tone
  readonly children: ReactNode
  readonly actions?: ReactNode
}

const shapes: Readonly<Record<Tone, ShapeName>> = {
  good: 'disc',
  warn: 'triangle',
  bad: 'cross',
  wait: 'clock',
  calm: 'ring',
}

/** A sentence across the page that stays until it is answered or no longer true. */
export function Banner({ tone, children, actions }: BannerProps) {
  return (
    <div className={cx(styles.banner, styles[tone])}>
      <span className={styles.shape}>
        <Shape name={shapes[tone]} />
      </span>
      <div className={styles.text}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
