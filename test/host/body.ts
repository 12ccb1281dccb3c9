import type { IncomingMessage } from 'node:http'

const most = 8 * 1024 ** 2

/** The whole body as text. Rejects when it is larger than any request of ours could be. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const part = Buffer.from(chunk)
    size += part.length
    if (size > most) throw new RangeError('This request is too large.')
    chunks.push(part)
  }
  return Buffer.concat(chunks).toString('utf8')
}

export type Invocation = { readonly channel: string; readonly args: readonly unknown[] }

export function toInvocation(text: string): Invocation {
  const value: unknown = JSON.parse(text)
  if (typeof value === 'object' && value !== null && 'channel' in value && 'args' in value) {
    const { channel, args } = value
    if (typeof channel === 'string' && Array.isArray(args)) return { channel, args }
  }
  throw new TypeError('This is no request of a page.')
}
