import type { Fault } from '../../../electron/demo/kit/faults.ts'
import { createRandom, hashText } from '../../../electron/demo/kit/random.ts'
import { type Case, faults, isLie, type Kill, shapes } from './cases.ts'
import { holds } from './line.ts'

const named: readonly Kill[] = [...holds, 'sent', 'effect', 'half']
/** More than a purchase of three numbers writes and asks until it is settled. */
const stepsAtMost = 30

/** The same seed and run give the same case. */
export function randomCase(seed: number, run: number): Case {
  const random = createRandom(hashText(`purchase ${seed} ${run}`))
  const pick = <T>(from: readonly T[]): T => {
    const one = from[random.int(from.length)]
    if (one === undefined) throw new Error('There is nothing to pick from.')
    return one
  }
  const maybe = (chance: number): Fault | null => (random.chance(chance) ? pick(faults) : null)
  const api = pick(['callfire-v2', 'flowroute-v2'] as const)
  const kill = random.chance(0.5) ? null : random.chance(0.5) ? pick(named) : { step: 1 + random.int(stepsAtMost) }
  const [shape, spend, look] = [pick(shapes[api]), maybe(0.5), maybe(0.5)]
  const lags = random.chance(0.25) && !isLie(spend)
  return { api, shape, kill, spend, look, lags, clicks: pick([1, 1, 2, 3]) }
}
