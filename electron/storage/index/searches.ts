import type { AccountNames } from '../accounts.ts'
import type { Columns } from './columns.ts'
import { type Term, toTerms } from './search-terms.ts'

/** A typed word, which accounts it finds by their names, and 1 at the ids of the rows that have it. */
type Word = { readonly term: Term; readonly byName: readonly boolean[]; found: Uint8Array }

/** The words of what is shown, of what was typed before it, and of what will be typed again. */
const keptWords = 16

/** Which rows the latest words are found in, by id. Rows that change are looked at again, one by one. */
export class Searches {
  readonly #columns: Columns
  readonly #accounts: AccountNames
  readonly #words = new Map<string, Word>()
  #named = -1

  constructor(columns: Columns, accounts: AccountNames) {
    this.#columns = columns
    this.#accounts = accounts
  }

  /** 1 at the ids of the rows that every typed word finds. Null: nothing to look for, every row will do. */
  found(typed: string): Uint8Array | null {
    if (this.#named !== this.#accounts.version()) this.clear()
    const [first, ...others] = toTerms(typed).map((term) => this.#wordOf(term).found)
    this.#forgetOldest()
    if (!first || others.length === 0) return first ?? null
    const found = first.slice()
    for (const other of others)
      for (let id = 0; id < found.length; id++) found[id] = (found[id] ?? 0) & (other[id] ?? 0)
    return found
  }

  refresh(id: number): void {
    for (const word of this.#words.values()) {
      if (id >= word.found.length) word.found = widened(word.found, this.#columns.alive.length)
      word.found[id] = this.#has(word, id) ? 1 : 0
    }
  }

  clear(): void {
    this.#words.clear()
    this.#named = this.#accounts.version()
  }

  #wordOf(term: Term): Word {
    const word = this.#words.get(term.typed) ?? this.#look(term)
    // Put last again: those that are not asked for any more come to the front and go first.
    this.#words.delete(term.typed)
    this.#words.set(term.typed, word)
    return word
  }

  #forgetOldest(): void {
    for (const oldest of [...this.#words.keys()].slice(0, -keptWords)) this.#words.delete(oldest)
  }

  #look(term: Term): Word {
    const names = this.#accounts.foldedNames()
    const byName = names.map((name) => term.texts.some((text) => name.includes(text)))
    const word = { term, byName, found: new Uint8Array(this.#columns.alive.length) }
    const wider = this.#narrowestAround(term)
    if (wider) this.#markAmong(wider, word)
    else this.#markAll(word)
    return word
  }

  /** The rows that the word without its last letters was found in, where they are few: it was typed a moment ago. */
  #narrowestAround(term: Term): Uint8Array | null {
    const { size } = this.#columns
    let narrowest: { readonly found: Uint8Array; readonly count: number } | null = null
    for (const word of this.#words.values()) {
      if (!isWithin(word.term, term)) continue
      const count = countOf(word.found, size)
      // Above that it is quicker to look through everything at once.
      if (count * 4 < size && (!narrowest || count < narrowest.count)) narrowest = { found: word.found, count }
    }
    return narrowest?.found ?? null
  }

  #markAmong(rows: Uint8Array, word: Word): void {
    const { size } = this.#columns
    for (let id = 0; id < size; id++) if (rows[id] === 1 && this.#has(word, id)) word.found[id] = 1
  }

  #markAll({ term, byName, found }: Word): void {
    const { size, digits, texts, account } = this.#columns
    if (byName.includes(true)) for (let id = 0; id < size; id++) if (byName[account[id] ?? 0] === true) found[id] = 1
    if (term.digits !== null) digits.mark(term.digits, found)
    for (const text of term.texts) texts.mark(text, found)
  }

  #has({ term, byName }: Word, id: number): boolean {
    const { digits, texts, account } = this.#columns
    if (byName[account[id] ?? 0] === true) return true
    if (term.digits !== null && digits.of(id).includes(term.digits)) return true
    const text = texts.of(id)
    return term.texts.some((part) => text.includes(part))
  }
}

/** Whether every row that has `term` has `part` as well. */
function isWithin(part: Term, term: Term): boolean {
  const hasDigits = term.digits === null || (part.digits !== null && term.digits.includes(part.digits))
  return hasDigits && term.texts.every((text) => part.texts.some((shorter) => text.includes(shorter)))
}

function countOf(found: Uint8Array, size: number): number {
  let count = 0
  for (let id = 0; id < size; id++) count += found[id] ?? 0
  return count
}

function widened(found: Uint8Array, capacity: number): Uint8Array {
  const wider = new Uint8Array(capacity)
  wider.set(found)
  return wider
}
