import type { Bridge, Wall } from '../shared/bridge.ts'
import type { Output } from '../shared/contract.ts'
import type { Result } from '../shared/failure.ts'

declare global {
  interface Window {
    /** Put there by the preload before any script of the page runs. */
    readonly linekeeper?: Wall
  }
}

/** The window's two functions, typed by the contract. Null outside Linekeeper, where no preload has run. */
export function openBridge(wall: Wall | undefined): Bridge | null {
  if (!wall) return null
  return {
    // The contract is the promise that main keeps: it has parsed the input and typed the handler that answers.
    invoke: async (name, input) => (await wall.invoke(name, input)) as Result<Output<typeof name>>,
    subscribe: wall.subscribe,
  }
}
