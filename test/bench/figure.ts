/** What a figure is compared with, measured in the same run and in the figure's own unit. */
export type Reference = {
  readonly what: string
  readonly value: number
} & Details

type Details = Readonly<Record<string, number | string | readonly number[]>>

export type Limit = { readonly atMost: number } | { readonly atLeast: number }

export type Figure = {
  /** A sentence. */
  readonly what: string
  readonly value: number
  readonly unit: 'ms' | 'times' | 'bytes' | 'tasks' | 'writes'
  /** Null: told for its own sake. */
  readonly limit: Limit | null
  readonly holds: boolean | null
  readonly reference: Reference
  /** How it was measured, and what it is made of. */
  readonly details: Details
}

/** By name: `sync.time`. */
export type Figures = Readonly<Record<string, Figure>>

type Measured = Omit<Figure, 'holds' | 'limit' | 'details'> & Partial<Pick<Figure, 'limit' | 'details'>>

/** Two decimals are more than a busy computer can promise. */
export function toFigure({ limit = null, details = {}, ...measured }: Measured): Figure {
  const value = rounded(measured.value)
  const reference = { ...measured.reference, value: rounded(measured.reference.value) }
  return { ...measured, value, limit, holds: limit === null ? null : isWithin(value, limit), reference, details }
}

export const isWithin = (value: number, limit: Limit): boolean =>
  'atMost' in limit ? value <= limit.atMost : value >= limit.atLeast

export const rounded = (value: number): number => Math.round(value * 100) / 100

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const [high = Number.NaN, low = Number.NaN] = [sorted[middle], sorted[middle - 1]]
  return sorted.length % 2 === 1 ? high : (low + high) / 2
}

/** Of fewer than a hundred values the largest. */
export function percentile99(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.NaN
}
