/** Takes secrets out of whatever is about to be written where people may read it: the log, copied error texts. */
export type Redactor = {
  readonly text: (text: string) => string
  /** The same shape with every secret replaced. */
  readonly value: (value: unknown) => unknown
  /** From now on this exact text is taken out, alone or inside an authorization header. */
  readonly learn: (secret: { readonly login: string; readonly secret: string }) => void
}

const gone = '[redacted]'
const secretName = /pass|secret|token|authoriz|cookie|credential|login|api-?key|access-?key|ciphertext|private/i

export function createRedactor(): Redactor {
  const known = new Set<string>()
  const text = (value: string): string => {
    let clean = value
    for (const secret of known) clean = clean.replaceAll(secret, gone)
    return withoutWords(patterns.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), clean))
  }
  return { text, value: (value) => redactValue(value, text, new Set()), learn: (keys) => learn(known, keys) }
}

function learn(known: Set<string>, { login, secret }: { readonly login: string; readonly secret: string }): void {
  const basic = Buffer.from(`${login}:${secret}`).toString('base64')
  // Shorter ones would take ordinary words and digits out of every line.
  for (const part of [secret, login, basic, encodeURIComponent(secret)]) if (part.length >= 4) known.add(part)
}

const uuid = '(?<![\\w-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\\w-])'
const longWord = '(?<![\\w+/=-])(?=[\\w+/=-]*\\d)(?=[\\w+/=-]*[a-z])[\\w+=-]{24,}(?:/[\\w+/=-]+)?'
const hexWord = '(?<![0-9a-z])(?=[0-9a-f]*\\d)(?=[0-9a-f]*[a-f])[0-9a-f]{12,}(?![0-9a-z])'

/** Long words of letters and digits are keys until shown otherwise; our own ids have the form of a UUID, and stay. */
const words = new RegExp(`${uuid}|${longWord}|${hexWord}`, 'gi')
const isUuid = new RegExp(`^${uuid}$`, 'i')
const withoutWords = (text: string): string => text.replace(words, (word) => (isUuid.test(word) ? word : gone))

const patterns: readonly (readonly [RegExp, string])[] = [
  [/\b(basic|bearer|digest)\s+[\w+/=~.-]{6,}/gi, `$1 ${gone}`],
  [/(\w+:\/\/)[^\s/@]+@/g, `$1${gone}@`],
  [
    /([?&;\s"']|^)((?:[\w-]*(?:pass|secret|token|key|login|auth)[\w-]*)["']?\s*[=:]\s*["']?)(?!\[)[^\s"'&;,}]+/gi,
    `$1$2${gone}`,
  ],
  // Whose number it is belongs to nobody who reads a log; four digits are enough to find it.
  [/\+\d{4,11}(\d{4})(?!\d)/g, '+…$1'],
]

function redactValue(value: unknown, text: (value: string) => string, seen: Set<object>): unknown {
  if (typeof value === 'string') return text(value)
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? `${value}` : value
  if (seen.has(value)) return '[circular]'
  const inside = new Set(seen).add(value)
  if (value instanceof Error) return redactError(value, text, inside)
  if (Array.isArray(value)) return value.map((item) => redactValue(item, text, inside))
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      text(name),
      secretName.test(name) && isText(item) ? gone : redactValue(item, text, inside),
    ]),
  )
}

const isText = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number'

const redactError = (error: Error, text: (value: string) => string, seen: Set<object>): unknown => ({
  name: error.name,
  message: text(error.message),
  stack: text(error.stack ?? ''),
  ...(error.cause === undefined ? {} : { cause: redactValue(error.cause, text, seen) }),
})
