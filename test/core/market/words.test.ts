import { describe, expect, it } from 'vitest'
import { spellings, words } from '../../../electron/core/market/words.ts'
import { readPattern } from '../../../shared/pattern.ts'

const spelt = (number: string, typed = '') => {
  const read = readPattern(typed)
  if (!read.ok) throw new Error(read.problem)
  return spellings(number, read.pattern).map(({ word }) => word)
}

describe('our words', () => {
  it('are some hundred, three to seven letters each, each once', () => {
    expect(words.length).toBeGreaterThanOrEqual(800)
    expect(words.length).toBeLessThanOrEqual(1000)
    expect(new Set(words).size).toBe(words.length)
    expect(words.filter((word) => !/^[A-Z]{3,7}$/.test(word))).toEqual([])
  })

  it('hold what a baker, a cabman and a florist look for', () => {
    expect(words).toEqual(expect.arrayContaining(['CAKE', 'PIZZA', 'TAXI', 'FLOWER', 'FLOWERS', 'LAWN', 'DENTIST']))
  })
})

describe('the words of a number', () => {
  it.each([
    ['+12064442253', ['CAKE']],
    ['+18003569377', ['FLOWERS']],
    ['+12064227738', ['CARPET']],
    ['+12064110143', []],
    ['+442079462253', []],
  ])('%s are %j', (number, expected) => expect(spelt(number)).toEqual(expected))

  it('come longest first, those at the end before others, at most three', () => {
    expect(spelt('+12063692253')).toEqual(['CAKE', 'FOX'])
    expect(spelt('+12063473474')).toEqual(['FISH', 'FIRE'])
    expect(spelt('+12062272253')).toEqual(['CAKE', 'PACK', 'CRAB'])
  })

  it('leave out a word that lies in a longer one', () => {
    expect(words).toEqual(expect.arrayContaining(['CAR', 'PET', 'CARPET']))
    expect(spelt('+12064227738')).toEqual(['CARPET'])
  })

  it('do not reach into the area code', () => expect(spelt('+12253110143')).toEqual([]))

  it.each([
    ['+12064442253', '*BAKE', ['BAKE', 'CAKE']],
    ['+12064449563', '*XLOD', ['XLOD']],
    ['+12064442253', '444-CAKE', ['CAKE']],
    ['+12064225348', 'CAKE4U', ['CAKE4U']],
    ['+12064442253', '*PLUMBER', ['CAKE']],
  ])('of %s begin with what was typed, %s: %j', (number, typed, expected) => {
    expect(spelt(number, typed)).toEqual(expected)
  })

  it('may begin in the area code when they were typed and run to the end', () => {
    expect(spelt('+12537878377', 'ALERTSTERS')).toEqual(['ALERTSTERS'])
    expect(spelt('+12253110143', 'CAKE')).toEqual([])
  })
})
