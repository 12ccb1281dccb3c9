import { formatDay, today } from '../../../../shared/calendar.ts'
import type { AccountView } from '../../../../shared/model/account.ts'
import type { NumberDetail } from '../../../../shared/model/number.ts'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { price, providerNames } from '../../../words.ts'
import { LeaseActions } from '../../lease-actions.tsx'
import { endWords, renewWords } from '../../lease-words.ts'
import { RestoreOffer } from '../../restore-offer.tsx'
import styles from './panel.module.css'

type LeaseProps = {
  readonly detail: NumberDetail
  readonly account: AccountView | undefined
  readonly now: number
}

export function Lease({ detail: { row, snapshot }, account, now }: LeaseProps) {
  const provider = account ? providerNames[account.api] : 'The provider'
  const { lease } = snapshot
  return (
    <div className={styles.stack}>
      {lease ? (
        <Facts>
          <Fact name="Since">{lease.begin ? formatDay(lease.begin, 'long') : 'not told'}</Fact>
          <Fact name={lease.autoRenew === false ? 'Ends' : 'Renews'}>{endWords(lease.end, today(now))}</Fact>
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
      {account && row.boughtAt !== null && row.state !== 'gone' && !account.readOnly && (
        <RestoreOffer account={account} number={row.number} regainedAt={row.boughtAt} />
      )}
      {account && <LeaseActions account={account} kind="number" thing={row.number} leased={row} />}
    </div>
  )
}
