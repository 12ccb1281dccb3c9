import type { Alternative, MarketQuery } from '../../../shared/model/market.ts'
import type { MarketAsk } from '../ports.ts'
import type { Around } from './around.ts'
import { anywhere, withoutStart } from './describe.ts'
import { formatPrefix } from './prefix.ts'
import { stateName } from './states.ts'

const mostNeighbours = 2
const most = 5
/** So many digits of a pattern are one number, or a few: no place has more of them. */
const nearlyAll = 8

/** Where else something like it may be found, the nearest first, each with its query ready; at most five. */
export function alternativesTo(query: MarketQuery, ask: MarketAsk, around: Around): readonly Alternative[] {
  const { pattern } = ask
  if (pattern?.contains.some((part) => part.length >= nearlyAll)) return sameEnd(query, ask)
  const found = ask.kind === 'tollFree' ? tollFree(query, ask) : local(query, ask, around)
  return found.slice(0, most)
}

const nowhere = { city: '', state: '', zip: '', prefix: '', rateCenter: '' } as const

function local(query: MarketQuery, ask: MarketAsk, around: Around): readonly Alternative[] {
  const pattern = ask.pattern ? withoutStart(ask.pattern) : ''
  const elsewhere: MarketQuery = { ...query, ...nowhere, pattern }
  return [
    ...neighbours(elsewhere, around),
    ...otherAreaCode(elsewhere, around),
    ...wholeState(elsewhere, ask, around),
    {
      sentence: 'Toll-free numbers, which belong to no place.',
      query: { ...elsewhere, kind: 'tollFree' },
    },
  ]
}

function neighbours(elsewhere: MarketQuery, { prefix, exchanges, town }: Around): readonly Alternative[] {
  if (prefix.length <= 3) return []
  const near = exchanges.slice(0, mostNeighbours).map((exchange) => ({
    sentence: `Numbers that begin with ${formatPrefix(exchange)}${town === null ? '' : `, in ${town} as well`}.`,
    query: { ...elsewhere, prefix: exchange },
  }))
  const areaCode = prefix.slice(0, 3)
  const whole = { sentence: `Everywhere in area code ${areaCode}.`, query: { ...elsewhere, prefix: areaCode } }
  return near.length > 0 ? near : [whole]
}

function otherAreaCode(elsewhere: MarketQuery, { areaCodes, town }: Around): readonly Alternative[] {
  const [areaCode] = areaCodes
  if (areaCode === undefined) return []
  const sentence = town === null ? `Area code ${areaCode}.` : `${town} with area code ${areaCode}.`
  return [{ sentence, query: { ...elsewhere, prefix: areaCode } }]
}

function wholeState(elsewhere: MarketQuery, ask: MarketAsk, around: Around): readonly Alternative[] {
  const state = ask.state ?? around.state
  const isNarrower = [ask.city, ask.zip, ask.prefix, ask.rateCenter, ask.pattern?.starts || null].some(
    (part) => part !== null,
  )
  if (state === null || !isNarrower) return []
  return [{ sentence: `Anywhere in ${stateName(state)}.`, query: { ...elsewhere, state } }]
}

function tollFree(query: MarketQuery, { pattern, prefix }: MarketAsk): readonly Alternative[] {
  const free: MarketQuery = { ...query, ...nowhere, pattern: pattern ? withoutStart(pattern) : '' }
  const loose = pattern ? anywhere(pattern) : ''
  const isNarrower = prefix !== null || (pattern !== null && pattern.starts !== '')
  return [
    ...(isNarrower ? [{ sentence: 'The same with any toll-free area code.', query: free }] : []),
    ...(pattern && pattern.ends + pattern.starts !== '' && loose !== ''
      ? [{ sentence: `${loose} anywhere in a toll-free number.`, query: { ...free, pattern: loose } }]
      : []),
  ]
}

/** A whole number was typed, and it is not for sale. */
function sameEnd(query: MarketQuery, { pattern, kind }: MarketAsk): readonly Alternative[] {
  const end = pattern?.contains.find((part) => part.length >= nearlyAll)?.slice(-4) ?? ''
  const start = pattern?.contains.find((part) => part.length === 10)?.slice(0, 3) ?? ''
  const prefix = kind === 'local' ? start : ''
  return [
    {
      sentence: `Numbers that end with ${end}${prefix === '' ? '' : ` in area code ${prefix}`}.`,
      query: { ...query, prefix, pattern: `*${end}` },
    },
  ]
}
