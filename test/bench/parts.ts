import { toBundleFigures } from './bundle-figures.ts'
import type { Figures } from './figure.ts'
import type { Ground } from './ground.ts'
import { measureStall } from './stall.ts'
import { measureSync } from './sync.ts'

/** In the order in which they run. */
export const partNames = ['sync', 'stall', 'bundle'] as const
export type PartName = (typeof partNames)[number]

export const parts: Readonly<Record<PartName, (ground: Ground) => Promise<Figures>>> = {
  sync: measureSync,
  stall: measureStall,
  bundle: toBundleFigures,
}
