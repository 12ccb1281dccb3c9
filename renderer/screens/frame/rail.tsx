import { MessageSquareText, Phone, ReceiptText, Search, Settings } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '../../ui/cx.ts'
import { Hidden } from '../../ui/hidden.tsx'
import { Logo } from '../../ui/logo.tsx'
import { Status } from '../../ui/status.tsx'
import { count } from '../../words.ts'
import { keywordsPlace, marketPlace, numbersPlace, ordersPlace, type Place, settingsPlace, usePlace } from '../place.ts'
import { useScreen } from '../stores.ts'
import styles from './rail.module.css'

/** The sections in the order of their Ctrl/Cmd keys. */
export const sections: readonly { readonly name: string; readonly place: Place }[] = [
  { name: 'Numbers', place: numbersPlace },
  { name: 'Find & buy', place: marketPlace },
  { name: 'Keywords', place: keywordsPlace },
  { name: 'Orders', place: ordersPlace },
  { name: 'Settings', place: settingsPlace('accounts') },
]

export function Rail() {
  const owned = useScreen('numbers', (state) => state.overall?.all ?? null)
  const checking = useScreen('orders', (state) => state.open)
  return (
    <nav className={styles.rail} aria-label="Sections" data-area="sections">
      <div className={styles.brand}>
        <Logo />
        <span className={styles.word}>Linekeeper</span>
      </div>
      <Section place={numbersPlace} icon={<Phone aria-hidden="true" />} name="Numbers" note={owned && count(owned)} />
      <Section place={marketPlace} icon={<Search aria-hidden="true" />} name="Find & buy" note={null} />
      <Section place={keywordsPlace} icon={<MessageSquareText aria-hidden="true" />} name="Keywords" note={null} />
      <Section
        place={ordersPlace}
        icon={<ReceiptText aria-hidden="true" />}
        name="Orders"
        note={checking ? <Checking many={checking} /> : null}
      />
      <span className={styles.gap} />
      <Section place={settingsPlace('accounts')} icon={<Settings aria-hidden="true" />} name="Settings" note={null} />
    </nav>
  )
}

/** Orders of which it is not certain yet what became of them: a sign and a count, for the rail is narrow. */
const Checking = ({ many }: { readonly many: number }) => (
  <Status tone="wait" shape="clock">
    {count(many)}
    <Hidden> being checked</Hidden>
  </Status>
)

type SectionProps = {
  readonly place: Place
  readonly icon: ReactNode
  readonly name: string
  readonly note: ReactNode
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
