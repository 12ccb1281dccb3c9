/** A fetch that counts what it sends, by origin. */
export type CountedFetch = {
  readonly fetch: typeof globalThis.fetch
  readonly requests: (address: string) => number
}

export function countFetch(): CountedFetch {
  const counts = new Map<string, number>()
  return {
    fetch: (input, init) => {
      const { origin } = new URL(input instanceof Request ? input.url : input)
      counts.set(origin, (counts.get(origin) ?? 0) + 1)
      return fetch(input, init)
    },
    requests: (address) => counts.get(new URL(address).origin) ?? 0,
  }
}
