/** How text is compared when it is searched or sorted: lower case and without accents, so that `Café` is found by `cafe`. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  return isPlain(lower) ? lower : lower.normalize('NFD').replace(/\p{M}+/gu, '')
}

/** Nearly everything that providers send; the long way round costs twenty times as much. */
const isPlain = (text: string): boolean => /^[ -~]*$/.test(text)
