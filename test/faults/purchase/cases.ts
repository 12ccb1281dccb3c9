import type { Fault } from '../../../electron/demo/kit/faults.ts'
import type { ApiId } from '../../../shared/model/account.ts'
import type { Hold } from './line.ts'

/** What is bought or given up. */
export const shapes = {
  'callfire-v2': ['one', 'several', 'count', 'keyword'],
  'flowroute-v2': ['one', 'several', 'release', 'releases'],
} as const satisfies Readonly<Record<ApiId, readonly string[]>>
export type Shape = (typeof shapes)[ApiId][number]

/** `sent`: the request has left, and nothing happened. `effect`: it happened, unanswered. `half`: half of the answer has come. */
export type Kill = Hold | 'sent' | 'effect' | 'half' | { readonly step: number }

export type Case = {
  readonly api: ApiId
  readonly shape: Shape
  readonly kill: Kill | null
  readonly spend: Fault | null
  readonly look: Fault | null
  /** Whether the carrier's lists show what happened only when everything else is over. */
  readonly lags: boolean
  /** How many times at once the button is pressed, in as many windows. */
  readonly clicks: number
}

const statuses = [400, 401, 403, 404, 409, 422, 429, 500, 502, 503] as const

/** Everything that the demo carriers can do to an answer. What takes time takes little. */
export const faults: readonly Fault[] = [
  ...statuses.flatMap((status): readonly Fault[] => [
    { kind: 'status', status, when: 'before' },
    { kind: 'status', status, when: 'after' },
  ]),
  { kind: 'status', status: 429, retryAfter: { seconds: 1, form: 'seconds' } },
  { kind: 'status', status: 503, retryAfter: { seconds: 1, form: 'date' } },
  { kind: 'reset', when: 'before' },
  { kind: 'reset', when: 'after' },
  { kind: 'silent', when: 'before' },
  { kind: 'silent', when: 'after' },
  { kind: 'truncated', cut: true },
  { kind: 'truncated', cut: false },
  { kind: 'wrongType', type: 'text/plain' },
  { kind: 'html' },
  { kind: 'unknown' },
  { kind: 'missing' },
  { kind: 'slow', ms: 100 },
  { kind: 'huge', megabytes: 1 },
  { kind: 'empty' },
]

const kills: readonly Kill[] = ['intent', 'intended', 'sent', 'effect', 'half', 'answered', 'stored', 'looking']

/**
 * A refusal after the effect: the carrier says no and does it all the same. Its list gives it away; where that lags too, nobody could
 * tell before the number turns up, so the two are not put together.
 */
export const isLie = (fault: Fault | null): boolean =>
  fault?.kind === 'status' && fault.when === 'after' && fault.status < 500

/** Every step × every fault that can still matter there × killed or not, for every provider and shape. */
export function matrix(): readonly Case[] {
  const all: Case[] = []
  for (const api of ['callfire-v2', 'flowroute-v2'] as const) {
    for (const shape of shapes[api]) {
      const base = { api, shape, kill: null, spend: null, look: null, lags: false, clicks: 1 }
      all.push(base, { ...base, clicks: 2 })
      for (const kill of [null, ...kills]) all.push({ ...base, kill, lags: true })
      for (const spend of faults) if (!isLie(spend)) all.push({ ...base, spend, lags: true })
      for (const fault of faults) all.push({ ...base, spend: fault }, { ...base, look: fault })
      for (const kill of kills) all.push(...killed({ ...base, kill }))
    }
  }
  return all
}

/** What was never answered cannot be answered wrongly; what comes after the next start can. */
function killed(base: Case): readonly Case[] {
  if (base.kill === 'intent') return [base]
  if (base.kill === 'answered' || base.kill === 'stored') {
    return [base, ...faults.filter((fault) => fault.kind !== 'silent').map((spend) => ({ ...base, spend }))]
  }
  return [base, ...faults.map((look) => ({ ...base, look }))]
}

export function caseName({ api, shape, kill, spend, look, lags, clicks }: Case): string {
  const at = kill === null ? 'not killed' : `killed ${typeof kill === 'object' ? `at step ${kill.step}` : `at ${kill}`}`
  return `${api} ${shape}: ${at}, request ${faultName(spend)}, looks ${faultName(look)}${lags ? ', lists lag' : ''}${clicks > 1 ? `, ${clicks} clicks` : ''}`
}

const faultName = (fault: Fault | null): string =>
  fault === null
    ? 'well'
    : Object.values(fault)
        .map((part) => (typeof part === 'object' ? part.form : String(part)))
        .join(' ')
