import { describe, expect, it } from 'vitest'
import {
  addMoney,
  compareMoney,
  formatMoney,
  fromMicros,
  type Money,
  money,
  multiplyMoney,
  toMicros,
  toMoney,
  zero,
} from '../../shared/money.ts'

const usd = (amount: string): Money => ({ amount, currency: 'USD' })

describe('money from a provider', () => {
  it.each([
    ['1.25', '1.25'],
    [' 2 ', '2'],
    [1, '1'],
    [0.012, '0.012'],
    [1e-7, '0.0000001'],
    ['-0.004', '-0.004'],
  ])('%j is %s', (said, amount) => expect(toMoney(said)).toEqual(usd(amount)))

  it.each([null, undefined, '', 'free', '1,25', '$1', '1.', Number.NaN, Number.POSITIVE_INFINITY])(
    '%j is not known, and never 0',
    (said) => expect(toMoney(said)).toBeNull(),
  )

  it('is refused by its schema when it is not plain decimal text', () => {
    expect(money.safeParse(usd('1e5')).success).toBe(false)
    expect(money.safeParse({ amount: '1', currency: 'EUR' }).success).toBe(false)
  })
})

describe('sums', () => {
  it.each([
    ['0.1', '0.2', '0.3'],
    ['1', '0.004', '1.004'],
    ['-1.5', '1.5', '0'],
    ['9007199254740993', '1', '9007199254740994'],
  ])('%s + %s is exactly %s', (a, b, sum) => expect(addMoney(usd(a), usd(b))).toEqual(usd(sum)))

  it('times a whole number is exact', () => expect(multiplyMoney(usd('0.1'), 3)).toEqual(usd('0.3')))

  it.each([
    ['1.10', '1.1', 0],
    ['2', '10', -1],
    ['-1', '-2', 1],
  ])('%s compared with %s gives %d', (a, b, order) => expect(compareMoney(usd(a), usd(b))).toBe(order))

  it('go to millionths and back', () => {
    expect(toMicros(usd('1.25'))).toBe(1_250_000)
    expect(toMicros(usd('0.0000005'))).toBe(1)
    expect(toMicros(usd('-0.0000005'))).toBe(-1)
    expect(fromMicros(1_250_000)).toEqual(usd('1.25'))
    expect(fromMicros(0)).toEqual(zero)
  })
})

describe('money on the screen', () => {
  it.each([
    ['1234.5', '$1,234.50'],
    ['1000000', '$1,000,000.00'],
    ['0.012', '$0.012'],
    ['-4', '−$4.00'],
    ['0012.3', '$12.30'],
  ])('%s is shown as %s', (amount, shown) => expect(formatMoney(usd(amount))).toBe(shown))
})
