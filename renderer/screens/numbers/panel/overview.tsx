import { daysBetween, formatDay, today } from '../../../../shared/calendar.ts'
import type { AccountView } from '../../../../shared/model/account.ts'
import type { FeatureState, NumberDetail, Place } from '../../../../shared/model/number.ts'
import { formatMoney, multiplyMoney } from '../../../../shared/money.ts'
import { AccountName } from '../../../ui/account-dot.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { Status } from '../../../ui/status.tsx'
import { accountTitle, age, inDays, price, providerNames } from '../../../words.ts'
import { stateSign } from '../row-words.ts'
import styles from './panel.module.css'
import { RightNowCard } from './right-now-card.tsx'

type OverviewProps = {
  readonly detail: NumberDetail
  readonly account: AccountView | undefined
  readonly now: number
}

export function Overview({ detail, account, now }: OverviewProps) {
  const { row, snapshot } = detail
  const sign = stateSign(row, today(now))
  return (
    <div className={styles.stack}>
      <RightNowCard detail={detail} now={now} />
      <Facts>
        <Fact name="State">
          <Status tone={sign.tone} shape={sign.shape}>
            {sign.word}
          </Status>
        </Fact>
        {account && (
          <Fact name="Account">
            <AccountName color={account.color} name={accountTitle(account)} />
          </Fact>
        )}
        <Fact name="Rings at">{row.rings.sentence}</Fact>
        <Fact name="Calls, texts">
          {feature(snapshot.calls)}, {feature(snapshot.texts)}
        </Fact>
        <LeaseFacts detail={detail} account={account} now={now} />
        <Fact name="Monthly">
          {price(snapshot.monthly)}{' '}
          {snapshot.monthly && <small>{formatMoney(multiplyMoney(snapshot.monthly, 12))} a year</small>}
        </Fact>
        {placeLines(snapshot.place).map(([name, value]) => (
          <Fact key={name} name={name}>
            {value}
          </Fact>
        ))}
        {snapshot.callerIdLookup !== null && (
          <Fact name="Caller names">{snapshot.callerIdLookup ? 'looked up' : 'not looked up'}</Fact>
        )}
        {snapshot.note && <Fact name="Note">{snapshot.note}</Fact>}
        <Fact name="Read">{age(row.readAt, now)}</Fact>
      </Facts>
    </div>
  )
}

function LeaseFacts({ detail: { row }, account, now }: OverviewProps) {
  const { lease } = row
  if (!lease)
    return (
      <Fact name="Renews">{account ? `${providerNames[account.api]} does not tell renewal dates` : 'not told'}</Fact>
    )
  return (
    <>
      <Fact name={lease.autoRenew === false ? 'Ends' : 'Renews'}>
        {lease.end ? (
          <>
            {formatDay(lease.end, 'long')} <small>{inDays(daysBetween(today(now), lease.end))}</small>
          </>
        ) : (
          'not told'
        )}
      </Fact>
      <Fact name="Auto-renew">{lease.autoRenew === null ? 'not told' : lease.autoRenew ? 'on' : 'off'}</Fact>
    </>
  )
}

const featureWords: Readonly<Record<FeatureState, string>> = {
  on: 'on',
  off: 'off',
  pending: 'pending',
  unsupported: 'not possible',
  unknown: 'not told',
}

const feature = (state: FeatureState | null): string => (state === null ? 'not told' : featureWords[state])

/** Only what the provider told: where a number belongs is not the same kind of fact everywhere. */
const placeLines = ({ rateCenter, lata, zip, timeZone }: Place): readonly (readonly [string, string])[] =>
  [
    ['Rate center', rateCenter] as const,
    ['LATA', lata] as const,
    ['ZIP', zip] as const,
    ['Time zone', timeZone?.replaceAll('_', ' ') ?? null] as const,
  ].flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]))
