/** The area codes that are toll-free in the US and Canada. */
export const tollFreeCodes = ['800', '833', '844', '855', '866', '877', '888'] as const

const codes: readonly string[] = tollFreeCodes
export const isTollFreeCode = (areaCode: string): boolean => codes.includes(areaCode)

/** Digits of an area code, or of area code and exchange, without the country code; not yet looked at. `1 (206) 555` is `206555`. */
export const prefixDigits = (typed: string): string => typed.replace(/\D/g, '').replace(/^1/, '')

/** `206`, `206 555`. */
export const formatPrefix = (digits: string): string =>
  digits.length > 3 ? `${digits.slice(0, 3)} ${digits.slice(3)}` : digits
