import type { Exchange } from '../catalogue/exchanges.ts'
import type { CatalogueNumber, NumberLease } from './documents.ts'
import type { LeaseRoll } from './lease-roll.ts'
import { type LeaseState, leaseStateAt, newLeaseState } from './lease-rows.ts'
import { renewed } from './months.ts'
import { fitsExchange, isOpen, type RegionFilter } from './region.ts'

export type LeaseFilter = {
  readonly region: RegionFilter
  readonly labelName?: string | undefined
  readonly tollFree?: boolean | undefined
}

export type LeaseWorld = {
  readonly seed: number
  readonly roll: LeaseRoll
  readonly now: () => number
  readonly describe: (number: string) => CatalogueNumber
  readonly exchangeOf: (number: string) => Exchange | null
  /** How long a new lease stays unseen: by lists, and by a look at it alone. */
  readonly lag: () => { readonly ms: number; readonly reads: boolean }
  /** A number whose last lease ended then. */
  readonly onGone: (number: string, endedAt: number) => void
}

export type LeaseBook = {
  /** Places of the matching leases, in listing order, as far as lists show them yet. */
  select(filter: LeaseFilter): readonly number[]
  at(place: number): NumberLease
  /** As a look at it alone shows it. Null: the account does not hold it. */
  find(number: string): NumberLease | null
  /** All that are held, whatever lists show. */
  numbers(): readonly string[]
  /** Changes a lease as if somebody did it on the web site. False: not held. */
  change(number: string, change: Partial<LeaseState>): boolean
  /** Held from `at` on. */
  add(number: string, at: number): void
  /** Takes a number away at once, as support staff might. */
  remove(number: string): void
  /** Something would happen at the next `tick`. */
  isDue(): boolean
  /** Ends the leases whose time has come. */
  tick(): void
}

/** The filter of the last selection is kept, because a client asks for its pages one after another. */
function createSelection(world: LeaseWorld, stateAt: (place: number) => LeaseState, version: () => string) {
  let last: { readonly key: string; readonly places: readonly number[] } | null = null
  const fits = (filter: LeaseFilter) => (place: number) => {
    const exchange = world.exchangeOf(world.roll.numberAt(place))
    if (filter.tollFree !== undefined && (exchange?.tollFree ?? false) !== filter.tollFree) return false
    if (!isOpen(filter.region) && !(exchange && fitsExchange(filter.region, exchange))) return false
    return filter.labelName === undefined || Boolean(stateAt(place).labels?.includes(filter.labelName))
  }
  return (filter: LeaseFilter): readonly number[] => {
    const { region, labelName, tollFree } = filter
    if (isOpen(region) && labelName === undefined && tollFree === undefined) return world.roll.held
    const key = JSON.stringify([region, labelName, tollFree, version()])
    if (last?.key !== key) last = { key, places: world.roll.held.filter(fits(filter)) }
    return last.places
  }
}

/** Leases that will not renew, with their ends. */
function createEndings(onEnd: (ended: ReadonlyMap<number, number>) => void) {
  const ends = new Map<number, number>()
  let next = Number.POSITIVE_INFINITY
  return {
    note(place: number, { autoRenew, leaseEnd }: LeaseState) {
      if (autoRenew || leaseEnd === undefined) return void ends.delete(place)
      ends.set(place, leaseEnd)
      next = Math.min(next, leaseEnd)
    },
    forget: (place: number) => void ends.delete(place),
    isDue: (now: number) => now >= next,
    run(now: number) {
      if (now < next) return
      const ended = new Map([...ends].filter(([, end]) => end <= now))
      for (const place of ended.keys()) ends.delete(place)
      next = [...ends.values()].reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY)
      onEnd(ended)
    },
  }
}

/** Places that lists do not show yet. */
function createUnseen(now: () => number) {
  const until = new Map<number, number>()
  const isSeen = (place: number) => (until.get(place) ?? Number.NEGATIVE_INFINITY) <= now()
  return {
    isSeen,
    add: (place: number, end: number) => void (end > now() && until.set(place, end)),
    seenOf: (places: readonly number[]): readonly number[] => {
      for (const place of until.keys()) if (isSeen(place)) until.delete(place)
      return until.size === 0 ? places : places.filter(isSeen)
    },
  }
}

export function createLeaseBook(world: LeaseWorld): LeaseBook {
  const { roll, seed, now } = world
  const start = now()
  const changed = new Map<number, LeaseState>()
  let changes = 0
  const stateAt = (place: number) => renewed(changed.get(place) ?? leaseStateAt(seed, place, start), now())
  const endings = createEndings((ended) => {
    roll.remove([...ended.keys()])
    for (const [place, end] of ended) world.onGone(roll.numberAt(place), end)
  })
  const put = (place: number, state: LeaseState) => {
    changed.set(place, state)
    changes += 1
    endings.note(place, state)
  }
  const select = createSelection(world, stateAt, () => `${roll.version}.${changes}`)
  const unseen = createUnseen(now)
  for (const place of roll.held) endings.note(place, leaseStateAt(seed, place, start))
  const at = (place: number): NumberLease => ({ ...world.describe(roll.numberAt(place)), ...stateAt(place) })
  return {
    select: (filter) => unseen.seenOf(select(filter)),
    at,
    find: (number) => {
      const place = roll.placeOf(number)
      const isHidden = place < 0 || (world.lag().reads && !unseen.isSeen(place))
      return isHidden ? null : at(place)
    },
    numbers: () => roll.held.map(roll.numberAt),
    change: (number, change) => {
      const place = roll.placeOf(number)
      if (place >= 0) put(place, { ...stateAt(place), ...change })
      return place >= 0
    },
    add: (number, at) => {
      const place = roll.add(number)
      put(place, newLeaseState(at))
      unseen.add(place, at + world.lag().ms)
    },
    remove: (number) => {
      const place = roll.placeOf(number)
      if (place < 0) return
      roll.remove([place])
      endings.forget(place)
    },
    isDue: () => endings.isDue(now()),
    tick: () => endings.run(now()),
  }
}
