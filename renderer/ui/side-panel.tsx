import { ArrowLeft, X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { Button, IconButton } from './button.tsx'
import styles from './side-panel.module.css'
import { Skeleton } from './skeleton.tsx'

type SidePanelProps = {
  readonly label: string
  /** Names the area for F6. */
  readonly area: string
  /** Where the way back leads when the panel has taken the list's place: "Numbers". */
  readonly back: string
  /** Changes when something else is shown: the panel then takes the focus. */
  readonly about: unknown
  readonly title: ReactNode
  /** Beside the title. */
  readonly tools?: ReactNode
  /** Under the title. */
  readonly under?: ReactNode
  readonly onLeave: () => void
  readonly children: ReactNode
}

/** Everything about one row of a list; beside the list, or in its place where there is no room beside it. */
export function SidePanel(props: SidePanelProps) {
  const { label, area, back, about, title, tools, under, onLeave, children } = props
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (about) panel.current?.focus()
  }, [about])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) onLeave()
  }
  return (
    <aside ref={panel} tabIndex={-1} className={styles.panel} aria-label={label} data-area={area} onKeyDown={onKeyDown}>
      <header className={styles.head}>
        <span className={styles.back}>
          <Button look="quiet" size="small" icon={<ArrowLeft aria-hidden="true" />} onPress={onLeave}>
            {back}
          </Button>
        </span>
        <div className={styles.titleRow}>
          <h2 className={styles.title}>{title ?? <Skeleton width="180px" />}</h2>
          {tools}
          <span className={styles.close}>
            <IconButton label="Close" icon={<X aria-hidden="true" />} onPress={onLeave} />
          </span>
        </div>
        {under}
      </header>
      {children}
    </aside>
  )
}

/** What a panel without tabs holds. */
export const PanelBody = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.body}>{children}</div>
)

/** Until what it shows is here. */
export const PanelWaiting = () => (
  <div className={styles.waiting} aria-busy="true">
    <Skeleton width="80%" />
    <Skeleton width="55%" />
    <Skeleton width="70%" />
  </div>
)
