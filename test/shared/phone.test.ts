import { describe, expect, it } from 'vitest'
import { formatPhone, isTollFree, toDigits, toPhoneNumber, wordToDigits } from '../../shared/phone.ts'

describe('a phone number', () => {
  it.each([
    ['12065550143', '+12065550143'],
    ['+12065550143', '+12065550143'],
    [12065550143, '+12065550143'],
    [' +1 (206) 555-0143 ', '+12065550143'],
    ['55501430', '+55501430'],
    ['123456789012345', '+123456789012345'],
  ])('%s is kept as %s', (said, number) => expect(toPhoneNumber(said)).toBe(number))

  it.each(['', 'none', '+'])('%j is none', (said) => expect(toPhoneNumber(said)).toBeNull())

  it('goes out to providers as digits', () => expect(toDigits('+12065550143')).toBe('12065550143'))

  it.each([
    ['+12065550143', '(206) 555-0143'],
    ['+442079460018', '+44 20 7946 0018'],
    ['+55501430', '+55501430'],
    ['+123456789012345', '+123456789012345'],
    ['+1206', '+1206'],
  ])('%s is shown as %s', (number, shown) => expect(formatPhone(number)).toBe(shown))

  it.each([
    ['+18005550143', true],
    ['+18335550143', true],
    ['+18225550143', false],
    ['+12065550143', false],
    ['+448005550143', false],
  ])('%s is toll-free: %s', (number, free) => expect(isTollFree(number)).toBe(free))
})

describe('a phone word', () => {
  it.each([
    ['CAKE', '2253'],
    ['cake', '2253'],
    ['1800flowers', '18003569377'],
    ['pqrswxyz', '77779999'],
  ])('%s dials %s', (word, digits) => expect(wordToDigits(word)).toBe(digits))

  it.each(['', 'café', 'a b', '🎂', '%'])('%j dials nothing', (word) => expect(wordToDigits(word)).toBeNull())
})
