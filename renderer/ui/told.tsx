import { cx } from './cx.ts'
import { Hidden } from './hidden.tsx'
import styles from './told.module.css'

/** A cell of plain text; null: it was not told. */
export function Told({ text }: { readonly text: string | null }) {
  return text === null ? <NotTold /> : <span className={cx(styles.text, styles.second)}>{text}</span>
}

/** A dash for the eye, words for the ear: the provider says nothing of it. */
export function NotTold({ words = 'not told' }: { readonly words?: string }) {
  return (
    <span className={styles.faint}>
      <span aria-hidden="true">—</span>
      <Hidden>{words}</Hidden>
    </span>
  )
}
