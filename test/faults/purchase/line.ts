import type { RequestName } from '../../../shared/contract.ts'
import type { Result } from '../../../shared/failure.ts'
import type { ApiId } from '../../../shared/model/account.ts'

/**
 * Where the child can be made to stand still, so that it is killed just there. `intent`: before the purchase is written down;
 * `intended`: after; `answered`: the carrier's answer begins to arrive; `stored`: after the first thing that is written once it
 * came; `looking`: before the first look after that.
 */
export const holds = ['intent', 'intended', 'answered', 'stored', 'looking'] as const
export type Hold = (typeof holds)[number]
/** `step`: the nth time that anything is written down or asked, counted from the purchase on. */
export type HoldAt = Hold | { readonly step: number }

/** How the child reaches the carriers, which live with its parent. */
export type Lines = Readonly<
  Record<ApiId, { readonly address: string; readonly login: string; readonly secret: string }>
>

export type Opening = {
  readonly folder: string
  readonly lines: Lines
  readonly hold: HoldAt | null
}

/** A line on the child's standard input. */
export type Order =
  | { readonly id: number; readonly kind: 'open'; readonly opening: Opening }
  | { readonly id: number; readonly kind: 'ask'; readonly name: RequestName; readonly input: unknown }
  | { readonly id: number; readonly kind: 'close' }

/** A line on its standard output. */
export type Report =
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'bug'; readonly id: number; readonly detail: string }
  | { readonly kind: 'push'; readonly topic: string }
  | { readonly kind: 'held' }

/** A request that buys, orders or gives up. */
export function isSpending(method: string, path: string): boolean {
  const bare = path.split('?')[0] ?? ''
  if (method === 'POST') return /\/orders\/(numbers|keywords)$|\/v2\/numbers\/\d+$/.test(bare)
  return method === 'DELETE' && /\/v2\/numbers\/\d+$/.test(bare)
}
