import { describe, expect, it } from 'vitest'
import { Finds } from '../../../electron/core/market/finds.ts'
import type { Offer, ResultsQuery } from '../../../shared/model/market.ts'
import { readPattern } from '../../../shared/pattern.ts'
import { forSale } from './stall.ts'

const offer = (number: string, monthly: string | null, accountId = 'bakery'): Offer => ({
  ...forSale(number, { setup: monthly === null ? null : '1', monthly }),
  accountId,
  seenAt: 0,
})
const finds = (offers: readonly Offer[], typed = '') => {
  const read = readPattern(typed)
  if (!read.ok) throw new Error(read.problem)
  const all = new Finds(read.pattern)
  all.add(offers)
  return all
}
const order = (all: Finds, sort: ResultsQuery['sort'], direction: ResultsQuery['direction']) =>
  all.sorted({ sort, direction }).map(({ accountId, number }) => `${accountId} ${number.slice(-4)}`)

describe('an offer that was found', () => {
  it.each([
    ['*CAKE', '+12065552253', '(206) 555-2253', '2253'],
    ['206*', '+12065550101', '(206) 555-0101', '206'],
    ['CAKE', '+12062253101', '(206) 225-3101', '225-3'],
    ['655', '+12065550101', '(206) 555-0101', '6) 55'],
  ])('marks %s in %s', (typed, number, display, marked) => {
    const [row] = finds([offer(number, null)], typed).rows
    expect(row?.display).toBe(display)
    expect(row?.match && row.display.slice(row.match.from, row.match.to)).toBe(marked)
  })

  it('marks nothing without a pattern, and nothing elsewhere in the world', () => {
    expect(finds([offer('+12065550101', null)]).rows[0]?.match).toBeNull()
    expect(finds([offer('+442079460018', null)], '*0018').rows[0]).toMatchObject({
      match: null,
      words: [],
      display: '+44 20 7946 0018',
    })
  })

  it('counts the first year exactly, and does not guess where a part is unknown', () => {
    const rows = finds([offer('+12065550101', '1.25'), offer('+12065550102', null)]).rows
    expect(rows.map(({ firstYear }) => firstYear)).toEqual([{ amount: '16', currency: 'USD' }, null])
  })

  it('spells its words', () => {
    expect(finds([offer('+12064442253', null)]).rows[0]).toMatchObject({ words: ['CAKE'] })
  })
})

describe('an order', () => {
  const some = [
    offer('+12065550104', '2'),
    offer('+12065550103', null),
    offer('+12065550101', '1'),
    offer('+12065550102', '2', 'clinic'),
    offer('+12065550102', '2'),
  ]

  it.each([
    ['number', 'ascending', ['bakery 0101', 'bakery 0102', 'clinic 0102', 'bakery 0103', 'bakery 0104']],
    ['number', 'descending', ['bakery 0104', 'bakery 0103', 'bakery 0102', 'clinic 0102', 'bakery 0101']],
    ['price', 'ascending', ['bakery 0101', 'bakery 0102', 'clinic 0102', 'bakery 0104', 'bakery 0103']],
    ['price', 'descending', ['bakery 0102', 'clinic 0102', 'bakery 0104', 'bakery 0101', 'bakery 0103']],
  ] as const)('by %s, %s', (sort, direction, expected) => expect(order(finds(some), sort, direction)).toEqual(expected))

  it('by how memorable they are breaks ties by number, in both directions', () => {
    const numbers = ['+12069141938', '+12069147777', '+12069141839'].map((number) => offer(number, null))
    expect(order(finds(numbers), 'memorable', 'descending')).toEqual(['bakery 7777', 'bakery 1839', 'bakery 1938'])
    expect(order(finds(numbers), 'memorable', 'ascending')).toEqual(['bakery 1839', 'bakery 1938', 'bakery 7777'])
  })

  it('is kept until something comes or goes', () => {
    const all = finds(some)
    const by = { sort: 'price', direction: 'ascending' } as const
    const first = all.sorted(by)
    expect(all.sorted(by)).toBe(first)
    all.add([offer('+12065550100', '0.5')])
    expect(order(all, 'price', 'ascending')[0]).toBe('bakery 0100')
    all.drop(({ number }) => number.endsWith('0100'))
    expect(order(all, 'price', 'ascending')[0]).toBe('bakery 0101')
  })

  it('takes the newer price of an offer that is seen again', () => {
    const all = finds(some)
    all.add([offer('+12065550101', '9')])
    expect(all.size).toBe(5)
    expect(order(all, 'price', 'descending')[0]).toBe('bakery 0101')
  })
})
