import { isFailure } from '../../../shared/failure.ts'
import type { Account } from '../../../shared/model/account.ts'
import type { Region, Suggestion, SuggestQuery } from '../../../shared/model/market.ts'
import { noPlace, toPlaceName } from '../../../shared/place-name.ts'
import type { Market, Page } from '../ports.ts'
import { within } from '../within.ts'
import { searchable } from './accounts.ts'
import { openMarket } from './asking.ts'
import { formatPrefix, prefixDigits } from './prefix.ts'
import { exchangeOf, firstOf } from './regions.ts'
import { toState } from './states.ts'
import type { MarketWorld } from './world.ts'

/** Before its account. */
type Found = Omit<Suggestion, 'accountId'>

const mostShown = 8
/** Whoever types does not wait longer; what comes later is there at the next letter. */
const limitMs = 2_500
/** One letter would be answered with half the country. */
const fewestLetters = 2

/** Completes places and prefixes while they are typed, from what each account's provider sells. What came is kept for this run. */
export class Suggestions {
  readonly #world: MarketWorld
  readonly #known = new Map<string, Promise<readonly Found[]>>()

  constructor(world: MarketWorld) {
    this.#world = world
  }

  /** At most eight, each label once. An account that fails or is late has none to give, and spoils nothing. */
  async ask({ field, text, accountIds }: SuggestQuery): Promise<readonly Suggestion[]> {
    const look = field === 'city' ? lookForCity(text) : lookForPrefix(text)
    if (look.length === 0) return []
    const accounts = searchable(this.#world, accountIds)
    const answers = await Promise.all(accounts.flatMap((account) => look.map((one) => this.#answer(account, one))))
    const all = field === 'prefix' ? answers.flat().toSorted(byLength) : answers.flat()
    const labels = new Map(all.toReversed().map((suggestion) => [suggestion.label, suggestion]))
    return all.filter((suggestion) => labels.get(suggestion.label) === suggestion).slice(0, mostShown)
  }

  async #answer(account: Account, look: Look): Promise<readonly Suggestion[]> {
    const outcome = await within(this.#list(account, look), limitMs, this.#world.ports.wait)
    const found = outcome.late ? [] : outcome.value
    return found.filter((one) => look.isWanted(one)).map((one) => ({ ...one, accountId: account.id }))
  }

  /** Never rejects for a failure: it is asked again next time. */
  #list(account: Account, look: Look): Promise<readonly Found[]> {
    const name = `${account.id} ${look.name}`
    const known = this.#known.get(name)
    if (known) return known
    const asked = this.#read(account, look).catch((error: unknown) => {
      this.#known.delete(name)
      if (isFailure(error) || this.#world.stopping.aborted) return []
      throw error
    })
    this.#known.set(name, asked)
    return asked
  }

  async #read(account: Account, look: Look): Promise<readonly Found[]> {
    const signal = AbortSignal.any([this.#world.stopping])
    return look.read(await openMarket(this.#world, account, signal), signal)
  }
}

/** One list of a provider: what it is called in our memory, how it is read, and what of it completes the text. */
type Look = {
  readonly name: string
  readonly read: (market: Market, signal: AbortSignal) => Promise<readonly Found[]>
  readonly isWanted: (found: Found) => boolean
}

const nothing: AsyncIterable<Page<never>> = { [Symbol.asyncIterator]: async function* () {} }

function lookForCity(text: string): readonly Look[] {
  const [typed = '', stateTyped = ''] = text.toUpperCase().split(',')
  const city = typed.trim()
  if (city.length < fewestLetters) return []
  const state = toState(stateTyped)
  return [
    {
      name: `city ${city}`,
      read: async ({ regions }, signal) => toCities(await firstOf(regions?.({ cityStarts: city }, signal) ?? nothing)),
      isWanted: ({ set }) => state === null || set.state === state,
    },
  ]
}

/** The places with the most exchanges first: they are what is mostly meant. */
function toCities(regions: readonly Region[]): readonly Found[] {
  const byLabel = Map.groupBy(regions, (region) => toPlaceName(region) ?? '')
  return [...byLabel]
    .filter(([label]) => label !== '')
    .toSorted(([one, ones], [other, others]) => others.length - ones.length || (one < other ? -1 : 1))
    .map(([label, [region]]) => ({
      label,
      set: { city: toPlaceName({ ...noPlace, city: region?.city ?? null }) ?? '', state: region?.state ?? '' },
    }))
}

function lookForPrefix(text: string): readonly Look[] {
  const digits = prefixDigits(text)
  if (digits === '' || digits.length > 6) return []
  const isWanted = ({ set }: Found) => set.prefix?.startsWith(digits) === true
  const areaCode = digits.slice(0, 3)
  const areaCodes: Look = {
    name: 'areaCodes',
    read: async (market, signal) =>
      (await firstOf(market.areaCodes?.(signal) ?? nothing)).map((found) => toPrefix(found.areaCode)),
    isWanted,
  }
  if (areaCode.length < 3) return [areaCodes]
  const exchanges: Look = {
    name: `exchanges ${areaCode}`,
    read: async (market, signal) => {
      const sold = await firstOf(market.exchanges?.(areaCode, signal) ?? nothing)
      const told = await firstOf(market.regions?.({ prefix: areaCode }, signal) ?? nothing)
      const known = told.map(exchangeOf).filter((exchange) => exchange !== null)
      const all = [...sold.map((found) => found.areaCode + found.exchange), ...known]
      return [...new Set(all.flatMap((exchange) => [exchange.slice(0, 3), exchange]))].map(toPrefix)
    },
    isWanted,
  }
  return [areaCodes, exchanges]
}

const toPrefix = (digits: string): Found => ({ label: formatPrefix(digits), set: { prefix: digits } })

/** Area codes before exchanges, each ascending. */
const byLength = (a: Suggestion, b: Suggestion): number =>
  a.label.length - b.label.length || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0)
