/**
 * Whoever waits at the same time goes on one after another, each in a turn of the event loop of its own: else what several lists
 * have to do would be done in one turn, and everybody else would wait for all of it. `turn` resolves in the next turn.
 */
export function inTurns(turn: () => Promise<void>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return () => {
    last = last.then(turn)
    return last
  }
}
