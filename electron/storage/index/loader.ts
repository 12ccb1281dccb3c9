import type { StatementSync } from 'node:sqlite'
import type { Database } from '../database.ts'
import type { Columns } from './columns.ts'
import { ringingOf } from './flags.ts'

/** Rows a step: about two milliseconds. */
const rowsAStep = 1000

/** Fills the columns from the database, a step at a time, or at once as far as somebody waits for it. */
export class Loader {
  readonly #columns: Columns
  readonly #db: Database
  readonly #rows
  readonly #texts
  #rowsAfter: number | null = 0
  #textsAfter: number | null = 0

  constructor(db: Database, columns: Columns) {
    this.#db = db
    this.#columns = columns
    this.#rows = db.prepare(
      `SELECT id, account, number, flags, ends, monthly, read_at, gone_on IS NOT NULL, listed
       FROM numbers WHERE id > ? ORDER BY id LIMIT ${rowsAStep}`,
    )
    this.#texts = db.prepare(
      `SELECT id, place, rings, search FROM number_texts WHERE id > ? ORDER BY id LIMIT ${rowsAStep}`,
    )
    // Arrays come over from SQLite in a third of the time that objects take.
    this.#rows.setReturnArrays(true)
    this.#texts.setReturnArrays(true)
  }

  /** False when all is loaded and the words are in order. */
  step(): boolean {
    if (this.#rowsAfter !== null) this.#rowsAfter = this.#loadRows(this.#rowsAfter)
    else if (this.#textsAfter !== null) this.#textsAfter = this.#loadTexts(this.#textsAfter)
    else return this.#columns.words.rings.settle(rowsAStep) || this.#columns.words.place.settle(rowsAStep)
    return true
  }

  needRows(): void {
    while (this.#rowsAfter !== null) this.step()
  }

  /** For searches and for the two sorts by words. */
  needTexts(): void {
    while (this.#rowsAfter !== null || this.#textsAfter !== null) this.step()
  }

  again(): void {
    this.#rowsAfter = 0
    this.#textsAfter = 0
  }

  #loadRows(after: number): number | null {
    const rows = this.#all(this.#rows, after)
    for (const [id, account, number, flags, ends, monthly, readAt, gone, listed] of rows) {
      if (listed !== 1) continue
      this.#columns.set({
        id: Number(id),
        account: Number(account),
        number: String(number),
        flags: Number(flags),
        ends: ends === null ? null : Number(ends),
        monthly: monthly === null ? null : Number(monthly),
        readAt: Number(readAt),
        gone: gone === 1,
      })
    }
    return rows.length < rowsAStep ? null : Number(rows.at(-1)?.[0])
  }

  #loadTexts(after: number): number | null {
    const rows = this.#all(this.#texts, after)
    for (const [rowId, place, rings, search] of rows) {
      const id = Number(rowId)
      const unread = ringingOf(this.#columns.flags[id] ?? 0) === 'unread'
      const texts = { id, place: place === null ? null : String(place), rings: String(rings), search: String(search) }
      this.#columns.setTexts(texts, unread)
    }
    return rows.length < rowsAStep ? null : Number(rows.at(-1)?.[0])
  }

  /** The types know rows as objects only. */
  #all(statement: StatementSync, after: number): readonly (readonly unknown[])[] {
    return this.#db.read(() => statement.all(after)).filter((row): row is typeof row & unknown[] => Array.isArray(row))
  }
}
