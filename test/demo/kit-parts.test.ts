import { describe, expect, it } from 'vitest'
import { createClock } from '../../electron/demo/kit/clock.ts'
import { createRandom, hash32, hashText, unit } from '../../electron/demo/kit/random.ts'
import { createRouter } from '../../electron/demo/kit/routing.ts'

describe('routing', () => {
  const route = createRouter({
    'GET /numbers/leases': 'list',
    'GET /numbers/leases/{number}': 'one',
    'PUT /numbers/leases/{number}': 'change',
    'GET /numbers/leases/configs': 'configs',
    'GET /numbers/leases/configs/{number}': 'config',
    'GET /keywords/{keyword}/available': 'available',
    'GET /keywords/leases/id/{id}': 'by id',
    'DELETE /dncs/{number}': 'delete',
  })
  const actionOf = (method: string, path: string) => {
    const match = route(method, path)
    return match.found ? [match.action, match.parameters] : match.status
  }

  it('lets literal segments win over parameters', () => {
    expect(actionOf('GET', '/numbers/leases/configs')).toEqual(['configs', {}])
    expect(actionOf('GET', '/numbers/leases/12025550143')).toEqual(['one', { number: '12025550143' }])
    expect(actionOf('GET', '/numbers/leases/configs/1')).toEqual(['config', { number: '1' }])
  })

  it('tries the parameter when the literal leads nowhere', () => {
    expect(actionOf('GET', '/keywords/leases/available')).toEqual(['available', { keyword: 'leases' }])
    expect(actionOf('GET', '/keywords/leases/id/7')).toEqual(['by id', { id: '7' }])
  })

  it('decodes parameters after cutting the path', () => {
    expect(actionOf('DELETE', '/dncs/1%2C2')).toEqual(['delete', { number: '1,2' }])
    expect(actionOf('DELETE', '/dncs/a%2Fb')).toEqual(['delete', { number: 'a/b' }])
  })

  it('tells unknown paths, wrong methods and broken escapes apart', () => {
    expect(actionOf('GET', '/nowhere')).toBe(404)
    expect(actionOf('GET', '/numbers')).toBe(404)
    expect(actionOf('GET', '/numbers/leases/')).toBe(404)
    expect(actionOf('GET', '')).toBe(404)
    expect(actionOf('DELETE', '/dncs/%E0%A4')).toBe(400)
    expect(route('DELETE', '/numbers/leases/1')).toEqual({ found: false, status: 405, allow: ['GET', 'PUT'] })
  })
})

describe('seeded values', () => {
  it('are the same for the same seed and others for another', () => {
    const run = (seed: number) => {
      const random = createRandom(seed)
      return [random.int(1000), random.hex(8), random.pick(['a', 'b', 'c', 'd']), random.next()]
    }
    expect(run(1)).toEqual(run(1))
    expect(run(1)).not.toEqual(run(2))
  })

  it('spread evenly, also for neighbours', () => {
    const buckets = new Array<number>(10).fill(0)
    for (let index = 0; index < 10_000; index += 1) {
      const bucket = Math.floor(unit(7, index, 3) * 10)
      buckets[bucket] = (buckets[bucket] ?? 0) + 1
    }
    for (const count of buckets) expect(Math.abs(count - 1000)).toBeLessThan(150)
    expect(new Set(Array.from({ length: 5000 }, (_, index) => hash32(1, index))).size).toBe(5000)
  })

  it('stand for words', () => {
    expect(hashText('callfire')).toBe(hashText('callfire'))
    expect(hashText('callfire')).not.toBe(hashText('flowroute'))
  })
})

describe('the clock', () => {
  it('stands still until it is moved when it has a start', () => {
    const clock = createClock(1000)
    expect(clock.now()).toBe(1000)
    clock.advance(500)
    clock.advance(1)
    expect(clock.now()).toBe(1501)
    clock.set(10)
    expect(clock.now()).toBe(10)
  })

  it('follows the machine without one, and can run ahead of it', () => {
    const clock = createClock()
    clock.advance(3_600_000)
    expect(Math.abs(clock.now() - Date.now() - 3_600_000)).toBeLessThan(1000)
  })
})
