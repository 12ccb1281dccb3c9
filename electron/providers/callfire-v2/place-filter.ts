/** 1 and 3 to 6 digits, as CallFire wants a prefix; from digits with or without the country code. Null: too few or too many. */
export function toPrefix(digits: string): string | null {
  const national = digits.replace(/\D/g, '').replace(/^1/, '')
  return national.length >= 3 && national.length <= 6 ? `1${national}` : null
}
