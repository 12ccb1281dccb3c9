/** Our own scheme: a page from disk with a real origin, which `file:` does not have. */
export const pageScheme = 'app'
export const pageHost = 'bundle'
export const pageOrigin = `${pageScheme}://${pageHost}`
export const pageAddress = `${pageOrigin}/`

/** True for addresses inside our own page and nothing else. */
export function isOurPage(address: string): boolean {
  const url = URL.parse(address)
  if (url === null) return false
  return url.protocol === `${pageScheme}:` && url.host === pageHost && url.username === '' && url.password === ''
}
