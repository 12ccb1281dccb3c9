import { describe, expect, it } from 'vitest'
import { FaultSyntaxError, faultUsage, parseFault, parseFaultName } from '../../electron/demo/kit/fault-words.ts'
import { createFaults, type Fault } from '../../electron/demo/kit/faults.ts'

describe('a fault rule', () => {
  const fault: Fault = { kind: 'status', status: 500 }

  it('fires as often as it says, after as many as it says', () => {
    const faults = createFaults()
    faults.add({ fault, after: 1, times: 2 })
    const fired = Array.from({ length: 5 }, () => faults.take('GET', '/v2/numbers').length)
    expect(fired).toEqual([0, 1, 1, 0, 0])
  })

  it('matches method and path; a text is the path, with * for anything, a RegExp sees the query too', () => {
    const fires = (match: { method?: string; path?: string | RegExp }, target: string, method = 'GET') => {
      const faults = createFaults()
      faults.add({ match, fault })
      return faults.take(method, target).length === 1
    }
    expect(fires({ path: '/v2/numbers' }, '/v2/numbers?limit=2')).toBe(true)
    expect(fires({ path: '/v2/numbers' }, '/v2/numbers/1')).toBe(false)
    expect(fires({ path: '/v2/numbers/*' }, '/v2/numbers/1')).toBe(true)
    expect(fires({ path: '/v2/num.ers' }, '/v2/numbers')).toBe(false)
    expect(fires({ path: /offset=1000/g }, '/v2/numbers?offset=1000')).toBe(true)
    expect(fires({ method: 'post' }, '/v2/orders', 'POST')).toBe(true)
    expect(fires({ method: 'POST' }, '/v2/orders')).toBe(false)
  })

  it('can be taken away, alone or with all others', () => {
    const faults = createFaults()
    const takeAway = faults.add({ fault })
    faults.add({ fault: { kind: 'empty' } })
    expect(faults.take('GET', '/')).toEqual([fault])
    takeAway()
    expect(faults.rules).toEqual([{ fault: { kind: 'empty' } }])
    faults.clear()
    expect(faults.take('GET', '/')).toEqual([])
  })

  it('lets latencies add up and the first other fault win', () => {
    const faults = createFaults()
    faults.add({ fault: { kind: 'latency', ms: 1 } })
    faults.add({ fault })
    faults.add({ fault: { kind: 'empty' }, times: 1 })
    faults.add({ fault: { kind: 'latency', ms: 2 } })
    expect(faults.take('GET', '/').map(({ kind }) => kind)).toEqual(['latency', 'status', 'latency'])
  })
})

describe('the words for a fault', () => {
  it.each([
    [
      '429@GET /v2/numbers*3',
      { fault: { kind: 'status', status: 429 }, match: { method: 'GET', path: '/v2/numbers' }, times: 3 },
    ],
    ['429:2date', { fault: { kind: 'status', status: 429, retryAfter: { seconds: 2, form: 'date' } } }],
    ['reset-after@POST', { fault: { kind: 'reset', when: 'after' }, match: { method: 'POST' } }],
    ['latency:250@/v2/*', { fault: { kind: 'latency', ms: 250 }, match: { path: '/v2/*' } }],
    [
      '500@/v2/numbers/**2+1',
      { fault: { kind: 'status', status: 500 }, match: { path: '/v2/numbers/*' }, times: 2, after: 1 },
    ],
    ['missing:number,status', { fault: { kind: 'missing', members: ['number', 'status'] } }],
    ['huge:50+4', { fault: { kind: 'huge', megabytes: 50 }, after: 4 }],
  ])('%s is understood', (text, rule) => {
    expect(parseFault(text)).toEqual(rule)
  })

  it.each(['', 'nonsense', '404:3', 'latency', 'latency:soon', '429:x', '500@numbers', 'toString'])(
    '"%s" is refused with a sentence',
    (text) => {
      expect(() => parseFault(text)).toThrow(FaultSyntaxError)
    },
  )

  it('stand all in the usage text', () => {
    for (const word of [
      'latency',
      'reset-after',
      'silent-after',
      'truncated',
      'half',
      'wrong-type',
      'html',
      'unknown',
    ]) {
      expect(faultUsage).toContain(word)
      expect(() => parseFaultName(word === 'latency' ? 'latency:1' : word)).not.toThrow()
    }
  })
})
