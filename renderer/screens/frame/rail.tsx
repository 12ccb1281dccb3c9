import { Phone, Settings } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '../../ui/cx.ts'
import { count } from '../../words.ts'
import { numbersPlace, type Place, settingsPlace, usePlace } from '../place.ts'
import { useScreen } from '../stores.ts'
import styles from './rail.module.css'

/** The sections in the order of their Ctrl/Cmd keys. */
export const sections: readonly { readonly name: string; readonly place: Place }[] = [
  { name: 'Numbers', place: numbersPlace },
  { name: 'Settings', place: settingsPlace('accounts') },
]

export function Rail() {
  const owned = useScreen('numbers', (state) => state.overall?.all ?? null)
  return (
    <nav className={styles.rail} aria-label="Sections" data-area="sections">
      <div className={styles.brand}>
        <Logo />
        <span className={styles.word}>Linekeeper</span>
      </div>
      <Section place={numbersPlace} icon={<Phone aria-hidden="true" />} name="Numbers" note={owned && count(owned)} />
      <span className={styles.gap} />
      <Section place={settingsPlace('accounts')} icon={<Settings aria-hidden="true" />} name="Settings" note={null} />
    </nav>
  )
}

type SectionProps = {
  readonly place: Place
  readonly icon: ReactNode
  readonly name: string
  readonly note: string | number | null
}

function Section({ place, icon, name, note }: SectionProps) {
  const { place: here, go } = usePlace()
  const isHere = here.screen === place.screen
  return (
    <button
      type="button"
      onClick={() => go(place)}
      aria-current={isHere ? 'page' : undefined}
      className={cx(styles.section, isHere && styles.here)}
    >
      {icon}
      <span className={styles.word}>{name}</span>
      {note ? <span className={styles.note}>{note}</span> : null}
    </button>
  )
}

/** Three lines that are kept in order, one of them answered. */
export function Logo() {
  return (
    <svg aria-hidden="true" width="20" height="20" viewBox="0 0 20 20" className={styles.logo}>
      <path d="M2 5h10M2 10h16M2 15h8" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />
      <circle cx="16" cy="5" r="1.7" fill="currentColor" />
      <circle cx="14" cy="15" r="1.7" fill="currentColor" />
    </svg>
  )
}
