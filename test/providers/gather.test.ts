import { expect, it } from 'vitest'
import { gather } from '../../electron/providers/gather.ts'
import { never } from './support/provider.ts'

/** Work that ends at once for these keys, and otherwise only when it is stopped. */
function createWork(quick: readonly number[], count: number) {
  const stopped: number[] = []
  let key = 0
  const next = () => {
    const mine = key++
    if (mine >= count) return null
    return (signal: AbortSignal) =>
      new Promise<number>((resolve, reject) => {
        if (quick.includes(mine)) resolve(mine)
        signal.addEventListener('abort', () => {
          stopped.push(mine)
          reject(signal.reason)
        })
      })
  }
  return { next, stopped }
}

it('a reader that stops early stops the rest', async () => {
  const { next, stopped } = createWork([1], 4)
  for await (const value of gather({ next, window: 4, signal: never })) {
    expect(value).toBe(1)
    break
  }
  expect(stopped).toEqual(expect.arrayContaining([0, 2, 3]))
})

it('the first failure stops the rest and comes out', async () => {
  const { next, stopped } = createWork([], 3)
  let turn = 0
  const failing = () => (turn++ === 1 ? () => Promise.reject(new Error('no')) : next())
  const reading = gather({ next: failing, window: 4, signal: never }).next()
  await expect(reading).rejects.toThrow('no')
  expect(stopped).toEqual([0, 1, 2])
})

it('no more is under way than the window holds, unread results included', async () => {
  let started = 0
  const next = () => {
    if (started === 10) return null
    started += 1
    return () => Promise.resolve(started)
  }
  const results = gather({ next, window: 3, signal: never })
  await results.next()
  expect(started).toBe(3)
  await results.next()
  expect(started).toBe(4)
  await results.return()
})
