import type { Storage, SyncRun } from '../../electron/core/ports.ts'
import { createAccounts } from '../../electron/storage/accounts.ts'
import { toDatabase } from '../../electron/storage/database.ts'
import { createForgetOrders } from '../../electron/storage/forget-orders.ts'
import { createLists } from '../../electron/storage/lists.ts'
import { createMarketStore } from '../../electron/storage/market/market-store.ts'
import { openEmpty } from '../../electron/storage/open-file.ts'
import { createOrderJournal } from '../../electron/storage/orders/journal.ts'
import { createRestorePoints } from '../../electron/storage/restore-points.ts'
import type { Holdings } from '../../shared/contract.ts'
import { FailureError } from '../../shared/failure.ts'
import type { NumberRouting, OwnedNumber } from '../../shared/model/number.ts'
import type { Notice } from '../../shared/model/settings.ts'
import type { SyncPart, SyncState } from '../../shared/model/sync.ts'
import { tellingLists } from './memory-lists.ts'

export type MemoryRow = {
  readonly accountId: string
  readonly number: OwnedNumber
  readonly generation: number
  readonly readAt: number
  readonly goneOn: string | null
  readonly routing: NumberRouting | null
  readonly routingGeneration: number
}

type OpenRun = { readonly run: SyncRun; readonly finished: readonly SyncPart[] }

/**
 * Storage that keeps its state in memory and survives an app that is thrown away, so that a restart can be played. Lists, purchases and
 * the market are kept by the real parts in a database that is nowhere but in memory.
 */
export class MemoryStorage implements Storage {
  readonly notices: readonly Notice[] = []
  readonly rows = new Map<string, MemoryRow>()
  readonly lists: Storage['lists']
  readonly numbers: Storage['numbers']
  readonly sync: Storage['sync']
  readonly orders: Storage['orders']
  readonly market: Storage['market']
  readonly restorePoints: Storage['restorePoints']
  readonly listed: { readonly kind: string; readonly accountId: string; readonly count: number }[] = []
  readonly finishedParts: SyncPart[] = []
  readonly savedStates: SyncState[] = []
  names: readonly { readonly accountId: string; readonly name: string }[] = []
  largestChunk = 0
  /** Fails every write of rows, as a full disk does. */
  full = false
  /** Fails to give back the states of syncs, as a damaged disk may. */
  unreadable = false
  readonly #open = new Map<string, OpenRun>()
  readonly #states = new Map<string, SyncState>()
  #generation = 0
  readonly #forgetOrders: (accountId: string, limit: number) => number

