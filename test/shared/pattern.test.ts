import { describe, expect, it } from 'vitest'
import { explainPattern, findPattern, type Pattern, readPattern, toNational } from '../../shared/pattern.ts'

const read = (typed: string): Pattern => {
  const answer = readPattern(typed)
  if (!answer.ok) throw new Error(answer.problem)
  if (!answer.pattern) throw new Error('nothing typed')
  return answer.pattern
}
const problemOf = (typed: string): string => {
  const answer = readPattern(typed)
  if (answer.ok) throw new Error(`${typed} was understood`)
  return answer.problem
}
const shape = ({ starts, contains, ends }: Pattern) => [starts, contains, ends]

describe('a pattern', () => {
  it.each(['', '   ', '\u200b'])('%j is none', (typed) =>
    expect(readPattern(typed)).toEqual({ ok: true, pattern: null }),
  )

  it.each([
    ['206*', '206', [], ''],
    ['*CAKE', '', [], '2253'],
    ['cake', '', ['2253'], ''],
    ['***-0000', '', [], '0000'],
    ['206*0000', '206', [], '0000'],
    ['206*55*12', '206', ['55'], '12'],
    ['*55*', '', ['55'], ''],
    ['1206*', '206', [], ''],
    ['+1 (206) *', '206', [], ''],
    ['+1206', '206', [], ''],
    ['+1-206-555-0143', '2065550143', [], ''],
    ['1 206 555 0143', '', ['2065550143'], ''],
    ['206-555-0143', '', ['2065550143'], ''],
    ['1-800-FLOWERS', '', ['8003569377'], ''],
    ['1206', '', ['1206'], ''],
    ['*1206', '', [], '1206'],
    ['206.555.*', '206555', [], ''],
    ['*café', '', [], '2233'],
    ['２０６*', '206', [], ''],
  ])('%s starts with “%s”, holds %j, ends with “%s”', (typed, starts, contains, ends) => {
    expect(shape(read(typed))).toEqual([starts, contains, ends])
  })

  it('of thirty letters says how many digits a number has', () => {
    expect(problemOf('ABCDEFGHIJKLMNOPQRSTUVWXYZABCD')).toBe(
      'A number has ten digits; this pattern has 30. Shorten it, or put a * in place of some.',
    )
  })

  it('whose beginning and end would overlap is too long as well', () => {
    expect(problemOf('2065550*0143')).toContain('this pattern has 11')
  })

  it.each(['*', '***', '* - *', '(***)'])('of stars only, %s, asks for a digit', (typed) => {
    expect(problemOf(typed)).toMatch(/^Stars alone match every number\./)
  })

  it.each(['1*', '+1', '+1*', '1***'])('of the country code only, %s, asks for more', (typed) => {
    expect(problemOf(typed)).toMatch(/^1 is the country code/)
  })

  it.each([
    ['*CAKE🎂', '🎂'],
    ['206#', '#'],
    ['206?', '?'],
    ['20_6', '_'],
    ['“206”', '“'],
    ['Ж206', 'Ж'],
  ])('%s names the sign that no telephone has', (typed, sign) => {
    expect(problemOf(typed)).toBe(`“${sign}” cannot be dialled. Use digits, letters and * for any digits.`)
  })

  it.each(['--', '( )', '...'])('without a digit or letter, %s, says so', (typed) => {
    expect(problemOf(typed)).toMatch(/^There is no digit or letter/)
  })

  it.each(['+44 20*', '+CAKE'])('%s is no number of the US or Canada', (typed) => {
    expect(problemOf(typed)).toMatch(/^Only numbers of the US and Canada/)
  })

  it.each(['20+6', '++1206'])('%s has a plus where none can be', (typed) => {
    expect(problemOf(typed)).toMatch(/^A \+ can only stand before/)
  })

  it.each([
    ['0*', '0'],
    ['11*', '1'],
    ['0123456789', '0'],
  ])('%s begins as no area code does', (typed, digit) => {
    expect(problemOf(typed)).toMatch(new RegExp(`^No area code begins with ${digit}\\.`))
  })
})

describe('an explanation', () => {
  it.each([
    ['206*', 'starts with 206'],
    ['*cake', 'ends with 2253 = CAKE'],
    ['555-CAKE', 'contains 5552253 = 555CAKE'],
    ['206*cake', 'starts with 206, ends with 2253 = CAKE'],
    ['1-800-FLOWERS', 'is 8003569377 = 800FLOWERS'],
    ['1CAKE*', 'starts with 2253 = CAKE'],
    ['*55*12', 'contains 55, ends with 12'],
  ])('of %s reads “%s”', (typed, sentence) => expect(explainPattern(read(typed))).toBe(sentence))
})

describe('the words of a pattern', () => {
  it.each([
    ['555-CAKE', ['555CAKE', 'CAKE']],
    ['1-800-FLOWERS', ['800FLOWERS', 'FLOWERS']],
    ['CAKE4U', ['CAKE4U']],
    ['*CAKE22', ['CAKE22', 'CAKE']],
    ['206*', []],
  ])('%s are %j', (typed, words) => expect(read(typed).words.map(({ word }) => word)).toEqual(words))

  it('dial the digits beside them', () => {
    expect(read('555-CAKE').words).toEqual([
      { digits: '5552253', word: '555CAKE' },
      { digits: '2253', word: 'CAKE' },
    ])
  })
})

describe('looking for a pattern', () => {
  it.each([
    ['206*', '2065550143', { from: 0, to: 3 }],
    ['*CAKE', '2065552253', { from: 6, to: 10 }],
    ['CAKE', '2062253143', { from: 3, to: 7 }],
    ['206*0000', '2065550000', { from: 6, to: 10 }],
    ['206*55*43', '2065550143', { from: 0, to: 3 }],
    ['*CAKE', '2065552254', null],
    ['206*', '4255550143', null],
    ['*55*55', '2065500055', { from: 3, to: 5 }],
    ['*055*55', '2065500055', null],
  ])('%s in %s finds %j', (typed, national, span) => expect(findPattern(read(typed), national)).toEqual(span))

  it('takes only numbers of the US and Canada for national', () => {
    expect([toNational('+12065550143'), toNational('+442079460018')]).toEqual(['2065550143', null])
  })
})
