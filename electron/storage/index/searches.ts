import type { AccountNames } from '../accounts.ts'
import type { Columns } from './columns.ts'
import { type Term, toTerms } from './search-terms.ts'
import { signatureOf } from './signatures.ts'

type Looked = { readonly term: Term; readonly foundByName: readonly boolean[]; found: Uint8Array }

/** Words, not whole searches: with each key that is pressed only the last word is new. */
const keptWords = 16

/** Which rows the lately typed words find, by id. Rows that change are looked at again, one by one. */
export class Searches {
  readonly #columns: Columns
  readonly #accounts: AccountNames
  readonly #looked = new Map<string, Looked>()
  #named = -1

  constructor(columns: Columns, accounts: AccountNames) {
    this.#columns = columns
    this.#accounts = accounts
  }

  /** For every typed word, 1 at the ids of the rows that it finds. None: every row will do. */
  found(typed: string): readonly Uint8Array[] {
    if (this.#named !== this.#accounts.version()) this.clear()
    const found = toTerms(typed).map((term) => this.#find(term))
    for (const oldest of [...this.#looked.keys()].slice(0, -keptWords)) this.#looked.delete(oldest)
    return found
  }

  refresh(id: number): void {
    for (const looked of this.#looked.values()) {
      if (id >= looked.found.length) looked.found = widened(looked.found, this.#columns.alive.length)
      looked.found[id] = this.#has(looked, id) ? 1 : 0
    }
  }

  clear(): void {
    this.#looked.clear()
    this.#named = this.#accounts.version()
  }

  #find(term: Term): Uint8Array {
    const looked = this.#looked.get(term.typed) ?? this.#look(term)
    // Put last again: those that are not asked for any more come to the front and go first.
    this.#looked.delete(term.typed)
    this.#looked.set(term.typed, looked)
    return looked.found
  }

  #look(term: Term): Looked {
    const { size, alive, account, signatures } = this.#columns
    const foundByName = this.#accounts.foldedNames().map((name) => term.texts.some((text) => name.includes(text)))
    const words = term.digits === null ? term.texts : [term.digits, ...term.texts]
    const mayHave = words.map((word) => signatures.mayHave(signatureOf(word)))
    const looked: Looked = { term, foundByName, found: new Uint8Array(alive.length) }
    for (let id = 0; id < size; id++) {
      if (alive[id] !== 1) continue
      const candidate = foundByName[account[id] ?? 0] === true || mayHave.some((test) => test(id))
      if (candidate && this.#has(looked, id)) looked.found[id] = 1
    }
    return looked
  }

  #has({ term, foundByName }: Looked, id: number): boolean {
    const { digits, texts, account } = this.#columns
    if (foundByName[account[id] ?? 0] === true) return true
    if (term.digits !== null && digits[id]?.includes(term.digits)) return true
    const text = texts[id] ?? ''
    for (const part of term.texts) if (text.includes(part)) return true
    return false
  }
}

function widened(found: Uint8Array, capacity: number): Uint8Array {
  const wider = new Uint8Array(capacity)
  wider.set(found)
  return wider
}
