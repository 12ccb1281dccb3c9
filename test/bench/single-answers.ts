import { type ApiId, apiIds } from '../../shared/model/account.ts'
import type { Demo } from './demo.ts'
import { plainGetter } from './plain-loop.ts'

/** What each provider's own reference says to ask for fifty local numbers that begin so. */
const questions: Readonly<Record<ApiId, (prefix: string) => string>> = {
  'callfire-v2': (prefix) => `/numbers/local?prefix=1${prefix}&limit=50`,
  'flowroute-v2': (prefix) => `/v2/numbers/available?starts_with=1${prefix}&number_type=longcode&limit=50`,
}

export type SingleAnswers = Readonly<Record<ApiId, number>>

/** How long each provider takes to answer the question alone, asked directly, in ms. */
export async function timeSingleAnswers(demo: Demo, prefix: string): Promise<SingleAnswers> {
  const times: Record<ApiId, number> = { 'callfire-v2': 0, 'flowroute-v2': 0 }
  for (const api of apiIds) {
    const began = performance.now()
    await plainGetter(demo, api)(questions[api](prefix))
    times[api] = performance.now() - began
  }
  return times
}
