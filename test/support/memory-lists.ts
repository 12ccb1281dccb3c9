import type { ListStore, SyncRun } from '../../electron/core/ports.ts'

/** Lists that tell what is to be saved before they save it; `told` may throw, as a full disk does. */
export function tellingLists(lists: ListStore, told: (kind: string, run: SyncRun, count: number) => void): ListStore {
  return {
    ...lists,
    saveKeywords: (run, items) => {
      told('keywords', run, items.length)
      lists.saveKeywords(run, items)
    },
    saveDoNotContact: (run, items) => {
      told('doNotContact', run, items.length)
      lists.saveDoNotContact(run, items)
    },
    saveOrders: (run, items) => {
      told('orders', run, items.length)
      lists.saveOrders(run, items)
    },
    saveBilling: (run, billing) => {
      told('billing', run, 1)
      lists.saveBilling(run, billing)
    },
  }
}
