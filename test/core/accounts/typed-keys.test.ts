import { describe, expect, it } from 'vitest'
import { cleanKeys } from '../../../electron/core/accounts/typed-keys.ts'
import { FailureError } from '../../../shared/failure.ts'

const refusal = (login: string, secret = 'abc') => {
  try {
    cleanKeys('flowroute-v2', { login, secret })
  } catch (error) {
    if (error instanceof FailureError) return error.failure
  }
  return null
}

describe('keys as people paste them', () => {
  it.each([
    ['a blank at the end', 'abc123 '],
    ['line breaks around', '\r\nabc123\n'],
    ['a non-breaking blank', '\u00a0abc123'],
    ['quotes around', '"abc123"'],
    ['curly quotes and a blank', ' “abc123” '],
    ['back ticks', '`abc123`'],
    ['zero-width characters around and inside', '\u200babc\u200d123\ufeff'],
    ['a quote on one side', "abc123'"],
  ])('are freed from %s', (_, typed) => {
    expect(cleanKeys('flowroute-v2', { login: typed, secret: typed })).toEqual({ login: 'abc123', secret: 'abc123' })
  })

  it.each([
    ['nothing', ''],
    ['only blanks', ' \n '],
    ['only quotes', '""'],
    ['only what cannot be seen', '\u200b\ufeff'],
  ])('are refused when they are %s, naming the field', (_, typed) => {
    expect(refusal(typed)).toEqual({
      kind: 'invalid',
      field: 'login',
      problem: 'The access key is empty. Copy it from your account page and paste it here.',
    })
  })

  it('are refused with a blank inside, without repeating the key', () => {
    const failure = refusal('abc', 'one two')
    expect(failure).toMatchObject({ kind: 'invalid', field: 'secret' })
    expect(JSON.stringify(failure)).toContain('The secret key has a blank or a line break inside.')
    expect(JSON.stringify(failure)).not.toContain('one two')
  })

  it('are refused when both were pasted into one field', () => {
    expect(refusal('login:secret')).toMatchObject({ field: 'login', problem: expect.stringContaining('own field') })
  })

  it('are refused with letters that no key has', () => {
    expect(refusal('schlüssel')).toMatchObject({ field: 'login', problem: expect.stringContaining('never have') })
  })

  it('are called what the carrier calls them', () => {
    expect(() => cleanKeys('callfire-v2', { login: 'abc', secret: '' })).toThrow(FailureError)
    try {
      cleanKeys('callfire-v2', { login: 'abc', secret: '' })
    } catch (error) {
      expect(error).toMatchObject({ failure: { problem: expect.stringContaining('API password') } })
    }
  })
})
