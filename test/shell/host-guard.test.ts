import { describe, expect, it } from 'vitest'
import { createGuard, createKey } from '../host/guard.ts'

const guard = createGuard(4321, 'the-key')
const host = '127.0.0.1:4321'
const origin = `http://${host}`
const cookie = guard.cookie.split(';')[0] ?? ''
const ask = (headers: Record<string, string>, path = '/', method = 'GET') => {
  const verdict = guard.check({ method, path, headers: { host, ...headers } })
  return verdict.kind === 'refuse' ? verdict.status : verdict.kind
}

describe('the host lets in', () => {
  it('whoever has the key, once, and then by the cookie', () => {
    expect(ask({}, '/?key=the-key')).toBe('enter')
    expect(ask({ cookie })).toBe('pass')
    expect(ask({ cookie: `other=1; ${cookie}` })).toBe('pass')
    expect(ask({ cookie, origin }, '/_host/invoke', 'POST')).toBe('pass')
  })

  it('with a cookie that no script reads and no other site sends', () => {
    expect(guard.cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/)
    expect(guard.cookie).not.toContain('the-key')
  })
})

describe('the host refuses', () => {
  it.each(['', 'the-ke', '%20the-key', 'the-keys', 'THE-KEY', '%00'])('the key %j', (key) => {
    expect(ask({}, `/?key=${key}`)).toBe(401)
  })

  it('a wrong key even from who is in already', () => expect(ask({ cookie }, '/?key=wrong')).toBe(401))

  it.each(['', 'linekeeper-4321=', 'linekeeper-4321=wrong', 'linekeeper-1=x', 'linekeeper-4321=the-key'])(
    'the cookie %j',
    (wrong) => expect(ask({ cookie: wrong })).toBe(401),
  )

  it('a request without a cookie, for anything', () => {
    for (const path of ['/', '/page.js', '/_host/preload.js', '/_host/events']) expect(ask({}, path)).toBe(401)
  })

  it.each(['localhost:4321', '127.0.0.1', '127.0.0.1:4322', 'evil.example', 'evil.example:4321', '[::1]:4321', ''])(
    'the host name %j, key and cookie or not',
    (name) => {
      expect(ask({ host: name, cookie })).toBe(421)
      expect(ask({ host: name }, '/?key=the-key')).toBe(421)
    },
  )

  it.each([
    'http://evil.example',
    'http://127.0.0.1:4322',
    'https://127.0.0.1:4321',
    'http://localhost:4321',
    'null',
    '',
  ])('a page of %j', (from) => {
    expect(ask({ cookie, origin: from })).toBe(403)
    expect(ask({ cookie, origin: from }, '/_host/invoke', 'POST')).toBe(403)
    expect(ask({ origin: from }, '/?key=the-key')).toBe(403)
  })

  it('a write that does not say where it comes from', () => {
    expect(ask({ cookie }, '/_host/invoke', 'POST')).toBe(403)
    expect(ask({ cookie }, '/?key=the-key', 'POST')).toBe(403)
  })
})

describe('a key', () => {
  it('is long and never the same', () => {
    const keys = new Set(Array.from({ length: 50 }, createKey))
    expect(keys.size).toBe(50)
    for (const key of keys) expect(key).toMatch(/^[\w-]{32}$/)
  })
})
