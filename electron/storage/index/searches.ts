import type { AccountNames } from '../accounts.ts'
import type { Columns } from './columns.ts'
import { type Term, toTerms } from './search-terms.ts'

/** A typed word, and which accounts it finds by their names. */
type Word = { readonly term: Term; readonly byName: readonly boolean[] }
type Search = { readonly words: readonly Word[]; found: Uint8Array }

/** So that the rows, the counts and the keys pressed next need not look at everything again. */
const keptSearches = 8

/** Which rows the latest searches find, by id. Rows that change are looked at again, one by one. */
export class Searches {
  readonly #columns: Columns
  readonly #accounts: AccountNames
  readonly #searches = new Map<string, Search>()
  #named = -1

  constructor(columns: Columns, accounts: AccountNames) {
    this.#columns = columns
    this.#accounts = accounts
  }

  /** 1 at the ids of the rows that every typed word finds. Null: nothing to look for, every row will do. */
  found(typed: string): Uint8Array | null {
    if (this.#named !== this.#accounts.version()) this.clear()
    const terms = toTerms(typed)
    if (terms.length === 0) return null
    const key = keyOf(terms)
    const search = this.#searches.get(key) ?? this.#look(terms)
    // Put last again: those that are not asked for any more come to the front and go first.
    this.#searches.delete(key)
    this.#searches.set(key, search)
    for (const oldest of [...this.#searches.keys()].slice(0, -keptSearches)) this.#searches.delete(oldest)
    return search.found
  }

  refresh(id: number): void {
    for (const search of this.#searches.values()) {
      if (id >= search.found.length) search.found = widened(search.found, this.#columns.alive.length)
      search.found[id] = this.#has(search.words, id)
    }
  }

  clear(): void {
    this.#searches.clear()
    this.#named = this.#accounts.version()
  }

  /** What all words but the last have found is mostly known: it was typed a moment ago. */
  #look(terms: readonly Term[]): Search {
    const { size, alive } = this.#columns
    const words = terms.map((term) => this.#toWord(term))
    const before = this.#searches.get(keyOf(terms.slice(0, -1)))?.found
    const left = before ? words.slice(-1) : words
    const candidates = allOf([before ?? alive, ...left.map((word) => this.#mayHave(word))], size)
    const found = new Uint8Array(alive.length)
    for (let id = 0; id < size; id++) if (candidates[id] === 1 && alive[id] === 1) found[id] = this.#has(left, id)
    return { words, found }
  }

  #toWord(term: Term): Word {
    const names = this.#accounts.foldedNames()
    return { term, byName: names.map((name) => term.texts.some((text) => name.includes(text))) }
  }

  #mayHave({ term, byName }: Word): Uint8Array {
    const { signatures, size, account } = this.#columns
    const may = signatures.mayHold(term.digits === null ? term.texts : [term.digits, ...term.texts], size)
    if (byName.includes(true)) for (let id = 0; id < size; id++) if (byName[account[id] ?? 0] === true) may[id] = 1
    return may
  }

  #has(words: readonly Word[], id: number): 0 | 1 {
    const { digits, texts, account } = this.#columns
    const [ownDigits, text, holder] = [digits[id] ?? '', texts[id] ?? '', account[id] ?? 0]
    for (const { term, byName } of words) {
      if (byName[holder] === true || (term.digits !== null && ownDigits.includes(term.digits))) continue
      if (!holdsOne(text, term.texts)) return 0
    }
    return 1
  }
}

const keyOf = (terms: readonly Term[]): string => terms.map(({ typed }) => typed).join(' ')

function allOf(columns: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size).fill(1)
  for (const column of columns) for (let id = 0; id < size; id++) all[id] = (all[id] ?? 0) & (column[id] ?? 0)
  return all
}

function holdsOne(text: string, parts: readonly string[]): boolean {
  for (const part of parts) if (text.includes(part)) return true
  return false
}

function widened(found: Uint8Array, capacity: number): Uint8Array {
  const wider = new Uint8Array(capacity)
  wider.set(found)
  return wider
}
