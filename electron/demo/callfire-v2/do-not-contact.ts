import { hash32, unit } from '../kit/random.ts'
import { present } from './body.ts'
import type { DoNotContact, UniversalDoNotContact } from './documents.ts'
import { DAY } from './months.ts'

/** True blocks. Left out: as it was, or not blocked. */
export type DoNotContactFlags = {
  readonly call?: boolean | undefined
  readonly text?: boolean | undefined
  readonly inboundCall?: boolean | undefined
  readonly inboundText?: boolean | undefined
}

export type DoNotContactFilter = DoNotContactFlags & {
  readonly prefix?: string | undefined
  readonly campaignId?: number | undefined
  readonly source?: string | undefined
  /** Empty: any number. */
  readonly numbers: readonly string[]
}

export type DoNotContactBook = {
  /** Listed entries, oldest first. */
  list(filter?: DoNotContactFilter): readonly DoNotContact[]
  /** A number that is not listed has two flags, both false. */
  find(number: string): DoNotContact
  put(number: string, flags: DoNotContactFlags, source: string): void
  remove(numbers: readonly string[]): void
  removeSource(source: string): void
  /** True allows: the opposite of the list's own flags. */
  universal(toNumber: string, fromNumber: string | undefined): UniversalDoNotContact
}

const sources = ['Api V2', 'Web site', 'text STOP', 'spring opt-outs', 'Import 2025-11'] as const

/** Entries that were there before the demo began; each twentieth blocks nothing any more but is still listed. */
function entryAt(seed: number, index: number, now: number): DoNotContact {
  const digits = 2_000_000_000 + (hash32(seed, index, 1001) % 7_999_999_999)
  const roll = unit(seed, index, 1002)
  const blocksNothing = index % 20 === 19
  return {
    number: `1${digits}`,
    call: !blocksNothing && roll < 0.75,
    text: !blocksNothing && roll > 0.25,
    ...(index % 3 === 0 && { inboundCall: roll < 0.1, inboundText: roll < 0.2 }),
    source: sources[hash32(seed, index, 1003) % sources.length] ?? sources[0],
    ...(index % 6 === 5 && { campaignId: 3_300_000_000 + (index % 4) }),
    ...(index % 50 !== 49 && { created: Math.floor(now - unit(seed, index, 1004) * 700 * DAY) }),
  }
}

const isSame = (wanted: boolean | undefined, value: boolean | undefined): boolean =>
  wanted === undefined || wanted === (value ?? false)

function fits(filter: DoNotContactFilter): (entry: DoNotContact) => boolean {
  const wanted = new Set(filter.numbers)
  return (entry) =>
    (wanted.size === 0 || wanted.has(entry.number)) &&
    (filter.prefix === undefined || entry.number.startsWith(filter.prefix)) &&
    (filter.campaignId === undefined || entry.campaignId === filter.campaignId) &&
    (filter.source === undefined || entry.source === filter.source) &&
    isSame(filter.call, entry.call) &&
    isSame(filter.text, entry.text) &&
    isSame(filter.inboundCall, entry.inboundCall) &&
    isSame(filter.inboundText, entry.inboundText)
}

export type DoNotContactWorld = { readonly seed: number; readonly now: () => number; readonly count: number }

export function createDoNotContactBook({ seed, now, count }: DoNotContactWorld): DoNotContactBook {
  const entries = new Map<string, DoNotContact>()
  for (let index = 0; index < count; index += 1) {
    const entry = entryAt(seed, index, now())
    entries.set(entry.number, entry)
  }
  const find = (number: string): DoNotContact => entries.get(number) ?? { number, call: false, text: false }
  return {
    list: (filter) => (filter ? [...entries.values()].filter(fits(filter)) : [...entries.values()]),
    find,
    put: (number, flags, source) => {
      const known = entries.get(number) ?? { number, call: false, text: false, source, created: now() }
      entries.set(number, { ...known, ...present(flags) })
    },
    remove: (numbers) => {
      for (const number of numbers) entries.delete(number)
    },
    removeSource: (source) => {
      for (const [number, entry] of entries) if (entry.source === source) entries.delete(number)
    },
    universal: (toNumber, fromNumber) => {
      const { call, text, inboundCall = false, inboundText = false } = find(toNumber)
      return {
        toNumber,
        ...(fromNumber !== undefined && { fromNumber }),
        inboundCall: !call,
        inboundText: !text,
        outboundCall: !inboundCall,
        outboundText: !inboundText,
      }
    },
  }
}
