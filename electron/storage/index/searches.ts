import type { AccountNames } from '../accounts.ts'
import type { Columns } from './columns.ts'
import { type Term, toTerms } from './search-terms.ts'

/** A typed word, and which accounts it finds by their names. */
type Word = { readonly term: Term; readonly byName: readonly boolean[] }
/** With 1 at the ids of the rows that have it. */
type KeptWord = Word & { found: Uint8Array }

/** The words of what is shown, of what was typed before it, and of what will be typed again. */
const keptWords = 24

/** Which rows the latest words are found in, by id. Rows that change are looked at again, one by one. */
export class Searches {
  readonly #columns: Columns
  readonly #accounts: AccountNames
  readonly #words = new Map<string, KeptWord>()
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
    const found = new Uint8Array(this.#columns.alive.length).fill(1)
    for (const term of this.#quickestFirst(terms)) this.#narrow(found, term)
    for (const oldest of [...this.#words.keys()].slice(0, -keptWords)) this.#words.delete(oldest)
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

  /** What is known costs nothing, and a long word leaves few rows to look at for the others. */
  #quickestFirst(terms: readonly Term[]): readonly Term[] {
    const cost = ({ typed }: Term) => (this.#words.has(typed) ? 0 : 1 / typed.length)
    return terms.toSorted((a, b) => cost(a) - cost(b))
  }

  #narrow(found: Uint8Array, term: Term): void {
    const known = this.#words.get(term.typed)
    if (!known && isFew(found, this.#columns.size)) {
      this.#keepThoseWith(found, this.#toWord(term))
      return
    }
    const word = known ?? this.#look(term)
    // Put last again: those that are not asked for any more come to the front and go first.
    this.#words.delete(term.typed)
    this.#words.set(term.typed, word)
    for (let id = 0; id < found.length; id++) found[id] = (found[id] ?? 0) & (word.found[id] ?? 0)
  }

  #keepThoseWith(found: Uint8Array, word: Word): void {
    const { size } = this.#columns
    for (let id = 0; id < size; id++) if (found[id] === 1 && !this.#has(word, id)) found[id] = 0
  }

  #look(term: Term): KeptWord {
    const word = { ...this.#toWord(term), found: new Uint8Array(this.#columns.alive.length) }
    const wider = [...this.#words.values()].find(
      (kept) => isWithin(kept.term, term) && isFew(kept.found, this.#columns.size),
    )
    if (wider) {
      // The word without its last letters: it was typed a moment ago.
      word.found.set(wider.found)
      this.#keepThoseWith(word.found, word)
    } else this.#markAll(word)
    return word
  }

  #toWord(term: Term): Word {
    const names = this.#accounts.foldedNames()
    return { term, byName: names.map((name) => term.texts.some((text) => name.includes(text))) }
  }

  #markAll({ term, byName, found }: KeptWord): void {
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

/** Few rows are looked at one by one; of many it is quicker to look through everything at once. */
function isFew(found: Uint8Array, size: number): boolean {
  let count = 0
  for (let id = 0; id < size; id++) count += found[id] ?? 0
  return count * 4 < size
}

function widened(found: Uint8Array, capacity: number): Uint8Array {
  const wider = new Uint8Array(capacity)
  wider.set(found)
  return wider
}
