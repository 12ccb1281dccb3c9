import { type RefObject, useCallback, useMemo } from 'react'
import type { AccountId, AccountView } from '../../../../shared/model/account.ts'
import type { OfferRow } from '../../../../shared/model/market.ts'
import { basketKeys, standingNow } from '../../../stores/market/basket.ts'
import type { OfferSort } from '../../../stores/market/state.ts'
import { rowAt } from '../../../stores/windowed/pages.ts'
import { DataGrid, type GridHandle } from '../../../ui/grid/data-grid.tsx'
import { type GridActions, noSelecting } from '../../../ui/grid/use-grid-events.ts'
import { toast } from '../../../ui/toast.tsx'
import { useWidth } from '../../../ui/use-width.ts'
import { failureSentence } from '../../../words.ts'
import { useRowHeight } from '../../row-heights.ts'
import { useGetState, useScreen } from '../../stores.ts'
import { columnsOf, type OfferColumn } from './columns.tsx'

type OfferGridProps = {
  readonly accounts: ReadonlyMap<AccountId, AccountView>
  readonly list: RefObject<HTMLElement | null>
  readonly handle: RefObject<GridHandle | null>
  /** Nothing has come yet. */
  readonly isWaiting: boolean
}

export function OfferGrid({ accounts, list, handle, isWaiting }: OfferGridProps) {
  const pages = useScreen('market', (state) => state.pages)
  const total = useScreen('market', (state) => state.total)
  const answer = useScreen('market', (state) => state.answered)
  const id = useScreen('market', (state) => state.sort)
  const direction = useScreen('market', (state) => state.direction)
  const onShow = useScreen('market', (state) => state.show)
  return (
    <DataGrid
      label="Numbers for sale"
      total={isWaiting ? null : total}
      {...{ answer, onShow, handle }}
      columns={useColumns(accounts, list)}
      // Two lines a row, so never the lowest.
      rowHeight={Math.max(44, useRowHeight())}
      rowAt={useCallback((index: number) => rowAt(pages, index), [pages])}
      sort={useMemo(() => ({ id, direction }), [id, direction])}
      isOpen={never}
      actions={useGridActions()}
    />
  )
}

const never = (): boolean => false
/** A width to draw with until the real one is known. */
const guess = 640

function useColumns(accounts: OfferGridProps['accounts'], list: OfferGridProps['list']): readonly OfferColumn[] {
  const width = useWidth(list) || guess
  const basket = useScreen('market', (state) => state.basket)
  const toggle = useToggle()
  return useMemo(() => {
    const inBasket = basketKeys(basket)
    return columnsOf({ accounts, width: width - 26, standing: (row) => standingNow(row, inBasket), onToggle: toggle })
  }, [accounts, width, basket, toggle])
}

/** Into the basket, or out of it. Nothing is spent by either. */
function useToggle(): (row: OfferRow) => Promise<void> {
  const market = useGetState('market')
  return useCallback(
    async (row) => {
      const { basket, add, remove } = market()
      const standing = standingNow(row, basketKeys(basket))
      if (standing !== 'free' && standing !== 'inBasket') return
      const failure = await (standing === 'free' ? add : remove)([row])
      if (failure) toast(failureSentence(failure))
    },
    [market],
  )
}

function useGridActions(): GridActions {
  const market = useGetState('market')
  const toggle = useToggle()
  return useMemo(() => {
    const put = (index: number) => {
      const row = rowAt(market().pages, index)
      if (row) void toggle(row)
    }
    return {
      ...noSelecting,
      sortBy: (column) => {
        const sort = sortable.find((each) => each === column)
        if (sort) market().sortBy(sort)
      },
      toggle: put,
      enter: put,
      open: () => undefined,
      copy: (index) => {
        const row = rowAt(market().pages, index)
        if (row) void navigator.clipboard.writeText(row.display).then(() => toast(`Copied ${row.display}`))
      },
      escape: () => undefined,
    }
  }, [market, toggle])
}

const sortable: readonly OfferSort[] = ['number', 'memorable', 'price']
