import type { AccountView } from '../../../shared/model/account.ts'
import type { CountAsk, Purchase } from '../../../shared/model/purchase.ts'
import { AccountName } from '../../ui/account-dot.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { useNow } from '../../ui/use-now.ts'
import { accountTitle, counted, duration, price } from '../../words.ts'
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
      {purchase.count && <Fact name="Asked for">{askWords(purchase.count)}</Fact>}
      {orderId && (
        <Fact name="Order number">
          <span className={styles.mono}>{orderId}</span>
        </Fact>
      )}
      {kind !== 'release' && (
        <>
          <Fact name="At once">{sumWords(sumOf(items, 'setup'))}</Fact>
          <Fact name="Each month">{sumWords(sumOf(items, 'monthly'))}</Fact>
          <Fact name="Provider’s total">{price(purchase.total)}</Fact>
        </>
      )}
      <Fact name={settledAt === null ? 'Next look' : 'Settled'}>
        {settledAt === null ? <NextLook lookAt={purchase.lookAt} /> : `after ${duration(settledAt - createdAt)}`}
      </Fact>
    </Facts>
  )
}

function NextLook({ lookAt }: Pick<Purchase, 'lookAt'>) {
  const now = useNow(1000)
  if (lookAt === null) return 'with the next sync, or when you check again'
  return lookAt <= now ? 'now' : `in ${duration(lookAt - now)}`
}

/** `5 local numbers, 2 toll-free numbers in Seattle, WA`. */
export function askWords({ local, tollFree, prefix, city, state, zip }: CountAsk): string {
  const what = [
    local > 0 && counted(local, 'local number'),
    tollFree > 0 && counted(tollFree, 'toll-free number'),
  ].filter(Boolean)
  const where = [city, state, zip && `ZIP ${zip}`, prefix && `prefix ${prefix}`].filter(Boolean).join(', ')
  return [what.join(', '), where].filter(Boolean).join(' in ')
}
