import { useState } from 'react'
import type { AccountView } from '../../../shared/model/account.ts'
import type { Purchase, PurchaseItem } from '../../../shared/model/purchase.ts'
import { Button } from '../../ui/button.tsx'
import { PhoneText } from '../../ui/phone-text.tsx'
import { Status } from '../../ui/status.tsx'
import { itemSign } from '../item-words.ts'
import { numbersPlace, usePlace } from '../place.ts'
import { RestoreOffer } from '../restore-offer.tsx'
import { useGetState } from '../stores.ts'
import { thingWords } from '../thing-words.ts'
import { LetGoDialog } from './let-go-dialog.tsx'
import styles from './orders.module.css'

type ItemsProps = { readonly purchase: Purchase; readonly account: AccountView | undefined }

/** Kept settings are looked for only of so many: each is a question of its own. */
const offersAtMost = 25

/** Each thing that was asked for, how it ended, and in whose words. */
export function Items({ purchase, account }: ItemsProps) {
  const [leaving, setLeaving] = useState<PurchaseItem | null>(null)
  return (
    <section aria-label="Items">
      <ul className={styles.items}>
        {purchase.items.map((item, at) => (
          <Item
            key={item.slot}
            {...{ item, purchase }}
            onLetGo={() => setLeaving(item)}
            restoreFor={at < offersAtMost && account && !account.readOnly ? account : null}
          />
        ))}
      </ul>
      {leaving && <LetGoDialog item={leaving} purchase={purchase} onClose={() => setLeaving(null)} />}
    </section>
  )
}

type ItemProps = {
  readonly item: PurchaseItem
  readonly purchase: Purchase
  readonly onLetGo: () => void
  /** The account in which kept settings can be put back; null: not offered. */
  readonly restoreFor: AccountView | null
}

function Item({ item, purchase, onLetGo, restoreFor }: ItemProps) {
  const { tone, shape, word } = itemSign(item, purchase.kind)
  const isNumber = item.thing?.startsWith('+') ?? false
  const isOwned = item.state === 'done' && isNumber && purchase.kind !== 'release'
  const words = thingWords(item.thing, purchase.api)
  return (
    <li className={styles.item}>
      <div className={styles.itemHead}>
        <span className={item.thing === null ? styles.unknownThing : styles.thing}>
          {isNumber ? <PhoneText display={words} /> : words}
        </span>
        {isOwned && item.thing && <Show number={item.thing} accountId={purchase.accountId} words={words} />}
        <Status tone={tone} shape={shape}>
          {word}
        </Status>
      </div>
      {item.said && <p className={styles.said}>{item.said}</p>}
      {item.letGo && item.state === 'checking' && (
        <p className={styles.said}>You no longer wait for it: it is not locked any more, and it is still looked for.</p>
      )}
      {item.state === 'checking' && !item.letGo && (
        <div>
          <Button size="small" onPress={onLetGo}>
            Stop waiting for this one…
          </Button>
        </div>
      )}
      {isOwned && item.thing && restoreFor && (
        <RestoreOffer account={restoreFor} number={item.thing} regainedAt={purchase.createdAt} />
      )}
    </li>
  )
}

type ShowProps = { readonly number: string; readonly accountId: string; readonly words: string }

function Show({ number, accountId, words }: ShowProps) {
  const { go } = usePlace()
  const detail = useGetState('detail')
  const show = () => {
    void detail().open({ accountId, number })
    go(numbersPlace)
  }
  return (
    <Button look="quiet" size="small" aria-label={`Show ${words} in Numbers`} onPress={show}>
      Show
    </Button>
  )
}
