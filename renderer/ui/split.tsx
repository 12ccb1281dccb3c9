import type { ReactNode, Ref } from 'react'
import { Hidden } from './hidden.tsx'
import styles from './split.module.css'

type SplitProps = {
  readonly name: string
  readonly listRef?: Ref<HTMLElement>
  /** What stands above the list and stays there. */
  readonly top: ReactNode
  /** The list, or what is said in its place. */
  readonly children: ReactNode
  /** Beside the list, or in its place where there is no room beside it; null: closed. */
  readonly panel: ReactNode
}

/** A list and, once something of it was opened, a panel. */
export function Split({ name, listRef, top, children, panel }: SplitProps) {
  return (
    <div className={styles.screen} data-open={Boolean(panel) || undefined}>
      {/* Here, because the title in the list may give way to other things, and the list to the panel. */}
      <Hidden>
        <h1>{name}</h1>
      </Hidden>
      <section ref={listRef} className={styles.list} aria-label={name}>
        <div className={styles.top}>{top}</div>
        <div className={styles.rows}>{children}</div>
      </section>
      {panel}
    </div>
  )
}

/** Where the panel will be, while it is being fetched. */
export const PanelPlace = () => <aside className={styles.panelPlace} />

type TitleRowProps = { readonly title: string; readonly summary?: ReactNode; readonly children?: ReactNode }

/** The name of a list, what it holds, and what can be done with all of it. */
export function ListTitle({ title, summary, children }: TitleRowProps) {
  return (
    <div className={styles.heading}>
      <span className={styles.title} aria-hidden="true">
        {title}
      </span>
      {summary && <span className={styles.summary}>{summary}</span>}
      {children && <span className={styles.actions}>{children}</span>}
    </div>
  )
}
