/** Lets work on one thing wait for what is under way on the same thing: no two writes of it are ever in flight. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>()

  async take<T>(thing: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(thing)
    const turn = Promise.allSettled([before]).then(work)
    this.#last.set(thing, turn)
    try {
      return await turn
    } finally {
      if (this.#last.get(thing) === turn) this.#last.delete(thing)
    }
  }
}
