import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { createCatalogue } from '../../electron/demo/catalogue/catalogue.ts'
import type { Behaviour } from '../../electron/demo/flowroute-v2/behaviour.ts'
import { createFlowrouteV2 } from '../../electron/demo/flowroute-v2/carrier.ts'
import { createClock } from '../../electron/demo/kit/clock.ts'
import { serveDemo } from '../../electron/demo/kit/server.ts'

const reference = z.object({ type: z.string(), id: z.string() })

const resource = z.object({
  type: z.string(),
  id: z.union([z.string(), z.number()]),
  attributes: z.record(z.string(), z.unknown()).optional(),
  relationships: z
    .record(z.string(), z.object({ data: z.union([reference, z.array(reference)]).nullable() }))
    .optional(),
  links: z.record(z.string(), z.string()).optional(),
})

const links = z.object({ self: z.string(), next: z.string().optional() })

const listDocument = z.strictObject({ data: z.array(resource), links })
const singleDocument = z.object({ data: resource, included: z.array(resource).optional(), links: links.optional() })

export type Answer = { readonly status: number; readonly headers: Headers; readonly text: string }

export const json = (answer: Answer): unknown => JSON.parse(answer.text)
export const list = (answer: Answer) => listDocument.parse(json(answer))
export const single = (answer: Answer) => singleDocument.parse(json(answer))
export const ids = (answer: Answer) => list(answer).data.map(({ id }) => id)

/** The query of a link, without a regard for order. */
export const queryOf = (link: string | undefined) =>
  Object.fromEntries(link === undefined ? [] : new URL(link).searchParams)

export type WorldOptions = { readonly numbers?: number; readonly options?: Partial<Behaviour> }

const catalogue = createCatalogue(1)
export const authorization = `Basic ${btoa('0dd87201:c61563da0f9a7ea685539ad555f772e0')}`

/** A served account of a fresh carrier; it is closed when the test ends. */
export async function openFlowroute({ numbers = 300, options = {} }: WorldOptions = {}) {
  const clock = createClock(Date.UTC(2026, 4, 20, 12))
  const keys = { accessKey: '0dd87201', secretKey: 'c61563da0f9a7ea685539ad555f772e0' }
  const { handler, books, errorBody, words } = createFlowrouteV2({
    catalogue,
    clock,
    numbers,
    seed: 1,
    options,
    ...keys,
  })
  const server = await serveDemo(handler, { errorBody, words })
  onTestFinished(() => server.close())
  const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${server.url}${path}`, {
      method,
      headers: { authorization, ...(body !== undefined && { 'content-type': 'application/vnd.api+json' }), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return { status: response.status, headers: response.headers, text: await response.text() } satisfies Answer
  }
  const get = (path: string) => send('GET', path)
  return { books, clock, server, send, get, catalogue }
}

export type FlowrouteWorld = Awaited<ReturnType<typeof openFlowroute>>

/** The first held number of which this holds. Throws when there is none: the sample data lacks a case then. */
export function pick(
  { books }: FlowrouteWorld,
  test: (record: NonNullable<ReturnType<typeof books.number>>) => boolean,
) {
  for (const number of books.numbers()) {
    const record = books.number(number)
    if (record && test(record)) return record
  }
  throw new Error('no such number among the samples')
}

/** The first number for sale of an area code. */
export async function firstForSale({ get }: FlowrouteWorld, areaCode = '206'): Promise<string> {
  const [first] = ids(await get(`/v2/numbers/available?starts_with=${areaCode}&limit=1`))
  return String(first)
}

export const toRoute = (id: string | null) => ({ data: id === null ? null : { type: 'route', id } })
