import { useEffect, useState } from 'react'
import { Hidden } from '../../ui/hidden.tsx'
import { useScreen } from '../stores.ts'
import { useAccountMap } from '../use-accounts.ts'
import { BasketPanel } from './basket/basket-panel.tsx'
import styles from './market.module.css'
import { Results } from './results/results.tsx'
import { SearchSide } from './search/search-side.tsx'

/** Looking for numbers at the left, what was found beside it, and what may be bought at the right. */
export function MarketScreen() {
  const load = useScreen('market', (state) => state.load)
  const accounts = useAccountMap()
  /** Only where the basket has no room beside the results. */
  const [isBasketOpen, setBasketOpen] = useState(false)
  useEffect(load, [load])
  return (
    <div className={styles.screen} data-basket={isBasketOpen || undefined}>
      <Hidden>
        <h1>Find & buy</h1>
      </Hidden>
      <SearchSide accounts={accounts} />
      <Results accounts={accounts} onBasket={() => setBasketOpen(true)} />
      <BasketPanel accounts={accounts} isOpen={isBasketOpen} onBack={() => setBasketOpen(false)} />
    </div>
  )
}
