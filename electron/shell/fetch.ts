import type { Net } from 'electron'

/**
 * The system's proxy, certificates and network stack for our requests. What it calls `net::ERR_…` becomes the TypeError
 * that every fetch throws when there is no way through; the original stays as its cause.
 */
export function createFetch(net: Pick<Net, 'fetch'>): typeof fetch {
  return async (input, init) => {
    try {
      return await net.fetch(input instanceof URL ? input.href : input, init)
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('net::'))
        throw new TypeError('fetch failed', { cause: error })
      throw error
    }
  }
}