  constructor(maxChunk = 100) {
    this.numbers = this.#numbers(maxChunk)
    const db = toDatabase(openEmpty(), false)
    const accounts = createAccounts(db)
    const journal = createOrderJournal(db)
    this.lists = tellingLists(createLists(db, accounts), (kind, run, count) => this.#list(kind, run, count))
    this.orders = {
      ...journal,
      begin: (purchase) => {
        this.#mayWrite(0)
        journal.begin(purchase)
      },
      change: (id, change) => {
        this.#mayWrite(0)
        journal.change(id, change)
      },
    }
    this.market = createMarketStore(db)
    this.restorePoints = createRestorePoints(db)
    this.#forgetOrders = createForgetOrders(db)
    this.sync = this.#sync()
  }

  of(accountId: string): readonly MemoryRow[] {
    return [...this.rows.values()].filter((row) => row.accountId === accountId)
  }

  readonly holdings = (accountId: string): Holdings => ({
    numbers: this.of(accountId).length,
    keywords: 0,
    doNotContact: 0,
    routes: 0,
    orders: 0,
    openOrders: this.orders.open().filter((purchase) => purchase.accountId === accountId).length,
  })

  readonly forget = (accountId: string, limit: number): boolean => {
    const some = this.of(accountId).slice(0, limit)
    for (const { number } of some) this.rows.delete(`${accountId} ${number.number}`)
    if (this.of(accountId).length > 0 || this.#forgetOrders(accountId, limit) > 0) return true
    this.#states.delete(accountId)
    this.#open.delete(accountId)
    return false
  }

  readonly close = (): void => undefined

  #numbers(maxChunk: number): Storage['numbers'] {
    return {
      maxChunk,
      nameAccounts: (accounts) => {
        this.names = accounts
      },
      query: ({ offset, filter }) => ({
        rows: [],
        offset,
        total: filter.accountIds.flatMap((id) => this.of(id)).filter(({ goneOn }) => goneOn === null).length,
      }),
      counts: () => {
        throw new Error('not kept in memory')
      },
      get: () => null,
      owners: (numbers) => {
        const owned = [...this.rows.values()].filter(
          ({ number, goneOn }) => goneOn === null && numbers.includes(number.number),
        )
        return new Map(owned.map(({ number, accountId }) => [number.number, accountId]))
      },
      markGone: (accountId, numbers, on) => {
        for (const row of this.of(accountId)) {
          if (numbers.includes(row.number.number) && row.goneOn === null)
            this.rows.set(`${accountId} ${row.number.number}`, { ...row, goneOn: on })
        }
      },
      saveNumbers: (run, numbers) => {
        this.#mayWrite(numbers.length)
        for (const number of numbers)
          this.#put(run, number.number, { number, generation: run.generation, goneOn: null })
      },
      saveRoutings: (run, routings) => {
        this.#mayWrite(routings.length)
        for (const { number, routing } of routings) {
          this.#put(run, number, { routing, routingGeneration: run.generation })
        }
      },
      saveDetails: (run, details) => {
        this.#mayWrite(details.length)
        for (const { number, routing } of details) {
          const listed = { number, generation: run.generation, goneOn: null }
          this.#put(run, number.number, { ...listed, routing, routingGeneration: run.generation })
        }
      },
      saveRoutes: (run, routes) => this.#list('routes', run, routes.length),
      reproject: () => false,
      withoutDetails: (run, limit, after) => {
        const all = this.of(run.accountId).filter((row) => row.generation === run.generation)
        const from = after === null ? 0 : all.findIndex(({ number }) => number.number === after) + 1
        const unread = all.slice(from).filter((row) => row.routingGeneration !== run.generation)
        return unread.slice(0, limit).map(({ number }) => number.number)
      },
    }
  }

  #sync(): Storage['sync'] {
    return {
      current: (accountId, now) => {
        const generation = this.#open.get(accountId)?.run.generation ?? this.#lastGeneration(accountId)
        return { accountId, generation, readAt: now }
      },
      begin: (accountId, now) => {
        const open = this.#open.get(accountId) ?? { run: this.#newRun(accountId, now), finished: [] }
        this.#open.set(accountId, open)
        const { run, finished } = open
        return { run: { ...run, readAt: now }, finishedParts: finished, startedAt: run.readAt }
      },
      isAnyMissing: (run, part) => part === 'numbers' && this.#left(run).length > 0,
      finishPart: (run, part, on, limit) => this.#finish(run, part, { on, limit }),
      end: (run) => {
        this.#open.delete(run.accountId)
      },
      saveState: (state) => {
        this.savedStates.push(state)
        this.#states.set(state.accountId, state)
      },
      states: () => {
        if (this.unreadable) throw new FailureError({ kind: 'disk', why: 'damaged', detail: 'memory' })
        return [...this.#states.values()]
      },
    }
  }

  #newRun(accountId: string, now: number): SyncRun {
    this.#generation += 1
    return { accountId, generation: this.#generation, readAt: now }
  }

  #lastGeneration(accountId: string): number {
    return Math.max(0, ...this.of(accountId).map(({ generation }) => generation))
  }

  #left(run: SyncRun): readonly MemoryRow[] {
    return this.of(run.accountId).filter((row) => row.generation < run.generation && row.goneOn === null)
  }

  #finish(run: SyncRun, part: SyncPart, { on, limit }: { readonly on: string; readonly limit: number }) {
    const old = this.#left(run)
    const going = part === 'numbers' ? old.slice(0, limit) : []
    for (const row of going) this.rows.set(`${row.accountId} ${row.number.number}`, { ...row, goneOn: on })
    const left = part === 'numbers' && old.length > going.length
    const open = this.#open.get(run.accountId)
    if (!left) this.finishedParts.push(part)
    if (!left && open) this.#open.set(run.accountId, { ...open, finished: [...open.finished, part] })
    return { gone: going.length, left }
  }

  #put(run: SyncRun, number: string, change: Partial<MemoryRow>): void {
    const key = `${run.accountId} ${number}`
    const before = this.rows.get(key)
    if (!before && !change.number) return
    const fresh = { accountId: run.accountId, goneOn: null, routing: null, routingGeneration: 0, generation: 0 }
    this.rows.set(key, { ...fresh, ...before, ...change, readAt: run.readAt } as MemoryRow)
  }

  #list(kind: string, run: SyncRun, count: number): void {
    this.#mayWrite(count)
    this.listed.push({ kind, accountId: run.accountId, count })
  }

  #mayWrite(rows: number): void {
    this.largestChunk = Math.max(this.largestChunk, rows)
    if (this.full) throw new FailureError({ kind: 'disk', why: 'full', detail: 'memory' })
  }
}
