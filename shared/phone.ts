import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** `+` and digits. Odd lengths are possible: providers list what they list. */
export type PhoneNumber = string

/** Our form of what a provider sent: `12065550143`, `+12065550143` or the JSON number. Null when it holds no digits. */
export function toPhoneNumber(value: string | number): PhoneNumber | null {
  const digits = String(value).replace(/\D/g, '')
  return digits === '' ? null : `+${digits}`
}

/** Digits without plus, as both providers want them. */
export const toDigits = (number: PhoneNumber): string => number.replace(/\D/g, '')

/** `(206) 555-0143` on the US/Canada plan, the international format elsewhere, the number itself where it has no plan. */
export function formatPhone(number: PhoneNumber): string {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number) ?? []
  if (area) return `(${area}) ${exchange}-${line}`
  const parsed = parsePhoneNumberFromString(number)
  // Blanks in a number of an odd length would make it look like a real one.
  return parsed?.isValid() ? parsed.formatInternational() : number
}

/** Toll-free by its prefix on the US/Canada plan. */
export const isTollFree = (number: PhoneNumber): boolean => /^\+18(00|33|44|55|66|77|88)\d{7}$/.test(number)

const keypad = ['', '', 'ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ'] as const
const digitOf = new Map(
  keypad.flatMap((letters, digit) => [...letters].map((letter) => [letter, String(digit)] as const)),
)

/** The digits that a word dials: `CAKE` is `2253`. Digits stay; anything else makes it null. */
export function wordToDigits(word: string): string | null {
  const digits = [...word.toUpperCase()].map((sign) => (/\d/.test(sign) ? sign : digitOf.get(sign)))
  return word !== '' && digits.every((digit) => digit !== undefined) ? digits.join('') : null
}
