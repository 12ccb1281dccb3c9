import type { Ports } from './ports.ts'

/**
 * Whoever breathes at the same time goes on one after another, each in a turn of the loop of its own. Else the chunks of all lists
 * that are read side by side would be written in one turn, and everybody would wait for all of them.
 */
export function inTurns(breathe: Ports['breathe']): Ports['breathe'] {
  let last: Promise<void> = Promise.resolve()
  return () => {
    last = last.then(breathe)
    return last
  }
}
