import { createStore } from 'zustand/vanilla'
import type { AccountId } from '../../shared/model/account.ts'
import type { OrderRow, OrderState, OrdersQuery } from '../../shared/model/purchase.ts'
import { type Bridge, createRefresher, type ScreenStore } from './store.ts'
import { createAsking, unasked, type Windowed } from './windowed/asking.ts'
import type { Range } from './windowed/pages.ts'

export type OrdersFilter = Pick<OrdersQuery, 'states' | 'accountIds' | 'month'>

export type OrdersState = Windowed<OrderRow> & {
  readonly filter: OrdersFilter
  /** Months that have orders, newest first. */
  readonly months: readonly string[]
  /** Purchases with something open, whatever the filter; null until the first answer. */
  readonly open: number | null
  readonly show: (range: Range) => void
  readonly reload: () => void
  readonly setAccounts: (accountIds: readonly AccountId[]) => void
  readonly setState: (state: OrderState | null) => void
  readonly setMonth: (month: string | null) => void
  readonly clearFilter: () => void
}

export type OrdersStore = ScreenStore<OrdersState>

const gapMs = 250
const noFilter: OrdersFilter = { states: [], accountIds: [], month: null }

/** Every order, made here or elsewhere, as the Orders screen lists them: the newest first. */
export function createOrdersStore(bridge: Bridge, gap = gapMs): OrdersStore {
  const store = createStore<OrdersState>()((set, get) => {
    const asking = createAsking<OrderRow>(
      async (offset, limit) => {
        const reply = await bridge.invoke('orders.query', { ...plain(get().filter), offset, limit })
        if (reply.ok) set({ months: reply.value.months, open: reply.value.open })
        return reply
      },
      { get, set },
    )
    const setFilter = (part: Partial<OrdersFilter>): void => {
      set({ filter: { ...get().filter, ...part } })
      asking.anew()
    }
    return {
      ...unasked,
      filter: noFilter,
      months: [],
      open: null,
      show: asking.show,
      reload: asking.again,
      setAccounts: (accountIds) => {
        if (accountIds.join() !== get().filter.accountIds.join()) setFilter({ accountIds: [...accountIds] })
      },
      setState: (state) => setFilter({ states: state ? [state] : [] }),
      setMonth: (month) => setFilter({ month }),
      clearFilter: () => setFilter({ states: [], month: null }),
    }
  })
  const refresh = createRefresher(async () => store.getState().reload(), gap)
  bridge.subscribe((topic) => {
    if (topic === 'orders' || topic === 'accounts') refresh()
  })
  return store
}

const plain = ({ states, accountIds, month }: OrdersFilter) => ({
  states: [...states],
  accountIds: [...accountIds],
  month,
})

/** Whether anything but the account is filtered by. */
export const isNarrow = ({ states, month }: OrdersFilter): boolean => states.length > 0 || month !== null
