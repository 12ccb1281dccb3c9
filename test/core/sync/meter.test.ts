import { describe, expect, it } from 'vitest'
import { Meter } from '../../../electron/core/sync/meter.ts'

const running = () => {
  const meter = new Meter()
  meter.begin('numbers', null, 1000)
  return meter
}

describe('the meter of a sync', () => {
  it('tells rows, rate and time left once the total is known', () => {
    const meter = running()
    meter.expect('numbers', 1400)
    meter.add('numbers', 200, 2000)
    meter.add('numbers', 200, 3000)
    expect(meter.progress()).toEqual({
      part: 'numbers',
      rowsRead: 400,
      rowsTotal: 1400,
      rowsPerSecond: 200,
      leftMs: 5000,
      waitingUntil: null,
    })
  })

  it('does not guess the time left where the carrier tells no total', () => {
    const meter = running()
    meter.add('numbers', 200, 2000)
    expect(meter.progress()).toMatchObject({ rowsRead: 200, rowsTotal: null, leftMs: null })
  })

  it('keeps a total that a later page does not repeat', () => {
    const meter = running()
    meter.expect('numbers', 10)
    meter.expect('numbers', null)
    expect(meter.progress()).toMatchObject({ rowsTotal: 10 })
  })

  it('has no rate and no time left before time has passed', () => {
    const meter = running()
    meter.expect('numbers', 10)
    meter.add('numbers', 5, 1000)
    expect(meter.progress()).toMatchObject({ rowsPerSecond: 0, leftMs: null })
  })

  it('is not confused by a clock that is set back, or by more rows than were promised', () => {
    const meter = running()
    meter.expect('numbers', 150)
    meter.add('numbers', 100, 2000)
    meter.add('numbers', 100, -900_000)
    meter.add('numbers', 100, -899_000)
    expect(meter.progress()).toMatchObject({ rowsRead: 300, rowsPerSecond: 150, leftMs: 0 })
  })

  it('tells the part that says most of several that are read at once', () => {
    const meter = new Meter()
    meter.begin('keywords', null, 0)
    meter.begin('numbers', null, 0)
    expect(meter.progress()).toMatchObject({ part: 'numbers' })
    meter.end('numbers')
    expect(meter.progress()).toMatchObject({ part: 'keywords' })
    meter.end('keywords')
    expect(meter.progress()).toBeNull()
  })
})
