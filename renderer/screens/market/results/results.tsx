import { useRef } from 'react'
import type { AccountId, AccountView } from '../../../../shared/model/account.ts'
import type { GridHandle } from '../../../ui/grid/data-grid.tsx'
import { useScreen } from '../../stores.ts'
import { Empty } from './empty.tsx'
import { Heading } from './heading.tsx'
import { OfferGrid } from './offer-grid.tsx'
import { Notes, Parts } from './parts.tsx'
import styles from './results.module.css'
import { type Standing, standingOf } from './standing.ts'

type Accounts = ReadonlyMap<AccountId, AccountView>

type ResultsProps = { readonly accounts: Accounts; readonly onBasket: () => void }

/** What was found, how each account's part of the search stands, and what could not be asked for. */
export function Results({ accounts, onBasket }: ResultsProps) {
  const grid = useRef<GridHandle>(null)
  const list = useRef<HTMLElement>(null)
  const standing = useStanding()
  const hasRows = standing.kind === 'rows' || standing.kind === 'searching'
  return (
    <section ref={list} className={styles.results} aria-label="Numbers for sale" data-area="results">
      <div className={styles.top}>
        <Heading onBasket={onBasket} />
        <Parts accounts={accounts} told={standing.kind === 'failed'} />
      </div>
      <div className={styles.rows}>
        {hasRows ? (
          <OfferGrid accounts={accounts} list={list} handle={grid} isWaiting={standing.kind === 'searching'} />
        ) : (
          <Empty standing={standing} accounts={accounts} />
        )}
      </div>
      <Notes accounts={accounts} />
    </section>
  )
}

function useStanding(): Standing {
  const total = useScreen('market', (state) => state.total)
  const shown = useScreen('market', (state) => state.shown)
  const isNew = useScreen('market', (state) => state.isNew)
  const isStarting = useScreen('market', (state) => state.isStarting)
  const failure = useScreen('market', (state) => state.failure)
  return standingOf({ total, shown, isNew, isStarting, failure })
}
