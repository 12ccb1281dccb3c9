import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Ending = () => void | Promise<void>

/** What a run has started and laid down; all of it ends with the run, however that ends. */
export class Ground {
  readonly #endings: Ending[] = []
  #ended: Promise<void> | null = null

  /** Endings run once, the last one first. The answer runs this one early; what comes too late is ended at once. */
  onEnd(ending: Ending): () => Promise<void> {
    let ended = false
    const once = async () => {
      if (ended) return
      ended = true
      await ending()
    }
    this.#endings.push(once)
    if (this.#ended !== null) void this.#endAll()
    return once
  }

  folder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'linekeeper-bench-'))
    this.onEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
    return folder
  }

  end(): Promise<void> {
    this.#ended ??= this.#endAll()
    return this.#ended
  }

  /** An ending that fails does not keep the others from running. */
  async #endAll(): Promise<void> {
    for (let ending = this.#endings.pop(); ending; ending = this.#endings.pop()) {
      await Promise.resolve(ending()).catch((error: unknown) => tell(`could not be ended: ${error}`))
    }
  }
}

/** Progress: on standard error, since standard output is for the figures alone. */
export const tell = (line: string): void => {
  process.stderr.write(`${line}\n`)
}
