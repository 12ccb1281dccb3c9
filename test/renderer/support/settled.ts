/** Lets everything run that is ready to run; resolves when `seen` gives something, fails after a second. */
export async function until<Value>(seen: () => Value | null | undefined | false): Promise<Value> {
  const end = performance.now() + 1000
  for (;;) {
    const value = seen()
    if (value !== null && value !== undefined && value !== false) return value
    if (performance.now() > end) throw new Error(`never came true: ${seen}`)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** All promises that are ready have run. */
export const quiet = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
}
