import type { BasketGroup, Budget } from '../../../../shared/model/market.ts'
import { addMoney, compareMoney, formatMoney, type Money, multiplyMoney, toMicros } from '../../../../shared/money.ts'
import { LimitMeter } from '../../../ui/meter.tsx'
import { counted } from '../../../words.ts'
import { limitWords } from '../market-words.ts'
import styles from './basket.module.css'

/** What it costs now, each month and in the first year, as far as prices are known, beside what may be spent. */
export function Sums({ group: { setup, monthly, lines, unknownPrices, budget } }: { readonly group: BasketGroup }) {
  const now = addMoney(setup, monthly)
  const isKnown = unknownPrices < lines.length
  const isPart = unknownPrices > 0
  return (
    <>
      {isKnown && (
        <dl className={styles.sums}>
          <Sum name="Now" value={now} isPart={isPart} />
          <Sum name="Then each month" value={monthly} isPart={isPart} />
          <Sum name="First year" value={addMoney(setup, multiplyMoney(monthly, 12))} isPart={isPart} />
        </dl>
      )}
      {isPart && <p className={styles.unknown}>{unknownSentence(unknownPrices, lines.length)}</p>}
      <Caps budget={budget} now={now} isPart={isPart} />
    </>
  )
}

function unknownSentence(unknown: number, of: number): string {
  if (unknown === of) return 'What this costs is not known before it is ordered.'
  return `${counted(unknown, 'price')} ${unknown === 1 ? 'is' : 'are'} not known, so it costs more than that.`
}

function Sum({ name, value, isPart }: { readonly name: string; readonly value: Money; readonly isPart: boolean }) {
  return (
    <div className={styles.sum}>
      <dt>{name}</dt>
      <dd>
        {isPart && 'at least '}
        {formatMoney(value)}
      </dd>
    </div>
  )
}

/** The caps that the owner has set for this account; nothing where there are none. */
function Caps({ budget, now, isPart }: { readonly budget: Budget; readonly now: Money; readonly isPart: boolean }) {
  const { perOrder, perMonth, spent, spentUnknown } = budget
  const isOver = perOrder !== null && compareMoney(now, perOrder) > 0
  return (
    <>
      {perMonth && (
        <LimitMeter
          label={`${formatMoney(spent)} of your ${formatMoney(perMonth)} for ${monthName()}`}
          {...sharesOf(spent, now, perMonth)}
        />
      )}
      {perMonth && spentUnknown > 0 && (
        <p className={styles.caption}>
          {counted(spentUnknown, 'purchase')} of this month had no known price and {spentUnknown === 1 ? 'is' : 'are'}{' '}
          not in it.
        </p>
      )}
      {perOrder && <p className={isOver ? styles.over : styles.caption}>{limitWords(now, perOrder, isPart)}</p>}
    </>
  )
}

function sharesOf(spent: Money, now: Money, cap: Money): { readonly used: number; readonly more: number } {
  const whole = toMicros(cap)
  if (whole === 0) return { used: 1, more: toMicros(now) > 0 ? 1 : 0 }
  return { used: toMicros(spent) / whole, more: toMicros(now) / whole }
}

const monthName = (): string => new Date().toLocaleDateString('en-US', { month: 'long' })
