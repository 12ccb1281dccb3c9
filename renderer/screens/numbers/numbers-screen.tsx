import { lazy, type RefObject, Suspense, useRef } from 'react'
import type { AccountId } from '../../../shared/model/account.ts'
import type { GridHandle } from '../../ui/grid/data-grid.tsx'
import { PanelPlace, Split } from '../../ui/split.tsx'
import { useNow } from '../../ui/use-now.ts'
import { OldRows } from '../old-rows.tsx'
import { useScreen } from '../stores.ts'
import { useAccountMap } from '../use-accounts.ts'
import { Empty } from './empty.tsx'
import { FilterBar } from './filter-bar.tsx'
import { Heading } from './heading.tsx'
import { NumberGrid } from './number-grid.tsx'
import { Reading } from './reading.tsx'
import { firstFailed, type Standing, standingOf } from './standing.ts'
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
    <Split
      name="Numbers"
      listRef={list}
      top={
        <>
          <Heading accounts={accounts.size} columns={columns.choice} />
          <FilterBar accounts={accounts} now={now} />
          <OldRows list="numbers" />
          <Reading accounts={accounts} told={toldOf(standing)} />
        </>
      }
      panel={
        isOpen && (
          <Suspense fallback={<PanelPlace />}>
            <DetailPanel accounts={accounts} now={now} onClosed={() => grid.current?.focus()} />
          </Suspense>
        )
      }
    >
      {standing.kind === 'rows' || standing.kind === 'reading' ? (
        <NumberGrid columns={columns.columns} handle={grid} isReading={standing.kind === 'reading'} />
      ) : (
        <Empty standing={standing} accounts={accounts} />
      )}
    </Split>
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
