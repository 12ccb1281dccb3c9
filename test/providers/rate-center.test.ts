import { describe, expect, it } from 'vitest'
import { isSameRateCenter, mayBeShortForm, toShortForm } from '../../electron/providers/rate-center.ts'

describe('two names of a rate center', () => {
  it.each([
    ['Seattle', 'SEATTLE'],
    ['New York City Zone 01', 'nwyrcyzn01'],
    ['HUNTNGTNBC', 'Huntington Beach'],
    ['Beverly Hills', 'beverlyhls'],
    ['sndg sndg', 'SNDGSNDG'],
  ])('%s and %s are the same', (one, other) => {
    expect([isSameRateCenter(one, other), isSameRateCenter(other, one)]).toEqual([true, true])
  })

  it.each([
    ['Seattle', 'SEA'],
    ['Portland', 'PORTLANDVILLE HEIGHTS SOUTH'],
    ['LAFAYETTE', 'Lafayette Hill'],
    ['Tacoma', 'SEATTLE'],
    ['Bond', 'BROOKLYNDALE'],
    ['New York City Zone 02', 'nwyrcyzn01'],
    ['', 'SEATTLE'],
  ])('%s and %s are not', (one, other) => {
    expect(isSameRateCenter(one, other)).toBe(false)
  })
})

describe('the short form of a rate center', () => {
  it.each([
    ['Seattle', 'SEATTLE'],
    ['Bainbridge Island', 'BNBRDGSLND'],
    ['St. Paul’s', 'STPAULS'],
    ['Chattahoochee Crossing Hills', 'CHTTHCHCRS'],
  ])('of %s is %s, as such names are usually shortened', (name, short) => {
    expect(toShortForm(name)).toBe(short)
  })

  it('may be what was typed', () => {
    expect([mayBeShortForm('lsan da 01'), mayBeShortForm('Los Angeles Downtown')]).toEqual([true, false])
  })
})
