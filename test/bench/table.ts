import type { Figure, Figures, Limit } from './figure.ts'

/** The figures for a person: a line each, its reference beneath. */
export function toTable(figures: Figures): string {
  const rows = Object.entries(figures)
  const wide = Math.max(...rows.map(([name]) => name.length))
  return rows.flatMap(([name, figure]) => toLines(name.padEnd(wide), figure)).join('\n')
}

function toLines(name: string, { what, value, unit, limit, holds, reference }: Figure): readonly string[] {
  const verdict = holds === null ? '      ' : holds ? 'holds ' : 'MISSED'
  const bound = limit === null ? '' : `  (${limitWords(limit, unit)})`
  const indent = ' '.repeat(name.length + 8)
  return [
    `${verdict}  ${name}  ${shown(value, unit)}${bound}`,
    `${indent}  ${what}`,
    `${indent}  beside ${besideWords(reference, unit)}: ${reference.what}`,
  ]
}

/** What a multiple is a multiple of is told in milliseconds: that it is one time itself goes without saying. */
const besideWords = ({ value, ms }: Figure['reference'], unit: Figure['unit']): string =>
  unit === 'times' && typeof ms === 'number' ? shown(ms, 'ms') : shown(value, unit)

const limitWords = (limit: Limit, unit: Figure['unit']): string =>
  'atMost' in limit ? `at most ${shown(limit.atMost, unit)}` : `at least ${shown(limit.atLeast, unit)}`

function shown(value: number, unit: Figure['unit']): string {
  if (unit === 'bytes') return value < 1_000_000 ? `${round(value / 1000)} kB` : `${round(value / 1_000_000)} MB`
  return `${unit === 'times' ? value : round(value)} ${unit}`
}

const round = (value: number): number => (value < 100 ? Math.round(value * 10) / 10 : Math.round(value))
