import { isFailure } from '../../../shared/failure.ts'
import type { Account } from '../../../shared/model/account.ts'
import type { Region } from '../../../shared/model/market.ts'
import { toPlaceName } from '../../../shared/place-name.ts'
import type { Market, MarketAsk } from '../ports.ts'
import { openMarket } from './asking.ts'
import { exchangeOf, firstOf } from './regions.ts'
import type { MarketWorld } from './world.ts'

/** What lies around the place of a search, as far as an account can tell. */
export type Around = {
  /** Digits that were asked for at the number's start. */
  readonly prefix: string
  /** Other exchanges of the same rate center or town, the nearest first; six digits. */
  readonly exchanges: readonly string[]
  /** Other area codes of the same town, those with the most exchanges first. */
  readonly areaCodes: readonly string[]
  /** "Seattle, WA". */
  readonly town: string | null
  readonly state: string | null
}

/** What is known without asking anybody. */
export function nothingAround({ prefix, pattern }: MarketAsk): Around {
  return { prefix: prefix ?? pattern?.starts ?? '', exchanges: [], areaCodes: [], town: null, state: null }
}

type Task = { readonly world: MarketWorld; readonly accounts: readonly Account[]; readonly signal: AbortSignal }

const isPrefix = (digits: string): boolean => digits.length >= 3

/** Never fails: where nobody can be asked, little is known. */
export async function lookAround(task: Task, ask: MarketAsk): Promise<Around> {
  const unknown = nothingAround(ask)
  const { prefix } = unknown
  if (ask.kind === 'tollFree' || (ask.city === null && !isPrefix(prefix))) return unknown
  for (const account of task.accounts) {
    const regions = await regionsAround(task, account, { ask, prefix })
    if (regions.length > 0) return toAround(regions, prefix)
  }
  return unknown
}

type Place = { readonly ask: MarketAsk; readonly prefix: string }

async function regionsAround(task: Task, account: Account, place: Place): Promise<readonly Region[]> {
  try {
    const market = await openMarket(task.world, account, task.signal)
    return await readTown(market, place, task.signal)
  } catch (error) {
    if (!isFailure(error) && !task.signal.aborted) throw error
    return []
  }
}

/** All regions of the town that was asked for, or of the one in which the prefix mostly lies. */
async function readTown({ regions }: Market, { ask, prefix }: Place, signal: AbortSignal): Promise<readonly Region[]> {
  if (!regions) return []
  const { city, state } = ask
  if (city !== null) return firstOf(regions({ city, ...(state && { state }) }, signal))
  const own = await firstOf(regions({ prefix: prefix.slice(0, 6) }, signal))
  const [town] = [...Map.groupBy(own, townOf).values()].toSorted((a, b) => b.length - a.length)
  const [first] = town ?? []
  if (!first?.city) return own
  const all = await firstOf(regions({ city: first.city, ...(first.state && { state: first.state }) }, signal))
  return [...own.filter((region) => townOf(region) === townOf(first)), ...all]
}

const townOf = ({ city, state }: Region): string => `${city} ${state}`

function toAround(regions: readonly Region[], prefix: string): Around {
  const own = regions.find((region) => isPrefix(prefix) && exchangeOf(region)?.startsWith(prefix)) ?? regions[0]
  const same = regions.filter(({ rateCenter }) => !own?.rateCenter || !rateCenter || rateCenter === own.rateCenter)
  const exchangesOf = (some: readonly Region[]) => [
    ...new Set(some.map(exchangeOf).filter((exchange) => exchange !== null)),
  ]
  const areaCode = prefix.slice(0, 3)
  const all = exchangesOf(regions)
  const byAreaCode = Map.groupBy(all, (exchange) => exchange.slice(0, 3))
  return {
    prefix,
    exchanges: exchangesOf(same)
      .filter((exchange) => !exchange.startsWith(prefix))
      .toSorted((a, b) => distance(a, prefix) - distance(b, prefix) || Number(a) - Number(b)),
    // Without a prefix every area code of the town was searched already.
    areaCodes: isPrefix(prefix)
      ? [...byAreaCode]
          .filter(([code]) => code !== areaCode)
          .toSorted(([one, ones], [other, others]) => others.length - ones.length || Number(one) - Number(other))
          .map(([code]) => code)
      : [],
    town: own ? toPlaceName(own) : null,
    state: own?.state ?? null,
  }
}

/** Another area code is further away than any exchange. */
function distance(exchange: string, prefix: string): number {
  const [one, other] = [exchange, prefix.padEnd(6, '0')]
  return Math.abs(Number(one) - Number(other)) + (one.slice(0, 3) === other.slice(0, 3) ? 0 : 1_000_000)
}
