import { Bell, BellOff, ShoppingBasket } from 'lucide-react'
import type { OfferSort, ShownSearch } from '../../../stores/market/state.ts'
import { Button } from '../../../ui/button.tsx'
import { Select } from '../../../ui/select.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { age, failureSentence } from '../../../words.ts'
import { useScreen } from '../../stores.ts'
import { foundWords, searchWords } from '../market-words.ts'
import styles from './results.module.css'

const orders: readonly { readonly id: OfferSort; readonly name: string }[] = [
  { id: 'memorable', name: 'Memorable first' },
  { id: 'price', name: 'Cheapest first' },
  { id: 'number', name: 'By number' },
]

/** How many, of what search, in which order, and what can be done with the search. */
export function Heading({ onBasket }: { readonly onBasket: () => void }) {
  const shown = useScreen('market', (state) => state.shown)
  const total = useScreen('market', (state) => state.total)
  return (
    <div className={styles.heading}>
      <h2 className={styles.count}>{titleOf(shown, total)}</h2>
      {shown && <Summary />}
      <span className={styles.tools}>
        {shown && total !== null && total > 0 && <Order />}
        {shown && (total ?? 0) > 0 && <Watch />}
        <BasketButton onBasket={onBasket} />
      </span>
    </div>
  )
}

/** A count is only told once somebody could say: nobody asked is not nothing found. */
function titleOf(shown: ShownSearch | null, total: number | null): string {
  if (!shown || total === null) return 'Numbers for sale'
  if (total > 0) return foundWords(total)
  if (shown.parts.some(({ state }) => state === 'searching')) return 'Searching …'
  return shown.parts.some(({ state }) => state === 'done') ? foundWords(0) : 'Numbers for sale'
}

function Summary() {
  const shown = useScreen('market', (state) => state.shown)
  const now = useNow(30_000)
  if (!shown) return null
  const isOver = shown.parts.every(({ state }) => state !== 'searching')
  const asked = isOver && now - shown.askedAt > 60_000 ? `, searched ${age(shown.askedAt, now)}` : ''
  return (
    <span className={styles.summary} title={searchWords(shown.query)}>
      {searchWords(shown.query)}
      {asked}
    </span>
  )
}

function Order() {
  const sort = useScreen('market', (state) => state.sort)
  const sortBy = useScreen('market', (state) => state.sortBy)
  return (
    <Select
      label="Order of the list"
      hasHiddenLabel
      choices={orders}
      chosen={sort}
      onChoose={(id) => {
        if (id !== sort) sortBy(id)
      }}
    />
  )
}

/** Asked again now and then while the app is open; a notice tells what was found. */
export function Watch() {
  const searchId = useScreen('market', (state) => state.shown?.searchId ?? null)
  const watched = useScreen('market', (state) => state.shown?.watched ?? false)
  const watch = useScreen('market', (state) => state.watch)
  if (searchId === null) return null
  const press = async () => {
    const failure = await watch(searchId, !watched)
    if (failure) toast(failureSentence(failure))
    else toast(watched ? 'No longer watched' : 'Watched: a notice tells when something new is found')
  }
  return (
    <Button
      aria-label={watched ? 'Stop watching' : 'Watch this search'}
      icon={watched ? <BellOff aria-hidden="true" /> : <Bell aria-hidden="true" />}
      onPress={() => void press()}
    >
      <span>
        {watched ? 'Stop watching' : 'Watch'}
        {!watched && <span className={styles.long}> this search</span>}
      </span>
    </Button>
  )
}

/** Only where the basket has no room of its own. */
function BasketButton({ onBasket }: { readonly onBasket: () => void }) {
  const count = useScreen('market', (state) => state.basket?.count ?? 0)
  return (
    <span className={styles.basketButton}>
      <Button icon={<ShoppingBasket aria-hidden="true" />} onPress={onBasket}>
        Basket{count > 0 && <strong>{count}</strong>}
      </Button>
    </span>
  )
}
