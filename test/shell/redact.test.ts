import { describe, expect, it } from 'vitest'
import { createRedactor } from '../../electron/shell/redact.ts'

const { text, value } = createRedactor()

describe('what the log never holds', () => {
  it.each([
    ['Authorization: Basic dXNlcjpwYXNzd29yZA==', 'dXNlcjpwYXNzd29yZA'],
    ['sent with bearer abc.def-123456', 'abc.def-123456'],
    ['GET https://user:hunter2@api.example/v2/me', 'hunter2'],
    ['POST /login?password=hunter2&x=1', 'hunter2'],
    ['{"secret":"hunter2"}', 'hunter2'],
    ["secretKey: 'hunter2'", 'hunter2'],
    ['access_key=AB12CD34', 'AB12CD34'],
    ['key 0123456789abcdef0123456789abcdef was refused', '0123456789abcdef'],
    ['login 0a1b2c3d4e5f', '0a1b2c3d4e5f'],
    ['token Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5 expired', 'Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5'],
    ['called +12065550143 twice', '2065550143'],
  ])('%s', (line, secret) => {
    expect(text(line)).not.toContain(secret)
  })

  it('takes members whose name says secret, however deep', () => {
    const shown = value({ account: { password: 'x1', apiKey: 'y2', list: [{ ciphertext: 'z3' }] }, credentials: 'w4' })
    expect(JSON.stringify(shown)).not.toMatch(/x1|y2|z3|w4/)
  })

  it('takes what an error says, and what caused it', () => {
    const error = new Error('refused https://a:hunter2@b.example', { cause: new Error('password=hunter3') })
    expect(JSON.stringify(value({ error }))).not.toMatch(/hunter/)
    expect(JSON.stringify(value({ error }))).toContain('refused')
  })

  it('takes keys that it has learnt, wherever and however they turn up', () => {
    const redactor = createRedactor()
    redactor.learn({ login: 'bakery', secret: 'rye & oats' })
    const basic = Buffer.from('bakery:rye & oats').toString('base64')
    const line = `bakery sent rye & oats, rye%20%26%20oats and ${basic}`
    expect(redactor.text(line)).toBe('[redacted] sent [redacted], [redacted] and [redacted]')
    expect(redactor.value({ note: 'rye & oats', 'rye & oats': 1 })).toEqual({ note: '[redacted]', '[redacted]': 1 })
  })
})

describe('what the log keeps', () => {
  it.each([
    'sync of 3 accounts took 1200 ms',
    'account 7c0f2f0e-9d3e-4c5b-8f7a-0123456789ab was read',
    'the page stopped working',
    'read 10000 rows of 100000',
    'https://api.example/v2/numbers?limit=100&offset=200',
    'at file:///home/me/linekeeper/out/main/main.js:12:34',
    'flowroute GET /v2/routes data[3].id: expected string',
  ])('%s', (line) => expect(text(line)).toBe(line))

  it('the last digits of a number', () => expect(text('+12065550143')).toBe('+…0143'))

  it('plain values, and something for what goes in circles', () => {
    const circle: Record<string, unknown> = { rows: 3, done: true, none: null, big: 2n }
    circle.self = circle
    expect(value(circle)).toEqual({ rows: 3, done: true, none: null, big: '2', self: '[circular]' })
  })
})
