import type { AccountView } from '../../../shared/model/account.ts'
import type { DraftView, Purchase, PurchaseDetail, PurchaseItem } from '../../../shared/model/purchase.ts'
import { PhoneText } from '../../ui/phone-text.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Status } from '../../ui/status.tsx'
import { countWords, itemSign } from '../item-words.ts'
import { RestoreOffer } from '../restore-offer.tsx'
import { thingWords } from '../thing-words.ts'
import styles from './buying.module.css'
import { isAllDone } from './buying-words.ts'
import { Statement } from './statement.tsx'

type OutcomeProps = {
  readonly view: DraftView
  readonly detail: PurchaseDetail | null
  readonly account: AccountView | undefined
}

/** What becomes of it, item by item: sent, being checked, and how it ended. */
export function Outcome({ view, detail, account }: OutcomeProps) {
  if (!detail) return <Sent view={view} />
  const { purchase } = detail
  return (
    <>
      {!isAllDone(purchase) && <p className={styles.statement}>{countWords(purchase.counts, purchase.kind)}</p>}
      <ul
        className={styles.things}
        aria-label="What became of each"
        tabIndex={purchase.items.length > 5 ? 0 : undefined}
      >
        {purchase.items.map((item) => (
          <Item key={item.slot} item={item} purchase={purchase} account={account} />
        ))}
      </ul>
      <p className={styles.quiet}>{purchase.settledAt === null ? goesOn : 'All of it is settled. Orders keeps it.'}</p>
    </>
  )
}

const goesOn =
  'You may close this: Orders goes on by itself, also after a restart, and a notice tells how it ended. Nothing is ever sent twice.'

function Sent({ view }: { readonly view: DraftView }) {
  return (
    <>
      <p className={styles.statement}>
        <Statement text={view.statement} />
      </p>
      <p className={styles.quiet} aria-busy="true">
        Written down and on its way … <Skeleton width="30%" />
      </p>
    </>
  )
}

type ItemProps = {
  readonly item: PurchaseItem
  readonly purchase: Purchase
  readonly account: AccountView | undefined
}

function Item({ item, purchase, account }: ItemProps) {
  const { tone, shape, word } = itemSign(item, purchase.kind)
  const name = thingWords(item.thing, purchase.api)
  const isBack = item.state === 'done' && item.thing?.startsWith('+') && purchase.kind !== 'release'
  return (
    <li className={styles.thing}>
      <span className={item.thing ? styles.display : styles.quiet}>
        {item.thing?.startsWith('+') ? <PhoneText display={name} /> : name}
      </span>
      <span className={styles.state}>
        <Status tone={tone} shape={shape}>
          {word}
        </Status>
      </span>
      {item.said && <span className={styles.said}>{item.said}</span>}
      {isBack && item.thing && account && (
        <span className={styles.said}>
          <RestoreOffer account={account} number={item.thing} regainedAt={item.since} />
        </span>
      )}
    </li>
  )
}
