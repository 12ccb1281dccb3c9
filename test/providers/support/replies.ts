import { fixture } from './fixtures.ts'
import { type Made, makeProvider } from './provider.ts'
import { type Asked, type Served, serve, type Whole } from './serve.ts'

/** Replies by method and path; what is not listed is a path that the provider does not serve. */
export type Replies = Readonly<Record<string, Whole | ((asked: Asked) => Whole)>>

export type Standing = Made & Served

async function standing(api: 'callfire-v2' | 'flowroute-v2', replies: Replies, elsewhere: Whole): Promise<Standing> {
  const served = await serve((asked) => {
    const reply = replies[`${asked.method} ${asked.path}`] ?? elsewhere
    return typeof reply === 'function' ? reply(asked) : reply
  })
  return { ...makeProvider(api, served.url), ...served }
}

export const callfire = (replies: Replies): Promise<Standing> =>
  standing('callfire-v2', replies, { status: 404, body: { httpStatusCode: 404, message: 'not found' } })

export const flowroute = (replies: Replies): Promise<Standing> =>
  standing('flowroute-v2', replies, { status: 404, body: fixture('flowroute-v2/error-404-path.json') })

export const reply = (name: string, status = 200): Whole => ({ status, body: fixture(name) })
