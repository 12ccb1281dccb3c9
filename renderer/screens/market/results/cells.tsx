import { Check, Plus } from 'lucide-react'
import type { AccountView } from '../../../../shared/model/account.ts'
import type { OfferRow, OfferStanding } from '../../../../shared/model/market.ts'
import type { Money } from '../../../../shared/money.ts'
import { AccountDot, AccountName } from '../../../ui/account-dot.tsx'
import { cx } from '../../../ui/cx.ts'
import { Hidden } from '../../../ui/hidden.tsx'
import { spokenNumber } from '../../../ui/phone-text.tsx'
import { StatusChip, Tag } from '../../../ui/status.tsx'
import { NotTold } from '../../../ui/told.tsx'
import { useTick } from '../../../ui/use-tick.ts'
import { accountTitle } from '../../../words.ts'
import { placeWords, priceWords, seenAgo } from '../market-words.ts'
import styles from './cells.module.css'

type NumberCellProps = {
  readonly row: OfferRow
  readonly isFree: boolean
  /** Given when no column names the account. */
  readonly account: AccountView | undefined
  /** When no column tells the age. */
  readonly hasAge: boolean
}

/** The hero of the row: the number with what was looked for marked in it, and where it is from underneath. */
export function NumberCell({ row, isFree, account, hasAge }: NumberCellProps) {
  const place = row.kind === 'tollFree' ? 'Toll-free' : placeWords(row.place)
  return (
    <span className={styles.number}>
      <span className={cx(styles.digits, !isFree && styles.struck)}>
        <Marked display={row.display} match={row.match} />
        <Hidden>{spokenNumber(row.display)}</Hidden>
      </span>
      <span className={styles.caption}>
        {account && <AccountDot color={account.color} />}
        <span className={styles.text}>
          {account && <Hidden>{accountTitle(account)}, </Hidden>}
          {place}
          {hasAge && (
            <>
              {place && ' · '}
              <Age seenAt={row.seenAt} />
            </>
          )}
        </span>
      </span>
    </span>
  )
}

function Marked({ display, match }: Pick<OfferRow, 'display' | 'match'>) {
  if (!match) return <span aria-hidden="true">{display}</span>
  return (
    <span aria-hidden="true">
      {display.slice(0, match.from)}
      <mark className={styles.mark}>{display.slice(match.from, match.to)}</mark>
      {display.slice(match.to)}
    </span>
  )
}

/** Ticks by itself: a list of ages is not a reason to draw the list anew. */
export function Age({ seenAt }: { readonly seenAt: number }) {
  return useTick((now) => seenAgo(seenAt, now))
}

export const SeenCell = ({ seenAt }: { readonly seenAt: number }) => (
  <span className={styles.faint}>
    <Age seenAt={seenAt} />
  </span>
)

export function SpellsCell({ words, isFree }: { readonly words: readonly string[]; readonly isFree: boolean }) {
  const [first, ...more] = words
  if (!first) return null
  return (
    <span className={styles.words} title={words.join(', ')}>
      <span className={isFree ? styles.word : styles.faint}>{first}</span>
      {more.length > 0 && <span className={styles.faint}>{more[0]}</span>}
    </span>
  )
}

export const AccountCell = ({ account }: { readonly account: AccountView | undefined }) =>
  account ? <AccountName color={account.color} name={accountTitle(account)} /> : null

type PriceCellProps = {
  readonly price: Money | null
  /** What cannot be bought has no price. */
  readonly isFree: boolean
  readonly isQuiet?: boolean
  readonly isSmall?: boolean
}

export function PriceCell({ price, isFree, isQuiet = false, isSmall = false }: PriceCellProps) {
  if (!isFree) return null
  if (!price && isSmall) return <NotTold words={priceWords(price)} />
  return <span className={price ? (isQuiet ? styles.second : styles.money) : styles.faint}>{priceWords(price)}</span>
}

type ActionCellProps = {
  readonly row: OfferRow
  readonly standing: OfferStanding
  /** Whose it is already. */
  readonly owner: AccountView | undefined
  readonly onToggle: (row: OfferRow) => void
}

export function ActionCell({ row, standing, owner, onToggle }: ActionCellProps) {
  switch (standing) {
    case 'yours':
      return (
        <>
          <Tag>Yours</Tag>
          {owner && <Hidden>, in {accountTitle(owner)}</Hidden>}
        </>
      )
    case 'checking':
      return (
        <StatusChip tone="wait" shape="clock">
          Checking
        </StatusChip>
      )
    case 'free':
    case 'inBasket':
      return <BasketToggle row={row} isIn={standing === 'inBasket'} onToggle={onToggle} />
    default:
      return standing satisfies never
  }
}

type BasketToggleProps = Pick<ActionCellProps, 'row' | 'onToggle'> & { readonly isIn: boolean }

/** A plain button: one is drawn in every row. Enter and Space on its cell do the same. */
function BasketToggle({ row, isIn, onToggle }: BasketToggleProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      // Begins with the words that are shown, so that a voice can call it by them.
      aria-label={isIn ? `In basket: ${row.display}, take it out` : `Add ${row.display} to the basket`}
      className={cx(styles.toggle, isIn && styles.in)}
      onClick={(event) => {
        event.stopPropagation()
        onToggle(row)
      }}
    >
      {isIn ? <Check aria-hidden="true" /> : <Plus aria-hidden="true" />}
      {isIn ? 'In basket' : 'Add'}
    </button>
  )
}
