import type { Credentials } from '../../../shared/model/account.ts'

export type Scrub = <T>(value: T) => T

/** Members of failures, reports and odd rows that may hold a carrier's own words; everything else is ours. */
const carriersWords = new Set(['said', 'place', 'sentence', 'hint', 'problem', 'detail'])

/** A carrier may repeat our keys in its own words; this takes them out of anything that leaves main or is written down. */
export function createScrub(credentials: Iterable<Credentials>): Scrub {
  // Longest first, so that no form is cut up by a shorter one that it contains.
  const secrets = [...credentials].flatMap(forms).toSorted((a, b) => b.length - a.length)
  const clean = (text: string) => secrets.reduce((rest, secret) => rest.replaceAll(secret, '•••'), text)
  // Plain data in, the same shape out: only texts change.
  return <T>(value: T) => (secrets.length === 0 ? value : (scrubbed(value, clean) as T))
}

/** Anything shorter than four signs would blot out ordinary words. */
const forms = ({ login, secret }: Credentials): readonly string[] =>
  [btoa(`${login}:${secret}`), `${login}:${secret}`, btoa(secret), btoa(login), secret, login].filter(
    (form) => form.length >= 4,
  )

function scrubbed(value: unknown, clean: (text: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => scrubbed(item, clean))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      typeof member === 'string' && carriersWords.has(key) ? clean(member) : scrubbed(member, clean),
    ]),
  )
}
