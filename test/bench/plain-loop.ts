import { z } from 'zod'
import type { ApiId } from '../../shared/model/account.ts'
import type { Demo } from './demo.ts'

/** A script's way to read an account: one request after another, first the pages, then each number's own document. */
type Script = {
  readonly pageSize: number
  readonly page: (offset: number) => string
  readonly numbersOf: (body: unknown) => readonly string[]
  readonly detail: (number: string) => string
}

const leases = z.object({ items: z.array(z.object({ number: z.string() })) })
const numbers = z.object({ data: z.array(z.object({ id: z.string() })) })

/** Page sizes as scripts leave them: CallFire's own default, and the most that Flowroute gives. */
const scripts: Readonly<Record<ApiId, Script>> = {
  'callfire-v2': {
    pageSize: 100,
    page: (offset) => `/numbers/leases?limit=100&offset=${offset}`,
    numbersOf: (body) => leases.parse(body).items.map(({ number }) => number),
    detail: (number) => `/numbers/leases/configs/${number}`,
  },
  'flowroute-v2': {
    pageSize: 200,
    page: (offset) => `/v2/numbers?limit=200&offset=${offset}`,
    numbersOf: (body) => numbers.parse(body).data.map(({ id }) => id),
    detail: (number) => `/v2/numbers/${number}`,
  },
}

export type LoopTime = {
  /** For the whole account, from the sample. */
  readonly ms: number
  /** Requests that were made, and those that the whole account needs. */
  readonly measured: number
  readonly scaledTo: number
}

type Sample = { readonly owned: number; readonly pages: number; readonly details: number }

/**
 * Times the first pages and the first details, and scales each kind to what the account needs: the whole loop would take a
 * quarter of an hour and would tell nothing more.
 */
export async function timePlainLoop(demo: Demo, api: ApiId, sample: Sample): Promise<LoopTime> {
  const script = scripts[api]
  const get = plainGetter(demo, api)
  const pagesNeeded = Math.ceil(sample.owned / script.pageSize)
  const pages = await timed(Math.min(sample.pages, pagesNeeded), (at) => get(script.page(at * script.pageSize)))
  const seen = pages.answers.flatMap(script.numbersOf)
  const details = await timed(Math.min(sample.details, seen.length), (at) => get(script.detail(seen[at] ?? '')))
  return {
    ms: pages.msEach * pagesNeeded + details.msEach * sample.owned,
    measured: pages.answers.length + details.answers.length,
    scaledTo: pagesNeeded + sample.owned,
  }
}

/** Asks a carrier directly, without any of ours. Throws for every answer but a good one. */
export function plainGetter(demo: Demo, api: ApiId): (path: string) => Promise<unknown> {
  const { address, login, secret } = demo.line(api)
  const headers = { authorization: `Basic ${Buffer.from(`${login}:${secret}`).toString('base64')}` }
  return async (path) => {
    const response = await fetch(address + path, { headers })
    if (!response.ok) throw new Error(`The plain loop got ${response.status} for ${path}`)
    return response.json()
  }
}

async function timed(times: number, ask: (at: number) => Promise<unknown>) {
  const answers: unknown[] = []
  const began = performance.now()
  for (let at = 0; at < times; at++) answers.push(await ask(at))
  return { answers, msEach: times === 0 ? 0 : (performance.now() - began) / times }
}
