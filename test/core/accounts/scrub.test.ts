import { describe, expect, it } from 'vitest'
import { createScrub } from '../../../electron/core/accounts/scrub.ts'

const keys = { login: 'offline', secret: 'c4nary-secret' }
const scrub = createScrub([keys])

describe('what a carrier says', () => {
  it('loses the keys in every form they travel in', () => {
    const basic = Buffer.from(`${keys.login}:${keys.secret}`).toString('base64')
    const said = `no access for ${keys.secret}, Basic ${basic}, ${Buffer.from(keys.secret).toString('base64')}`
    expect(scrub({ kind: 'refused', said })).toEqual({ kind: 'refused', said: 'no access for •••, Basic •••, •••' })
  })

  it('keeps our own words, even when a login is one of them', () => {
    expect(scrub({ kind: 'offline', checks: [{ sentence: 'login offline' }] })).toEqual({
      kind: 'offline',
      checks: [{ sentence: 'login •••' }],
    })
  })

  it('stays as it is when no key is known', () => {
    const value = { said: 'anything' }
    expect(createScrub([])(value)).toBe(value)
  })
})
