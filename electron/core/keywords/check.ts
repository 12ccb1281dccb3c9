import { type Failure, isFailure } from '../../../shared/failure.ts'
import type { Account, AccountId } from '../../../shared/model/account.ts'
import type { KeywordReport, WordReport } from '../../../shared/model/keyword.ts'
import type { AccountBook } from '../accounts/book.ts'
import { carrierNames } from '../accounts/carrier-names.ts'
import type { Connections } from '../accounts/connections.ts'
import { needConnection } from '../accounts/needs.ts'
import { ownedKeywords } from '../leases/stored.ts'
import type { Ports, Provider } from '../ports.ts'
import { invalid } from '../requests.ts'
import { citiesOf } from './cities.ts'
import { candidatesFor } from './suggest.ts'
import { problemOf, wordsOf } from './words.ts'

export type KeywordWorld = {
  readonly ports: Pick<Ports, 'storage' | 'host' | 'facetsOf'>
  readonly book: Pick<AccountBook, 'find' | 'all'>
  readonly connections: Pick<Connections, 'open'>
  /** Aborts when the app stops. */
  readonly signal: AbortSignal
}

type Facet = NonNullable<Provider['keywords']>
/** Null: the provider did not tell. */
type Told = ReadonlyMap<string, boolean | null>

const suggested = 6

/** Asks the provider only about words that can be keywords and are nobody's here. Throws `offline` when there are such words. */
export async function checkWords(
  world: KeywordWorld,
  { accountId, text }: { readonly accountId: AccountId; readonly text: string },
): Promise<KeywordReport> {
  const account = world.book.find(accountId)
  needKeywords(world, account)
  const words = wordsOf(text)
  const known = knownHere(world, words)
  const open = words.filter((word) => !known.has(word))
  if (open.length === 0) return { words: words.map((word) => known.get(word) ?? toReport(word, null)), suggestions: [] }
  needConnection(world.ports.host, account)
  const facet = await openFacet(world, account)
  const told = await askAll(facet, open, world.signal)
  const reports = words.map((word) => known.get(word) ?? toReport(word, told.get(word) ?? null))
  return { words: reports, suggestions: await suggestionsFor({ world, account, facet, words }, told) }
}

function needKeywords({ ports }: KeywordWorld, { api }: Account): void {
  if (ports.facetsOf(api).includes('keywords')) return
  throw invalid('accountId', `${carrierNames[api]} has no keywords. Choose a CallFire account.`)
}

async function openFacet(world: KeywordWorld, account: Account): Promise<Facet> {
  const { keywords } = await world.connections.open(account)
  if (!keywords) throw invalid('accountId', `${carrierNames[account.api]} has no keywords. Choose another account.`)
  return keywords
}

/** What needs no question: no keyword at all, leased by one of our accounts, or being bought just now. */
function knownHere(
  { ports: { storage }, book }: KeywordWorld,
  words: readonly string[],
): ReadonlyMap<string, WordReport> {
  const locked = new Set(storage.orders.locked(words).map(({ thing }) => thing))
  const names = new Map(book.all.map(({ id, name }) => [id, name]))
  const owners = new Map(ownedKeywords(storage, []).map((row) => [row.keyword.toUpperCase(), names.get(row.accountId)]))
  const report = (word: string): WordReport | null => {
    const owner = owners.get(word)
    // First, for keywords that stand may break the rules for new ones.
    if (owner) return { word, standing: 'yours', problem: `“${owner}” has it already.` }
    const problem = problemOf(word)
    if (problem !== null) return { word, standing: 'invalid', problem }
    return locked.has(word) ? { word, standing: 'checking', problem: 'An order of it is still being checked.' } : null
  }
  return new Map(words.flatMap((word) => report(word) ?? []).map((one) => [one.word, one]))
}

function toReport(word: string, isFree: boolean | null): WordReport {
  if (isFree === null) return { word, standing: 'unknown', problem: 'The carrier did not tell. Check it again.' }
  return { word, standing: isFree ? 'free' : 'taken', problem: null }
}

/** One question for all. What a carrier refuses or garbles as a whole is asked word by word, so that one odd word costs no other. */
async function askAll(facet: Facet, words: readonly string[], signal: AbortSignal): Promise<Told> {
  try {
    return await ask(facet, words, signal)
  } catch (error) {
    if (!isFailure(error) || !isAboutWords(error.failure)) throw error
    if (words.length === 1) return new Map(words.map((word) => [word, null]))
    const told = new Map<string, boolean | null>()
    for (const word of words) for (const [one, isFree] of await askAll(facet, [word], signal)) told.set(one, isFree)
    return told
  }
}

async function ask(facet: Facet, words: readonly string[], signal: AbortSignal): Promise<Told> {
  const free = new Set((await facet.available(words, signal)).map((word) => word.toUpperCase()))
  return new Map(words.map((word) => [word, free.has(word)]))
}

const isAboutWords = ({ kind }: Failure): boolean => kind === 'refused' || kind === 'notFound' || kind === 'garbled'

type Suggesting = {
  readonly world: KeywordWorld
  readonly account: Account
  readonly facet: Facet
  readonly words: readonly string[]
}

/** Kind, but not needed: when the second question fails, what the first one told is told all the same. */
async function suggestionsFor({ world, account, facet, words }: Suggesting, told: Told): Promise<readonly string[]> {
  const taken = words.filter((word) => told.get(word) === false)
  if (taken.length === 0) return []
  const candidates = candidatesFor(taken, citiesOf(world.ports.storage, account.id)).filter(
    (word) => !words.includes(word),
  )
  const held = knownHere(world, candidates)
  const asked = candidates.filter((word) => !held.has(word))
  if (asked.length === 0) return []
  try {
    const free = await ask(facet, asked, world.signal)
    return asked.filter((word) => free.get(word)).slice(0, suggested)
  } catch (error) {
    if (isFailure(error)) return []
    throw error
  }
}
