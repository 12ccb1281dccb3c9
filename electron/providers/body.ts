import type { CameInstead } from '../../shared/failure.ts'

/** More than any page of rows needs; a longer answer is not one of theirs. */
export const largestAnswerBytes = 20 * 1024 * 1024

/** The answer was longer than we are willing to hold in memory. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError'
  readonly limitBytes: number

  constructor(limitBytes: number) {
    super(`answer larger than ${limitBytes} bytes`)
    this.limitBytes = limitBytes
  }
}

/**
 * A fetch that answers with the whole body already read, so that a body cut short or too slow counts as a failed attempt
 * and is repeated like one. Counts bytes while they arrive and hangs up beyond the limit.
 */
export function readingWhole(fetch: typeof globalThis.fetch, limitBytes: number): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, init).catch(throwNetworkError)
    const body = await readBytes(response, limitBytes)
    const { status, statusText, headers } = response
    if (status < 200 || status > 599) throw new TypeError('fetch failed', { cause: new Error(`status ${status}`) })
    return new Response(body.byteLength === 0 ? null : body, { status, statusText, headers })
  }
}

async function readBytes(response: Response, limitBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  if (response.body === null) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = response.body.getReader()
  for (;;) {
    const { done, value } = await reader.read().catch(throwNetworkError)
    if (done) return joined(chunks, size)
    size += value.byteLength
    if (size > limitBytes) {
      await reader.cancel().catch(throwNetworkError)
      throw new TooLargeError(limitBytes)
    }
    chunks.push(value)
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return bytes
}

/** Chromium's network errors, in the one form that is recognised as a failed connection; Node's have it already. */
function throwNetworkError(error: unknown): never {
  const isNetwork = error instanceof Error && /^net::|redirect/.test(error.message)
  throw isNetwork ? new TypeError('fetch failed', { cause: error }) : error
}

export type Parsed = { readonly ok: true; readonly body: unknown } | ({ readonly ok: false } & Instead)

/** What came instead of JSON: in a few words for the log, and by its kind where a person can do something about it. */
export type Instead = { readonly words: string; readonly got?: CameInstead }

/** The JSON of an answer, whatever its content type says; or, in a few words, what came instead. */
export function parseJson(text: string, contentType: string | null): Parsed {
  const trimmed = text.trim()
  if (trimmed === '') return { ok: false, words: 'nothing', got: 'nothing' }
  try {
    return { ok: true, body: JSON.parse(trimmed) }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { ok: false, ...toInstead(trimmed, contentType) }
  }
}

function toInstead(text: string, contentType: string | null): Instead {
  const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  const told = /^[a-z]+\/[a-z.+-]+$/.test(type) && !type.endsWith('json') ? type : null
  if (text.startsWith('<')) return { words: told ?? 'text/html', got: 'page' }
  if (/^[[{]/.test(text)) return { words: 'a document that breaks off or is damaged', got: 'half' }
  return { words: told ?? 'something else' }
}

/** The answer came, and is no JSON. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError'
  readonly got: CameInstead | undefined

  constructor({ words, got }: Instead) {
    super(`expected JSON, got ${words}`)
    this.got = got
  }
}

/** Throws `UnreadableError`. A write may be answered with nothing, which is null. */
export async function bodyOf(response: Response, mayBeEmpty: boolean, breathe: () => Promise<void>): Promise<unknown> {
  const text = await response.text()
  await breathe()
  if (mayBeEmpty && text.trim() === '') return null
  const parsed = parseJson(text, response.headers.get('content-type'))
  if (!parsed.ok) throw new UnreadableError(parsed)
  return parsed.body
}
