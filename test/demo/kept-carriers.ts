import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type DemoCarriers, type DemoOptions, startDemoCarriers } from '../../electron/demo/carriers.ts'
import { createClock } from '../../electron/demo/kit/clock.ts'

/** A path for a journal in a folder that goes with the test. */
export function journalPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'linekeeper-journal-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'sample-carriers.jsonl')
}

export const linesOf = (path: string): readonly string[] => readFileSync(path, 'utf8').split('\n').slice(0, -1)

const json = async (response: Response) => {
  const text = await response.text()
  return { status: response.status, json: text === '' ? null : JSON.parse(text) }
}

/** What `npm run demo` prints. */
export type Lines = {
  readonly callfireV2: Pick<DemoCarriers['callfireV2'], 'url' | 'login' | 'password'>
  readonly flowrouteV2: Pick<DemoCarriers['flowrouteV2'], 'url' | 'accessKey' | 'secretKey'>
}

/** Requests with the right keys, the way a client sends them. */
export function askBoth({ callfireV2, flowrouteV2 }: Lines) {
  const send = (key: string, type: string) => async (method: string, url: string, body?: unknown) =>
    json(
      await fetch(url, {
        method,
        headers: { authorization: `Basic ${btoa(key)}`, ...(body !== undefined && { 'content-type': type }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    )
  const atCallfire = send(`${callfireV2.login}:${callfireV2.password}`, 'application/json')
  const atFlowroute = send(`${flowrouteV2.accessKey}:${flowrouteV2.secretKey}`, 'application/vnd.api+json')
  return {
    callfire: (method: string, path: string, body?: unknown) => atCallfire(method, `${callfireV2.url}${path}`, body),
    flowroute: (method: string, path: string, body?: unknown) => atFlowroute(method, `${flowrouteV2.url}${path}`, body),
  }
}

/** A clock that only tests move, and carriers that can be ended and started again around it. */
export function openKept(options: DemoOptions = {}) {
  const journal = journalPath()
  const clock = createClock(Date.UTC(2026, 11, 1, 12))
  const start = async (more: DemoOptions = {}) => {
    const carriers = await startDemoCarriers({ numbers: 20, clock, journal, ...options, ...more })
    onTestFinished(() => carriers.close())
    return { carriers, ...askBoth(carriers) }
  }
  return { journal, clock, start }
}

export type Both = ReturnType<typeof askBoth>
export type Kept = Awaited<ReturnType<ReturnType<typeof openKept>['start']>>

const lists = {
  callfire: [
    '/numbers/leases?limit=1000',
    '/numbers/leases/configs?limit=1000',
    '/keywords/leases',
    '/keywords/leases/configs',
    '/orders?limit=1000',
    '/contacts/dncs?limit=1000',
    '/me/account',
    '/me/billing/plan-usage',
    '/numbers/local?prefix=1206&limit=1000',
  ],
  flowroute: [
    '/v2/numbers?limit=200',
    '/v2/routes?limit=200',
    '/v2/numbers/available?starts_with=206&limit=200',
    '/v2/numbers/available/areacodes?limit=400',
  ],
} as const

/** All that both carriers tell over the wire, number by number. */
export async function everything({ callfire, flowroute, carriers }: Kept) {
  const held = carriers.flowrouteV2.ledger.owned().numbers
  const paths = [...lists.flowroute, ...held.map((number) => `/v2/numbers/${number}`)]
  return [
    ...(await Promise.all(lists.callfire.map(async (path) => [path, await callfire('GET', path)]))),
    ...(await Promise.all(paths.map(async (path) => [path, await flowroute('GET', path)]))),
  ]
}

/** The first local numbers that CallFire sells in Seattle. */
export const offers = async ({ callfire }: Pick<Both, 'callfire'>, count: number): Promise<readonly string[]> =>
  (await callfire('GET', `/numbers/local?prefix=1206&limit=${count}`)).json.items.map(
    ({ number }: { number: string }) => number,
  )

/** The first number that Flowroute sells there. */
export const flowrouteOffer = async ({ flowroute }: Pick<Both, 'flowroute'>): Promise<string> =>
  (await flowroute('GET', '/v2/numbers/available?starts_with=206&limit=1')).json.data[0].id
