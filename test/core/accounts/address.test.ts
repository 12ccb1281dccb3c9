import { describe, expect, it } from 'vitest'
import { cleanAddress } from '../../../electron/core/accounts/address.ts'
import { FailureError } from '../../../shared/failure.ts'

const problem = (typed: string): string => {
  try {
    return `accepted as ${cleanAddress(typed)}`
  } catch (error) {
    if (error instanceof FailureError && error.failure.kind === 'invalid') return error.failure.problem
    throw error
  }
}

describe('an API address', () => {
  it.each([
    [null, null],
    ['', null],
    ['  ', null],
    ['https://api.callfire.com/v2', 'https://api.callfire.com/v2'],
    [' https://api.callfire.com/v2/ ', 'https://api.callfire.com/v2'],
    ['https://api.flowroute.com///', 'https://api.flowroute.com'],
    ['HTTPS://API.Flowroute.com', 'https://api.flowroute.com'],
    ['https://proxy.example.com:8443/cf', 'https://proxy.example.com:8443/cf'],
    ['http://127.0.0.1:8080/v2', 'http://127.0.0.1:8080/v2'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
    ['http://127.255.0.9', 'http://127.255.0.9'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(cleanAddress(typed)).toBe(kept)
  })

  it.each([
    'http://api.callfire.com/v2',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'http://10.0.0.1',
    'http://[::2]',
    'http://0.0.0.0',
  ])('%s is refused, because keys would travel unencrypted', (typed) => {
    expect(problem(typed)).toMatch(/not encrypted.*Use one that begins with https:/)
  })

  it.each(['ftp://api.callfire.com', 'file:///etc/passwd', 'ws://127.0.0.1'])(
    '%s is refused as no https address',
    (t) => {
      expect(problem(t)).toMatch(/is no https address/)
    },
  )

  it.each([
    'api.callfire.com',
    'https://',
    'call fire',
    'https://a b',
    'javascript:alert(1)',
    'https:\\\\api.callfire.com',
  ])('%s is refused as no address', (typed) => {
    expect(problem(typed)).toMatch(/not a web address/)
  })

  it.each(['https://me:pass@api.callfire.com', 'https://me@api.callfire.com', 'https://@api.callfire.com'])(
    '%s is refused, because keys have fields of their own',
    (typed) => {
      expect(problem(typed)).toMatch(/out of the address/)
    },
  )

  it.each(['https://api.callfire.com/v2?x=1', 'https://api.callfire.com/#a', 'https://api.callfire.com?'])(
    '%s is refused, because of what follows the address',
    (typed) => {
      expect(problem(typed)).toMatch(/before the “\?” or “#”/)
    },
  )
})
