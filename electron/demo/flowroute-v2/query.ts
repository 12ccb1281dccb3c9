import { invalidAt } from './problem.ts'

export type Paging = { readonly limit: number; readonly offset: number }

/** What a link says back of the query, already in the carrier's own spelling. */
export type Echo = readonly (readonly [name: string, value: string])[]

const usualLimit = 10

/** Null when it is left out or empty. */
export const readText = (query: URLSearchParams, name: string): string | null => query.get(name)?.trim() || null

function readWhole(query: URLSearchParams, name: string, usual: number): number {
  const text = readText(query, name)
  if (text === null) return usual
  if (!/^-?\d{1,9}$/.test(text)) throw invalidAt([name], 'Not a valid integer.')
  return Number(text)
}

export function readPaging(query: URLSearchParams, most: number): Paging {
  const limit = readWhole(query, 'limit', usualLimit)
  const offset = readWhole(query, 'offset', 0)
  if (limit < 1 || limit > most) throw invalidAt(['limit'], `Must be between 1 and ${most}.`)
  if (offset < 0) throw invalidAt(['offset'], 'Must be at least 0.')
  return { limit, offset }
}

export type DigitFilter = { readonly startsWith: string; readonly contains: string; readonly endsWith: string }

function readDigits(query: URLSearchParams, name: string): string {
  const text = query.get(name) ?? ''
  if (!/^\d{0,20}$/.test(text)) throw invalidAt([name], 'Only digits are allowed.')
  return text
}

/** Country code 1 goes in front of what has none; no area code of its plan begins with a 1. */
function readStart(query: URLSearchParams): string {
  const text = query.get('starts_with') ?? ''
  if (/^\+\d{1,20}$/.test(text)) return text
  const digits = readDigits(query, 'starts_with')
  return digits === '' || digits.startsWith('1') ? digits : `1${digits}`
}

/** The three filters, matched against the whole number with its country code, and what links say of them. */
export function readDigitFilter(query: URLSearchParams): { readonly filter: DigitFilter; readonly echo: Echo } {
  const start = readStart(query)
  const contains = readDigits(query, 'contains')
  const endsWith = readDigits(query, 'ends_with')
  const echo: Echo = [
    ['starts_with', start],
    ['contains', contains],
    ['ends_with', endsWith],
  ]
  const filter = { startsWith: start.replace('+', ''), contains, endsWith }
  return { filter, echo: echo.filter(([, value]) => value !== '') }
}

export const fitsDigits = ({ startsWith, contains, endsWith }: DigitFilter, number: string): boolean =>
  number.startsWith(startsWith) && number.includes(contains) && number.endsWith(endsWith)

/** Dollars with decimals; links say it back as whole dollars. */
export function readMaxSetupCost(query: URLSearchParams): { readonly most: number; readonly echo: Echo } {
  const text = readText(query, 'max_setup_cost')
  if (text === null) return { most: Number.POSITIVE_INFINITY, echo: [] }
  if (!/^\d{1,6}(\.\d{1,6})?$/.test(text)) throw invalidAt(['max_setup_cost'], 'Not a valid amount.')
  return { most: Number(text), echo: [['max_setup_cost', String(Math.floor(Number(text)))]] }
}
