import { fold } from '../../../shared/fold.ts'
import { wordToDigits } from '../../../shared/phone.ts'

/**
 * One typed word. A row has it when `digits` are in its number, or any of `texts` in what else is known of it. Either is null or empty
 * where it could find nothing.
 */
export type Term = { readonly typed: string; readonly digits: string | null; readonly texts: readonly string[] }

/** Shorter words dial digits that every other number has. */
const shortestDialled = 3

/** Every word must be found. `(206) 555-01` is looked for as `206` and `55501`, `CAKE` as itself and as 2253. */
export function toTerms(search: string): readonly Term[] {
  const words = new Set(fold(search).split(/\s+/))
  return [...words].map(toTerm).filter((term) => term !== null)
}

/** What people put around digits. A word of nothing else is somebody who has only begun to type. */
const punctuation = /[()+./\-‐-―]/g

function toTerm(word: string): Term | null {
  const bare = word.replace(punctuation, '')
  if (bare === '') return null
  // What holds `(206)` holds `206` as well.
  if (/^\d+$/.test(bare)) return { typed: word, digits: bare, texts: word.includes(bare) ? [bare] : [bare, word] }
  const letters = bare.replace(/[^a-z]/g, '').length
  return { typed: word, digits: letters >= shortestDialled ? wordToDigits(bare) : null, texts: [word] }
}
