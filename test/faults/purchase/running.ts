import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Input, Output, RequestName } from '../../../shared/contract.ts'
import type { Failure, Result } from '../../../shared/failure.ts'
import type { Opening, Order, Report } from './line.ts'

type Waiting = { readonly resolve: (result: Result<unknown>) => void; readonly reject: (error: Error) => void }
type NewOrder = Order extends infer Each ? (Each extends Order ? Omit<Each, 'id'> : never) : never

/** Linekeeper in a process of its own, which can be killed at any instruction. */
export class Running {
  readonly #child: ChildProcess
  readonly #waiting = new Map<number, Waiting>()
  readonly #listeners = new Set<() => void>()
  readonly #held = Promise.withResolvers<void>()
  #orders = 0
  #over = false
  #gone: Promise<unknown> | null = null
  errors = ''

  private constructor() {
    this.#child = spawn(process.execPath, [`${import.meta.dirname}/child.ts`], { stdio: ['pipe', 'pipe', 'pipe'] })
    const { stdout, stderr } = this.#child
    if (!stdout || !stderr) throw new Error('The child has no lines.')
    createInterface(stdout).on('line', (line) => this.#hear(JSON.parse(line)))
    stderr.on('data', (data) => {
      this.errors += String(data)
    })
    // Lines to a process that was killed go nowhere, as they should.
    this.#child.stdin?.on('error', () => undefined)
    this.#child.on('exit', () => this.#end())
  }

  static async open(opening: Opening): Promise<Running> {
    const running = new Running()
    await running.reopen(opening)
    return running
  }

  /** A new life in the same process; the one before must have been closed. */
  async reopen(opening: Opening): Promise<void> {
    await this.#send({ kind: 'open', opening })
  }

  async ask<Name extends RequestName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
    const result = await this.invoke(name, input)
    if (!result.ok) throw new Error(`${name} failed: ${JSON.stringify(result.failure)}`)
    return result.value
  }

  async invoke<Name extends RequestName>(name: Name, input: Input<Name>): Promise<Result<Output<Name>>> {
    return (await this.#send({ kind: 'ask', name, input })) as Result<Output<Name>>
  }

  async refusal<Name extends RequestName>(name: Name, input: Input<Name>): Promise<Failure | null> {
    const result = await this.invoke(name, input)
    return result.ok ? null : result.failure
  }

  /** Asks until the answer is as wanted; again at every push, and every few milliseconds, for as long as is allowed. */
  async until<T>(look: () => Promise<T>, isWanted: (value: T) => boolean, withinMs: number): Promise<T> {
    const end = performance.now() + withinMs
    for (;;) {
      const value = await look()
      if (isWanted(value) || performance.now() > end || this.#over) return value
      await this.#pushed(20)
    }
  }

  /** The child stands at the place where it was to be held. */
  get held(): Promise<void> {
    return this.#held.promise
  }

  get isOver(): boolean {
    return this.#over
  }

  async close(): Promise<void> {
    await this.#send({ kind: 'close' })
  }

  async kill(): Promise<void> {
    if (this.#over) return
    this.#gone ??= once(this.#child, 'exit')
    this.#child.kill('SIGKILL')
    await this.#gone
  }

  async #send(order: NewOrder): Promise<Result<unknown>> {
    if (this.#over) throw new KilledError()
    const id = ++this.#orders
    const { promise, resolve, reject } = Promise.withResolvers<Result<unknown>>()
    this.#waiting.set(id, { resolve, reject })
    this.#child.stdin?.write(`${JSON.stringify({ ...order, id })}\n`)
    return promise
  }

  #hear(report: Report): void {
    if (report.kind === 'held') this.#held.resolve()
    else if (report.kind === 'push') for (const listener of [...this.#listeners]) listener()
    else {
      const waiting = this.#waiting.get(report.id)
      this.#waiting.delete(report.id)
      if (report.kind === 'answer') waiting?.resolve(report.result)
      else waiting?.reject(new Error(`a bug in the child: ${report.detail}`))
    }
  }

  #pushed(withinMs: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        this.#listeners.delete(done)
        resolve()
      }
      const timer = setTimeout(done, withinMs)
      this.#listeners.add(done)
    })
  }

  #end(): void {
    this.#over = true
    for (const { reject } of this.#waiting.values()) reject(new KilledError())
    this.#waiting.clear()
    for (const listener of [...this.#listeners]) listener()
  }
}

/** What was asked of a process that was killed meanwhile. */
export class KilledError extends Error {
  override readonly name = 'KilledError'
}
