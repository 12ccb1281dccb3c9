import type { Topic } from '../../shared/contract.ts'
import type { Ports } from './ports.ts'

export type Listener = (topic: Topic) => void
export type Push = (topic: Topic) => void

/** Tells at once, then at most once every gap, and never swallows the last change of a burst. */
export class Pushes {
  readonly #wait: Ports['wait']
  readonly #gapMs: number
  readonly #listeners = new Set<Listener>()
  readonly #resting = new Set<Topic>()
  readonly #again = new Set<Topic>()

  constructor(wait: Ports['wait'], gapMs: number) {
    this.#wait = wait
    this.#gapMs = gapMs
  }

  readonly push: Push = (topic) => {
    if (this.#resting.has(topic)) {
      this.#again.add(topic)
      return
    }
    this.#resting.add(topic)
    for (const listener of [...this.#listeners]) listener(topic)
    void this.#rest(topic)
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async #rest(topic: Topic): Promise<void> {
    await this.#wait(this.#gapMs)
    this.#resting.delete(topic)
    if (this.#again.delete(topic)) this.push(topic)
  }
}
