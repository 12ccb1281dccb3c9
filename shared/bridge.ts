import type { Input, Output, RequestName, Topic } from './contract.ts'
import type { Result } from './failure.ts'

/** What the preload puts on the window as `linekeeper`: two functions, no types of ours behind them. */
export type Wall = {
  readonly invoke: (name: string, input: unknown) => Promise<Result<unknown>>
  /** Returns how to stop listening. */
  readonly subscribe: (listener: (topic: Topic) => void) => () => void
}

/** The wall as the contract types it: what stores are given. */
export type Bridge = {
  readonly invoke: <Name extends RequestName>(name: Name, input: Input<Name>) => Promise<Result<Output<Name>>>
  readonly subscribe: Wall['subscribe']
}
