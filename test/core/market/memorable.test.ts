import { describe, expect, it } from 'vitest'
import { memorable } from '../../../electron/core/market/memorable.ts'
import { spellings } from '../../../electron/core/market/words.ts'

const score = (number: string) => memorable(number, spellings(number, null))

describe('how memorable a number is', () => {
  it.each([
    [['+12067777777', '+12065557777', '+12063917777', '+12063914777', '+12063914877'], 'by repeated digits at the end'],
    [['+12061234567', '+12069831234', '+12069838123', '+12069838193'], 'by runs'],
    [['+12069212121', '+12069892121', '+12069892211', '+12069892141'], 'by pairs'],
    [['+12061238321', '+12069852112', '+12069852119'], 'by mirrors'],
    [['+12069870000', '+12069874000', '+12069874500', '+12069874300', '+12069874310'], 'by round ends'],
    [['+18003569377', '+12069132253', '+12069137258'], 'by words'],
    [['+12062323232', '+12069874361'], 'by few different digits'],
    [['+12069132253', '+12062253913'], 'by what stands at the end'],
  ])('%j are ordered %s', (numbers) => {
    const scores = numbers.map(score)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(new Set(scores).size).toBe(scores.length)
  })

  it.each([
    ['+12069742577', 8 + 4],
    ['+12069741234', 32 + 2],
    ['+12069574300', 8 + 8 + 4 + 2],
    ['+12064442253', 9 + 4 + 18 + 6],
  ])('%s counts %d, as written down', (number, expected) => expect(score(number)).toBe(expected))

  it('is told of any number', () => expect(score('+442079461111')).toBeGreaterThan(score('+442079461938')))
})
