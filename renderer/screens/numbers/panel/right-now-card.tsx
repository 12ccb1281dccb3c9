import type { NumberDetail } from '../../../../shared/model/number.ts'
import { formatPhone } from '../../../../shared/phone.ts'
import { parseDialplan } from './dialplan.ts'
import styles from './panel.module.css'
import { rightNow } from './right-now.ts'

/** A headline breaks between words, not inside a phone number. */
const unbroken = (number: string): string => formatPhone(number).replaceAll(' ', '\u00a0').replaceAll('-', '\u2011')

/** What a caller meets at this moment. */
export function RightNowCard({ detail, now }: { readonly detail: NumberDetail; readonly now: number }) {
  const sight = rightNow(detail, { now, phone: unbroken, parse: parseDialplan })
  if (!sight) return null
  return (
    <section className={styles.card}>
      <p className={styles.quiet}>Right now{sight.when && ` (${sight.when})`} a caller</p>
      <p className={styles.hears}>{sight.hears}</p>
      {sight.more && <p className={styles.quiet}>{sight.more}</p>}
    </section>
  )
}
