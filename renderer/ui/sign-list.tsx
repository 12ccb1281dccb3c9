import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { Hidden } from './hidden.tsx'
import { Shape, type ShapeName } from './shape.tsx'
import styles from './sign-list.module.css'
import type { Tone } from './status.tsx'

export type SignLine = {
  readonly key: string
  readonly tone: Tone
  readonly shape: ShapeName
  /** The state as a word. */
  readonly word: string
  /** True: the word is shown too, for what must not be overlooked. */
  readonly isLoud?: boolean
  readonly text: ReactNode
}

/** Line by line how each of several things stands: a shape, a word, a sentence. */
export function SignList({ label, lines }: { readonly label: string; readonly lines: readonly SignLine[] }) {
  return (
    <ul aria-label={label} className={styles.list}>
      {lines.map(({ key, tone, shape, word, isLoud = false, text }) => (
        <li key={key} className={styles.line}>
          <span className={cx(styles.shape, styles[tone])}>
            <Shape name={shape} />
            {!isLoud && <Hidden>{word}: </Hidden>}
          </span>
          <span className={styles.text}>
            {isLoud && <strong className={styles[tone]}>{word}. </strong>}
            {text}
          </span>
        </li>
      ))}
    </ul>
  )
}
