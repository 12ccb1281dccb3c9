import type { AccountView } from '../../../shared/model/account.ts'
import type { Purchase } from '../../../shared/model/purchase.ts'
import { AccountName } from '../../ui/account-dot.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { useNow } from '../../ui/use-now.ts'
import { accountTitle, duration, price } from '../../words.ts'
import { clockTime, dayWords, sumOf, sumWords } from './order-words.ts'
import styles from './orders.module.css'

type PurchaseFactsProps = { readonly purchase: Purchase; readonly account: AccountView | undefined }

export function PurchaseFacts({ purchase, account }: PurchaseFactsProps) {
  const { createdAt, settledAt, orderId, kind, items } = purchase
  return (
    <Facts>
      <Fact name="Account">
        {account ? <AccountName color={account.color} name={accountTitle(account)} /> : purchase.accountName}
      </Fact>
      <Fact name="Ordered">
        {dayWords(createdAt)}, {clockTime(createdAt)}
      </Fact>
      {orderId && (
        <Fact name="Order number">
          <span className={styles.mono}>{orderId}</span>
        </Fact>
      )}
      {kind !== 'release' && isBought(purchase) && (
        <>
          <Fact name="Set-up">{sumWords(sumOf(items, 'setup'))}</Fact>
          <Fact name="Monthly">{sumWords(sumOf(items, 'monthly'))}</Fact>
          {purchase.total && <Fact name="Charged">{price(purchase.total)}</Fact>}
        </>
      )}
      <Fact name={settledAt === null ? 'Next look' : 'Settled'}>
        {settledAt === null ? <NextLook lookAt={purchase.lookAt} /> : `after ${duration(settledAt - createdAt)}`}
      </Fact>
    </Facts>
  )
}

/** Prices of what was refused say nothing. */
const isBought = ({ counts }: Purchase): boolean => counts.done + counts.checking > 0

function NextLook({ lookAt }: Pick<Purchase, 'lookAt'>) {
  const now = useNow(1000)
  if (lookAt === null) return 'with the next sync, or when you check again'
  return lookAt <= now ? 'now' : `in ${duration(lookAt - now)}`
}
