import { expect, it } from 'vitest'
import { announced, createTurns, HeldError } from '../../electron/providers/turns.ts'
import { createTestClock } from './support/clock.ts'
import { never } from './support/provider.ts'

/** Waits that end only when the test says so. */
function createHeldClock() {
  const waits: { readonly ms: number; readonly end: () => void }[] = []
  let now = 0
  const wait = (ms: number, signal?: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason))
      waits.push({
        ms,
        end: () => {
          now += ms
          resolve()
        },
      })
    })
  return { waits, wait, now: () => now, random: () => 0.5 }
}

it('refusals that come together count as one', () => {
  const turns = createTurns({ ...createTestClock(), random: () => 0.5 }, 100)
  for (let refusal = 0; refusal < 6; refusal++) turns.hold(null)
  expect(turns.leftMs()).toBe(750)
})

it('refusals that follow one another hold longer, until something goes well', () => {
  const clock = createTestClock()
  const turns = createTurns({ ...clock, random: () => 0.5 }, 100)
  const holds = [1, 2, 3].map(() => {
    turns.hold(null)
    const left = turns.leftMs()
    clock.set(clock.now() + left)
    return left
  })
  expect(holds).toEqual([750, 1500, 3000])
  turns.wentWell()
  turns.hold(null)
  expect(turns.leftMs()).toBe(750)
})

it('an account is said to wait as long as one of its requests does', async () => {
  const clock = createHeldClock()
  const turns = createTurns(clock, 100)
  const told: (number | null)[] = []
  const turn = announced(turns, (until) => told.push(until))
  const stop = new AbortController()
  turns.hold(9000)
  const first = turn(never, 60_000)
  const second = turn(stop.signal, 60_000).catch((error: unknown) => error)
  stop.abort(new Error('stopped'))
  expect(await second).toMatchObject({ message: 'stopped' })
  expect(told).toEqual([9000])
  clock.waits[0]?.end()
  await first
  expect(told).toEqual([9000, null])
})

it('a hold that grows meanwhile is waited for to its new end', async () => {
  const clock = createHeldClock()
  const turns = createTurns(clock, 100)
  turns.hold(1000)
  const turn = turns.turn({ signal: never, patienceMs: 60_000, tell: () => undefined })
  turns.hold(5000)
  clock.waits[0]?.end()
  await new Promise((resolve) => setImmediate(resolve))
  expect(clock.waits.map(({ ms }) => ms)).toEqual([1000, 4000])
  clock.waits[1]?.end()
  await turn
})

it('a shorter hold does not end a longer one', () => {
  const turns = createTurns({ ...createTestClock(), random: () => 0.5 }, 100)
  turns.hold(30_000)
  turns.hold(1000)
  expect(turns.leftMs()).toBe(30_000)
})

it('nobody waits longer than their patience', async () => {
  const turns = createTurns({ ...createTestClock(), random: () => 0.5 }, 100)
  turns.hold(30_000)
  await expect(turns.turn({ signal: never, patienceMs: 2000, tell: () => undefined })).rejects.toThrow(HeldError)
})
