import type { KeywordConfig, KeywordLease, TextInboundConfig } from './documents.ts'
import { type HeldKeyword, heldAtStart, type KeywordWorld, newlyHeld } from './keyword-rows.ts'
import { isOrderable, popularWords, reservedWords } from './keyword-rules.ts'
import { addMonth, renewed } from './months.ts'

/** Keywords are kept in upper case and looked up without regard to case. */
export type KeywordBook = KeywordLeases & KeywordConfigs

type KeywordLeases = {
  /** In listing order, as far as lists show them yet. */
  list(): readonly KeywordLease[]
  /** All that are held, whatever lists show. */
  held(): readonly string[]
  find(keyword: string): KeywordLease | null
  findById(id: number): KeywordLease | null
  /** Null: not held. */
  idOf(keyword: string): number | null
  /** False: not held. */
  change(keyword: string, change: Partial<KeywordLease>): boolean
  detachList(keyword: string): void
  isAvailable(keyword: string): boolean
  /** Held from `at` on. False: not available. */
  add(keyword: string, at: number): boolean
  /** Somebody else takes it. */
  sell(keyword: string): void
  remove(keyword: string): void
  /** Something would happen at the next `tick`. */
  isDue(): boolean
  tick(): void
}

type KeywordConfigs = {
  config(keyword: string): KeywordConfig | null
  configure(keyword: string, texts: TextInboundConfig): boolean
}

const keyOf = (keyword: string): string => keyword.toUpperCase()

/** Words that cannot be had, with the moment from which they are free again. */
function createTaken(now: () => number) {
  const until = new Map([...reservedWords, ...popularWords].map((word) => [word, Number.POSITIVE_INFINITY]))
  return {
    has: (keyword: string) => (until.get(keyOf(keyword)) ?? 0) > now(),
    add: (keyword: string, end = Number.POSITIVE_INFINITY) => void until.set(keyOf(keyword), end),
  }
}

type Shelf = { readonly held: Map<string, HeldKeyword>; readonly world: KeywordWorld }

const findIn = ({ held }: Shelf, keyword: string): HeldKeyword | null => held.get(keyOf(keyword)) ?? null

function show({ world }: Shelf, { lease, activeAt }: HeldKeyword): KeywordLease {
  const now = world.now()
  return renewed(activeAt <= now && lease.status === 'PENDING' ? { ...lease, status: 'ACTIVE' } : lease, now)
}

/** False: not held. */
function alter(shelf: Shelf, keyword: string, change: (lease: KeywordLease) => KeywordLease): boolean {
  const known = findIn(shelf, keyword)
  if (known) shelf.held.set(keyOf(keyword), { ...known, lease: change(show(shelf, known)) })
  return known !== null
}

const detached = ({ contactListId: _gone, ...lease }: KeywordLease): KeywordLease => lease

function createLeases(shelf: Shelf): KeywordLeases {
  const { held, world } = shelf
  const taken = createTaken(world.now)
  let nextId = world.firstId + held.size
  const isSeen = ({ seenAt }: HeldKeyword) => seenAt <= world.now()
  const shown = (known: HeldKeyword | null | undefined) =>
    known && (isSeen(known) || !world.lag().reads) ? show(shelf, known) : null
  const isOver = ({ autoRenew, leaseEnd }: KeywordLease) =>
    !autoRenew && (leaseEnd ?? Number.POSITIVE_INFINITY) <= world.now()
  const isAvailable = (keyword: string) => isOrderable(keyword) && !findIn(shelf, keyword) && !taken.has(keyword)
  return {
    list: () => [...held.values()].filter(isSeen).map((known) => show(shelf, known)),
    held: () => [...held.keys()],
    find: (keyword) => shown(findIn(shelf, keyword)),
    findById: (id) => shown([...held.values()].find((known) => known.id === id)),
    idOf: (keyword) => findIn(shelf, keyword)?.id ?? null,
    change: (keyword, change) => alter(shelf, keyword, (lease) => ({ ...lease, ...change })),
    detachList: (keyword) => void alter(shelf, keyword, detached),
    isAvailable,
    add: (keyword, at) => {
      if (!isAvailable(keyword)) return false
      held.set(keyOf(keyword), newlyHeld({ id: nextId, keyword: keyOf(keyword), at }, world))
      nextId += 1
      return true
    },
    sell: (keyword) => taken.add(keyword),
    remove: (keyword) => void held.delete(keyOf(keyword)),
    isDue: () => [...held.values()].some(({ lease }) => isOver(lease)),
    tick: () => {
      for (const [key, { lease }] of held) {
        if (!isOver(lease) || lease.leaseEnd === undefined) continue
        held.delete(key)
        taken.add(key, addMonth(lease.leaseEnd))
        world.onGone(key, lease.leaseEnd)
      }
    },
  }
}

function createConfigs(shelf: Shelf): KeywordConfigs {
  const configs = new Map<string, TextInboundConfig>()
  return {
    config: (keyword) => {
      const known = findIn(shelf, keyword)
      const textInboundConfig = configs.get(keyOf(keyword))
      return known && { keyword: known.lease.keyword, ...(textInboundConfig && { textInboundConfig }) }
    },
    configure: (keyword, texts) => {
      const known = findIn(shelf, keyword)
      if (known) configs.set(keyOf(keyword), texts)
      return known !== null
    },
  }
}

export function createKeywordBook(world: KeywordWorld): KeywordBook {
  const held = new Map(heldAtStart(world).map((known) => [known.lease.keyword, known]))
  const shelf: Shelf = { held, world }
  return { ...createLeases(shelf), ...createConfigs(shelf) }
}
