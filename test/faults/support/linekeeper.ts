import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Input, Output, RequestName } from '../../../shared/contract.ts'
import type { Failure, Result } from '../../../shared/failure.ts'
import type { SyncState } from '../../../shared/model/sync.ts'
import { type Running, run } from '../../shell/support/running.ts'

const root = join(import.meta.dirname, '../../..')

export type Start = {
  /** As somebody who may not write where the folder's rights forbid it; root may everywhere. */
  readonly unprivileged?: boolean
  readonly more?: readonly string[]
  /** A key store that protects, as a computer has; the host alone has none. */
  readonly keystore?: boolean
}

/** Root keeps its name and its files, and loses the right to write where nobody may. */
const withoutPrivilege = ['setpriv', '--inh-caps=-dac_override', '--bounding-set=-dac_override']

/** `npm run start:browser -- --data FOLDER`, as a process of its own; ended with the test. */
export function startLinekeeper(
  folder: string,
  { unprivileged = false, more = [], keystore = false }: Start = {},
): Running {
  const args = [join(root, 'test/host/start.ts'), '--browser', '--data', folder, ...more]
  const before = unprivileged && process.getuid?.() === 0 ? withoutPrivilege : []
  const running = run(
    args,
    { NODE_OPTIONS: '', ...(keystore ? { LINEKEEPER_HOST_KEYSTORE: 'gnome_libsecret' } : {}) },
    before,
  )
  onTestFinished(async () => {
    await running.end('SIGKILL')
  })
  return running
}

export type Linekeeper = Running & {
  readonly invoke: <Name extends RequestName>(name: Name, input: Input<Name>) => Promise<Result<Output<Name>>>
  /** The value of a request that is expected to work. */
  readonly ask: <Name extends RequestName>(name: Name, input: Input<Name>) => Promise<Output<Name>>
  readonly refusal: <Name extends RequestName>(name: Name, input: Input<Name>) => Promise<Failure>
  /** The page has painted: what waits for that begins. */
  readonly paint: () => Promise<void>
  readonly until: (accountId: string, isWanted: (state: SyncState) => boolean) => Promise<SyncState>
  /** The page itself, as a browser gets it. */
  readonly page: () => Promise<string>
}

/** Starts it and goes in by the printed address, as a browser does. */
export async function openLinekeeper(folder: string, start: Start = {}): Promise<Linekeeper> {
  const running = startLinekeeper(folder, start)
  const [, origin = '', key = ''] = await running.says(/^Linekeeper: (http:\/\/127\.0\.0\.1:\d+)\/\?key=(\S+)$/m)
  const entered = await fetch(`${origin}/?key=${key}`, { redirect: 'manual' })
  const headers = { cookie: entered.headers.get('set-cookie')?.split(';')[0] ?? '', origin }
  const post = (path: string, body = '') => fetch(`${origin}/_host/${path}`, { method: 'POST', headers, body })

  const invoke: Linekeeper['invoke'] = async (name, input) => {
    const answer = await post('invoke', JSON.stringify({ channel: 'linekeeper:invoke', args: [name, input] }))
    const { value, error } = await answer.json()
    if (error !== undefined) throw new Error(`${name}: ${error}`)
    return value
  }
  const ask: Linekeeper['ask'] = async (name, input) => {
    const result = await invoke(name, input)
    if (!result.ok) throw new Error(`${name} failed: ${JSON.stringify(result.failure)}`)
    return result.value
  }
  const refusal: Linekeeper['refusal'] = async (name, input) => {
    const result = await invoke(name, input)
    if (result.ok) throw new Error(`${name} worked: ${JSON.stringify(result.value)}`)
    return result.failure
  }
  const until: Linekeeper['until'] = async (accountId, isWanted) => {
    for (;;) {
      const state = (await ask('sync.states', null)).find((candidate) => candidate.accountId === accountId)
      if (state && isWanted(state)) return state
    }
  }
  const paint = async () => void (await post('loaded'))
  const page = async () => (await fetch(`${origin}/`, { headers })).text()
  return { ...running, invoke, ask, refusal, until, paint, page }
}
