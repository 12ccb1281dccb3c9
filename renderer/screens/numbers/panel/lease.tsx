import { daysBetween, formatDay, today } from '../../../../shared/calendar.ts'
import type { AccountView } from '../../../../shared/model/account.ts'
import type { NumberDetail } from '../../../../shared/model/number.ts'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { inDays, price, providerNames } from '../../../words.ts'
import styles from './panel.module.css'

type LeaseProps = {
  readonly detail: NumberDetail
  readonly account: AccountView | undefined
  readonly now: number
}

export function Lease({ detail: { snapshot }, account, now }: LeaseProps) {
  const provider = account ? providerNames[account.api] : 'The provider'
  const { lease } = snapshot
  return (
    <div className={styles.stack}>
      {lease ? (
        <Facts>
          <Fact name="Since">{lease.begin ? formatDay(lease.begin, 'long') : 'not told'}</Fact>
          <Fact name={lease.autoRenew === false ? 'Ends' : 'Renews'}>{endWords(lease.end, now)}</Fact>
          <Fact name="Auto-renew">{renewWords(lease.autoRenew)}</Fact>
        </Facts>
      ) : (
        <p className={styles.quiet}>
          {provider} does not tell renewal dates: a number there stays yours, month by month, until you release it.
        </p>
      )}
      <Facts>
        <Fact name="Monthly">{price(snapshot.monthly)}</Fact>
        <Fact name="Set-up">{price(snapshot.setup)}</Fact>
      </Facts>
      {lease?.begin && lease.end && lease.end < lease.begin && (
        <p className={styles.quiet}>
          {provider} says that this lease ends before it began. Ask its support what is right.
        </p>
      )}
    </div>
  )
}

const endWords = (end: string | null, now: number): string =>
  end ? `${formatDay(end, 'long')}, ${inDays(daysBetween(today(now), end))}` : 'not told'

function renewWords(autoRenew: boolean | null): string {
  if (autoRenew === null) return 'not told'
  return autoRenew ? 'on: it goes on by itself' : 'off: it ends on that day'
}
