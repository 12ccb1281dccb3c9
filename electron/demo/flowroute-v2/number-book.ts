import type { NumberRecord } from './number-record.ts'

/** Numbers that the account holds, made on demand and remembered when they change. */
export type NumberBook = {
  /** What the list shows: ascending, shorter numbers first. */
  listed(): readonly string[]
  /** All that are held, whatever the list shows; in no order. */
  held(): readonly string[]
  isHeld(number: string): boolean
  /** Null: not held. */
  get(number: string): NumberRecord | null
  /** A part of the record, told faster; also of a number that is only still listed. */
  aliasOf(number: string): string | null
  /** Null: it has no price. */
  tierOf(number: string): string | null
  /** Held from now on; the list shows it after `show`. */
  hold(record: NumberRecord): void
  show(number: string): void
  /** No longer held; the list shows it until `hide`. */
  drop(number: string): void
  hide(number: string): void
  /** False: not held. */
  change(number: string, change: Partial<Omit<NumberRecord, 'number'>>): boolean
  /** Held numbers that are known to be special, or have changed since the start; the others are not looked at. */
  notable(): readonly NumberRecord[]
  /** Does any number use this route as primary or failover? Looks at every number only for routes of the first day. */
  isRouteUsed(routeId: string): boolean
}

const isBefore = (one: string, other: string) => (one.length === other.length ? one < other : one.length < other.length)

function positionOf(numbers: readonly string[], wanted: string): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(numbers[middle] ?? '', wanted)) low = middle + 1
    else high = middle
  }
  return low
}

const has = (numbers: readonly string[], wanted: string) => numbers[positionOf(numbers, wanted)] === wanted

type Origin = {
  /** Ascending. */
  readonly numbers: readonly string[]
  readonly recordOf: (number: string) => NumberRecord
  readonly aliasOf: (number: string) => string | null
  readonly tierOf: (number: string) => string | null
  readonly routeIds: ReadonlySet<string>
  /** Numbers of which more is known than their digits tell. */
  readonly special: readonly string[]
}

const uses = ({ primary, failover }: NumberRecord, routeId: string) => primary === routeId || failover === routeId

export function createNumberBook(origin: Origin): NumberBook {
  const { numbers, recordOf, routeIds, special } = origin
  const listed = [...numbers]
  const changed = new Map<string, NumberRecord>()
  const gone = new Set<string>()
  const isFirst = (number: string) => !gone.has(number) && has(numbers, number)
  const isHeld = (number: string) => changed.has(number) || isFirst(number)
  const get = (number: string) => changed.get(number) ?? (isFirst(number) ? recordOf(number) : null)
  return {
    listed: () => listed,
    held: () => [...new Set([...numbers.filter((number) => !gone.has(number)), ...changed.keys()])],
    isHeld,
    get,
    aliasOf: (number) => {
      const record = changed.get(number)
      return record ? record.alias : origin.aliasOf(number)
    },
    tierOf: (number) => changed.get(number)?.price?.tier ?? origin.tierOf(number),
    hold: (record) => void changed.set(record.number, record),
    show: (number) => {
      if (!has(listed, number)) listed.splice(positionOf(listed, number), 0, number)
    },
    drop: (number) => {
      changed.delete(number)
      gone.add(number)
    },
    hide: (number) => {
      if (has(listed, number)) listed.splice(positionOf(listed, number), 1)
    },
    change: (number, change) => {
      const record = get(number)
      if (record) changed.set(number, { ...record, ...change })
      return record !== null
    },
    notable: () =>
      [...new Set([...special, ...changed.keys()])].map((number) => get(number)).filter((record) => record !== null),
    isRouteUsed: (routeId) => {
      for (const record of changed.values()) if (uses(record, routeId)) return true
      if (!routeIds.has(routeId)) return false
      return numbers.some((number) => !changed.has(number) && !gone.has(number) && uses(recordOf(number), routeId))
    },
  }
}
