/** Short forms have at most this many signs; what was shortened hardly ever ends up much below. */
const longestShort = 10
const shortestShortened = 7

const plain = (name: string): string => name.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** Whether two names mean one rate center, where either may be the short form of the other: `NWYRCYZN01`. */
export function isSameRateCenter(one: string, other: string): boolean {
  const [short = '', long = ''] = [plain(one), plain(other)].toSorted((a, b) => a.length - b.length)
  if (short === long) return true
  const couldBe = short.length >= shortestShortened && short.length <= longestShort && short[0] === long[0]
  // A name that stands whole at the beginning of another one is another place: Lafayette, Lafayette Hill.
  const isOther = long.startsWith(short) && short.length < longestShort
  return couldBe && !isOther && long.length > longestShort && isWithin(short, long)
}

/** All signs of `short` stand in `long`, in this order. */
function isWithin(short: string, long: string): boolean {
  let at = 0
  for (const sign of long) if (sign === short[at]) at += 1
  return at === short.length
}

/** The usual way of shortening: no blanks, then vowels go from the end until it fits. A guess: many were shortened by hand. */
export function toShortForm(name: string): string {
  const signs = [...plain(name)]
  for (let at = signs.length - 1; at > 0 && signs.length > longestShort; at -= 1) {
    if ('AEIOU'.includes(signs[at] ?? '')) signs.splice(at, 1)
  }
  return signs.slice(0, longestShort).join('')
}

export const mayBeShortForm = (typed: string): boolean => typed.trim().length <= longestShort
