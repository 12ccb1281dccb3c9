import type { DraftThing, PurchaseKind } from '../../../shared/model/purchase.ts'
import { Hidden } from '../../ui/hidden.tsx'
import { PhoneText } from '../../ui/phone-text.tsx'
import { Shape } from '../../ui/shape.tsx'
import styles from './buying.module.css'
import { type PricePart, pricesOf } from './buying-words.ts'

/** Each thing with what it costs; a price that changed shows what it was. */
export function Things({ things, kind }: { readonly things: readonly DraftThing[]; readonly kind: PurchaseKind }) {
  return (
    // A long list can only be scrolled by keyboard when it has the focus.
    <ul className={styles.things} aria-label={nameOf(kind)} tabIndex={things.length > few ? 0 : undefined}>
      {things.map((thing) => (
        <li key={thing.thing} className={styles.thing}>
          <span className={styles.display}>
            {thing.thing.startsWith('+') ? <PhoneText display={thing.display} /> : thing.display}
          </span>
          {kind !== 'release' && (
            <span className={styles.prices}>
              {pricesOf(thing).map((part) => (
                <Price key={part.name} part={part} />
              ))}
            </span>
          )}
          {thing.problem && (
            <span className={styles.thingProblem}>
              <Shape name="cross" /> {thing.problem}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** More than this many scroll within their box. */
const few = 5

const nameOf = (kind: PurchaseKind): string => (kind === 'keywords' ? 'Keywords' : 'Numbers')

function Price({ part: { name, now, before } }: { readonly part: PricePart }) {
  return (
    <span className={styles.price}>
      {before && (
        <>
          <Hidden>was </Hidden>
          <s className={styles.before}>{before}</s> <Hidden>, now </Hidden>
        </>
      )}
      <span className={before ? styles.changed : undefined}>{now}</span> <span className={styles.faint}>{name}</span>
    </span>
  )
}
