import { lazy, type RefObject, Suspense, useRef } from 'react'
import type { AccountId } from '../../../shared/model/account.ts'
import type { GridHandle } from '../../ui/grid/data-grid.tsx'
import { Hidden } from '../../ui/hidden.tsx'
import { useNow } from '../../ui/use-now.ts'
import { useScreen } from '../stores.ts'
import { Empty } from './empty.tsx'
import { FilterBar } from './filter-bar.tsx'
import { Heading } from './heading.tsx'
import { NumberGrid } from './number-grid.tsx'
import styles from './numbers-screen.module.css'
import { Reading } from './reading.tsx'
import { firstFailed, type Standing, standingOf } from './standing.ts'
import { useAccountMap } from './use-accounts.ts'
import { useColumns } from './use-columns.ts'

const DetailPanel = lazy(async () => ({ default: (await import('./panel/detail-panel.tsx')).DetailPanel }))

/** Every number that is owned, and the one that is looked at. */
export function NumbersScreen({ grid }: { readonly grid: RefObject<GridHandle | null> }) {
  const now = useNow(30_000)
  const accounts = useAccountMap()
  const list = useRef<HTMLElement>(null)
  const columns = useColumns(list, accounts, now)
  const isOpen = useScreen('detail', (state) => state.key !== null)
  const standing = useStanding()
  return (
    <div className={styles.screen} data-open={isOpen || undefined}>
      {/* Here, because the title in the list gives way to the selection, and the list to the panel. */}
      <Hidden>
        <h1>Numbers</h1>
      </Hidden>
      <section ref={list} className={styles.list} aria-label="Numbers">
        <div className={styles.top}>
          <Heading accounts={accounts.size} columns={columns.choice} />
          <FilterBar accounts={accounts} now={now} />
          <Reading accounts={accounts} told={toldOf(standing)} />
        </div>
        <div className={styles.rows}>
          {standing.kind === 'rows' || standing.kind === 'reading' ? (
            <NumberGrid columns={columns.columns} handle={grid} isReading={standing.kind === 'reading'} />
          ) : (
            <Empty standing={standing} accounts={accounts} />
          )}
        </div>
      </section>
      {isOpen && (
        <Suspense fallback={<aside className={styles.panelPlace} />}>
          <DetailPanel accounts={accounts} now={now} onClosed={() => grid.current?.focus()} />
        </Suspense>
      )}
    </div>
  )
}

const toldOf = (standing: Standing): AccountId | null =>
  standing.kind === 'noneRead' ? (firstFailed(standing.states)?.accountId ?? null) : null

function useStanding(): Standing {
  const total = useScreen('numbers', (state) => state.total)
  const owned = useScreen('numbers', (state) => state.overall?.all ?? null)
  const filter = useScreen('numbers', (state) => state.filter)
  const failure = useScreen('numbers', (state) => state.failure)
  const states = useScreen('sync', (state) => state.states)
  return standingOf({ total, owned, filter, failure, states })
}
