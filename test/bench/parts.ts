import { toBundleFigures } from './bundle-figures.ts'
import { measureCarriers } from './carriers.ts'
import type { Figures } from './figure.ts'
import type { Ground } from './ground.ts'
import { measureMarket } from './market.ts'
import { measurePage } from './page.ts'
import { measureAnswers } from './queries.ts'
import { measureStall } from './stall.ts'
import { measureSync } from './sync.ts'

/** In the order in which they run. */
export const partNames = ['sync', 'stall', 'queries', 'page', 'market', 'bundle', 'carriers'] as const
export type PartName = (typeof partNames)[number]

export const parts: Readonly<Record<PartName, (ground: Ground) => Promise<Figures>>> = {
  sync: (ground) => measureSync(ground),
  stall: (ground) => measureStall(ground),
  queries: (ground) => measureAnswers(ground),
  page: (ground) => measurePage(ground),
  market: (ground) => measureMarket(ground),
  bundle: toBundleFigures,
  carriers: (ground) => measureCarriers(ground),
}
