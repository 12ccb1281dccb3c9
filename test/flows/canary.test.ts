import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { FaultRule } from '../../electron/demo/kit/faults.ts'
import type { KeyKeeping } from '../../shared/model/account.ts'
import { numberQuery } from '../support/builders.ts'
import { createWorld, type World } from '../support/world.ts'

const login = 'c4nary-login-5f1e'
const secret = 'c4nary-secret-9b7d'
const base64 = (text: string) => Buffer.from(text).toString('base64')
/** Also without padding, and as it looks inside of a longer base64 text that begins elsewhere. */
const forms = [login, secret, `${login}:${secret}`].flatMap((text) => [
  text,
  base64(text).replace(/=+$/, ''),
  encodeURIComponent(text),
  base64(` ${text}`).slice(4, -4),
  base64(`  ${text}`).slice(4, -4),
])

let world: World
beforeEach(async () => {
  world = await createWorld({ numbers: 30 })
})
afterEach(() => world.close())

const places = (text: string) => forms.filter((form) => text.includes(form))

/** Everything that left main or was written down, by name. */
function everywhere(): ReadonlyMap<string, string> {
  const files = readdirSync(world.folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
  return new Map([
    ...files.map((file) => {
      const path = join(file.parentPath, file.name)
      return [path, readFileSync(path, 'latin1')] as const
    }),
    ['log', world.logged.join('\n')],
    ['answers', world.answers.join('\n')],
  ])
}

const expectNowhere = () => {
  const found = [...everywhere()].map(([name, text]) => [name, places(text)] as const)
  expect(found.length).toBeGreaterThan(3)
  expect(found.filter(([, forms]) => forms.length > 0)).toEqual([])
}

const faults: readonly FaultRule['fault'][] = [
  { kind: 'status', status: 401 },
  { kind: 'status', status: 403 },
  { kind: 'html' },
  { kind: 'empty' },
  { kind: 'unknown' },
]

it('can be seen by this test, were it anywhere', () => {
  for (const text of [`x${secret}`, base64(`${login}:${secret}`), base64(`{"a":"${secret}"}`)]) {
    expect(places(text)).not.toEqual([])
  }
})

it.each(['keystore', 'session', 'passphrase'] as const)(
  'a secret kept by %s is in no file, no log line and no answer, whatever happens',
  async (keeping: KeyKeeping) => {
    for (const api of ['callfire-v2', 'flowroute-v2'] as const) {
      const { address } = world.draft(api)
      const carrier = api === 'callfire-v2' ? world.carriers.callfireV2 : world.carriers.flowrouteV2
      await world.ask('accounts.test', { api, address, login, secret })
      const passphrase = keeping === 'passphrase' ? 'twelve loaves a day' : null
      const { id } = await world.add(api, { login, secret, keeping, passphrase })
      await world.settled(id)
      await world.ask('accounts.test', { accountId: id })
      for (const fault of faults) {
        const remove = carrier.faults.add({ fault })
        await world.sync(id)
        await world.ask('accounts.test', { accountId: id })
        remove()
      }
      await world.invoke('accounts.test', { api, address: `https://${login}:${secret}@127.0.0.1`, login, secret })
      await world.invoke('accounts.test', { api, address, login, secret: `${secret} ${secret}` })
      await world.invoke('accounts.add', { ...world.draft(api), login, secret, color: 'plaid' })
      await world.invoke('accounts.replaceKeys', { accountId: id, login, secret, keeping, passphrase })
      await world.settled(id)
    }
    await world.ask('numbers.query', numberQuery())
    await world.ask('app.info', null)
    expectNowhere()
    await world.restart()
    await world.ask('accounts.list', null)
    expectNowhere()
  },
)

it('the keys that work are nowhere either, after a sync that read everything', async () => {
  const { callfireV2, flowrouteV2 } = world.carriers
  for (const api of ['callfire-v2', 'flowroute-v2'] as const) {
    const { id } = await world.add(api)
    expect(await world.settled(id)).toMatchObject({ phase: 'done' })
    await world.ask('accounts.test', { accountId: id })
  }
  const texts = [...everywhere().values()].join('\n')
  for (const key of [callfireV2.password, callfireV2.login, flowrouteV2.secretKey, flowrouteV2.accessKey]) {
    expect(texts).not.toContain(key)
    expect(texts).not.toContain(base64(key).replace(/=+$/, ''))
  }
})
