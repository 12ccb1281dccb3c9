import { type RefObject, useEffect, useMemo, useRef } from 'react'
import type { OrderRow } from '../../../shared/model/purchase.ts'
import type { ShownOrder } from '../../stores/order.ts'
import { rowAt } from '../../stores/windowed/pages.ts'
import { DataGrid, type GridHandle } from '../../ui/grid/data-grid.tsx'
import { type GridActions, noSelecting } from '../../ui/grid/use-grid-events.ts'
import { Split } from '../../ui/split.tsx'
import { toast } from '../../ui/toast.tsx'
import { useNow } from '../../ui/use-now.ts'
import { useWidth } from '../../ui/use-width.ts'
import { useRowHeight } from '../row-heights.ts'
import { useGetState, useScreen } from '../stores.ts'
import { useAccountMap } from '../use-accounts.ts'
import { columnsOf } from './columns.tsx'
import { Empty } from './empty.tsx'
import { OrderPanel } from './order-panel.tsx'
import { Top } from './top.tsx'

/** A width to draw with until the real one is known. */
const guess = 900

/** Every order, and the one that is looked at. */
export function OrdersScreen() {
  const now = useNow(15_000)
  const list = useRef<HTMLElement>(null)
  const grid = useRef<GridHandle>(null)
  const accounts = useAccountMap()
  const width = useWidth(list) || guess
  const columns = useMemo(() => columnsOf({ accounts, now, width: width - 26 }), [accounts, now, width])
  const isOpen = useScreen('order', (state) => state.shown !== null)
  const total = useScreen('orders', (state) => state.total)
  const failure = useScreen('orders', (state) => state.failure)
  useAccountFilter()
  return (
    <Split
      name="Orders"
      listRef={list}
      top={<Top />}
      panel={isOpen && <OrderPanel accounts={accounts} onClosed={() => grid.current?.focus()} />}
    >
      {total === 0 || (total === null && failure) ? <Empty /> : <OrderGrid columns={columns} handle={grid} />}
    </Split>
  )
}

/** The accounts that the top bar shows are those of every list. */
function useAccountFilter(): void {
  const accountIds = useScreen('numbers', (state) => state.filter.accountIds)
  const setAccounts = useScreen('orders', (state) => state.setAccounts)
  useEffect(() => setAccounts(accountIds), [setAccounts, accountIds])
  const reload = useScreen('orders', (state) => state.reload)
  useEffect(reload, [reload])
}

type OrderGridProps = {
  readonly columns: ReturnType<typeof columnsOf>
  readonly handle: RefObject<GridHandle | null>
}

function OrderGrid({ columns, handle }: OrderGridProps) {
  const pages = useScreen('orders', (state) => state.pages)
  const total = useScreen('orders', (state) => state.total)
  const answer = useScreen('orders', (state) => state.answered)
  const onShow = useScreen('orders', (state) => state.show)
  const shown = useScreen('order', (state) => state.shown)
  const rowHeight = useRowHeight()
  return (
    <DataGrid
      label="Orders"
      {...{ columns, total, answer, onShow, handle, rowHeight }}
      rowAt={(index) => rowAt(pages, index)}
      sort={null}
      isOpen={(row) => shown?.source === row.source && shown.id === row.id}
      actions={useGridActions()}
    />
  )
}

const shownOf = (row: OrderRow): ShownOrder =>
  row.source === 'here' ? { source: 'here', id: row.id } : { source: 'elsewhere', id: row.id, row }

function useGridActions(): GridActions {
  const orders = useGetState('orders')
  const order = useGetState('order')
  return useMemo(() => {
    const row = (index: number) => rowAt(orders().pages, index)
    return {
      ...noSelecting,
      sortBy: () => undefined,
      open: (index) => {
        const found = row(index)
        if (found) void order().open(shownOf(found))
      },
      copy: (index) => void copy(row(index)),
      escape: () => order().close(),
    }
  }, [orders, order])
}

async function copy(row: OrderRow | undefined): Promise<void> {
  const text = row?.orderId ?? row?.what
  if (!text) return
  await navigator.clipboard.writeText(text)
  toast(`Copied ${text}`)
}
