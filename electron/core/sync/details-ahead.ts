import { type Reading, savePage } from './reading.ts'
import { saveDetails } from './save-details.ts'

/**
 * Reads details of some numbers while their list still comes, one pull at a time, so that the list is hardly held up where details
 * are read one by one. Only for an account that was never read: there no number has waited longer than another.
 */
export class DetailsAhead {
  readonly #reading: Reading
  /** In listed order; those before `#next` were asked for. */
  readonly #pages: (readonly string[])[] = []
  readonly #known = new Set<string>()
  readonly #pulling: Promise<{ readonly error: unknown } | null>
  #next = 0
  #listed = false
  #news = Promise.withResolvers<void>()

  constructor(reading: Reading) {
    this.#reading = reading
    reading.tell.begun('numberDetails', null)
    this.#pulling = this.#pullAlong().then(
      () => null,
      (error: unknown) => ({ error }),
    )
  }

  /** These numbers are stored, so that their details may come. A list that moved while it was read comes twice. */
  add(numbers: readonly string[]): void {
    const fresh = numbers.filter((number) => !this.#known.has(number))
    for (const number of fresh) this.#known.add(number)
    if (fresh.length > 0) this.#pages.push(fresh)
    this.#announce()
  }

  /** The list came to its end, or broke off. */
  close(): void {
    this.#listed = true
    this.#announce()
  }

  /** The numbers that were not asked for; throws what stopped the reading. */
  async rest(): Promise<readonly string[]> {
    this.#reading.tell.total('numberDetails', this.#known.size)
    const failed = await this.#pulling
    if (failed) throw failed.error
    return this.#pages.slice(this.#next).flat()
  }

  #announce(): void {
    this.#news.resolve()
    this.#news = Promise.withResolvers()
  }

  async #pullAlong(): Promise<void> {
    while (!this.#listed) {
      const page = this.#pages[this.#next]
      if (page) {
        this.#next += 1
        await pullDetails(this.#reading, page)
      } else await this.#news.promise
    }
  }
}

export async function pullDetails(reading: Reading, numbers: readonly string[]): Promise<void> {
  const { provider, signal } = reading
  const save = saveDetails(reading)
  for await (const page of provider.numbers.pullDetails?.(numbers, signal) ?? []) {
    await savePage(reading, 'numberDetails', { page: { ...page, total: null }, save })
  }
}
