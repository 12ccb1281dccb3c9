import { afterEach, describe, expect, it } from 'vitest'
import { failureSentence, keyNames, providerNames } from '../../renderer/words.ts'
import type { ApiId, ConnectionReport, Credentials } from '../../shared/model/account.ts'
import { createWorld, type World } from '../support/world.ts'
import { expectNothingLost, plain, type Stocked, sentenceFor, stocked } from './support/holding.ts'

const apis = ['callfire-v2', 'flowroute-v2'] as const
const otherOf = (api: ApiId): ApiId => (api === 'callfire-v2' ? 'flowroute-v2' : 'callfire-v2')

const opened: World[] = []
afterEach(async () => {
  for (const world of opened.splice(0)) await world.close()
})
const read = async (api: ApiId): Promise<Stocked> => {
  const all = await stocked(api)
  opened.push(all.world)
  return all
}
const fresh = async (): Promise<World> => {
  const world = await createWorld({ numbers: 30 })
  opened.push(world)
  return world
}

const keysOf = (world: World, api: ApiId): Credentials => {
  const { login, secret } = world.draft(api)
  return { login, secret }
}

/** What the test of keys that are only typed so far says. */
async function reportOf(world: World, api: ApiId, keys: Credentials): Promise<ConnectionReport> {
  const { address } = world.draft(api)
  const report = await world.ask('accounts.test', { api, address, ...keys })
  for (const { outcome, sentence } of report.checks) if (outcome === 'failed') plain(sentence)
  return report
}

const wrongKeys: readonly (readonly [
  string,
  (world: World, api: ApiId) => Credentials,
  (api: ApiId) => RegExp | null,
])[] = [
  ['a wrong secret', (world, api) => ({ ...keysOf(world, api), secret: 'not-the-secret' }), () => null],
  ['a wrong login', (world, api) => ({ ...keysOf(world, api), login: 'nobody' }), () => null],
  [
    'login and secret exchanged',
    (world, api) => ({ login: keysOf(world, api).secret, secret: keysOf(world, api).login }),
    () => /^The two keys look swapped: put each one in the other field\.$/,
  ],
  [
    'the keys of the other provider',
    (world, api) => keysOf(world, otherOf(api)),
    (api) => new RegExp(`^These look like keys of ${providerNames[otherOf(api)]}\\. Choose`),
  ],
  [
    'the keys of the other provider, exchanged as well',
    (world, api) => ({ login: keysOf(world, otherOf(api)).secret, secret: keysOf(world, otherOf(api)).login }),
    (api) => new RegExp(`^These look like keys of ${providerNames[otherOf(api)]}\\. Choose`),
  ],
]

describe.each(apis)('%s with', (api) => {
  it.each(wrongKeys)('%s: the test says so, with a hint where their shape tells', async (_what, keys, hint) => {
    const world = await fresh()
    const report = await reportOf(world, api, keys(world, api))
    expect(report.usable).toBe(false)
    const failed = report.checks.filter(({ outcome }) => outcome === 'failed').map(({ sentence }) => sentence)
    expect(failed).toEqual([
      expect.stringContaining(`${providerNames[api]} does not accept these keys. Copy them again`),
    ])
    const wanted = hint(api)
    if (wanted === null) expect(report.hint).toBeNull()
    else expect(plain(report.hint ?? '')).toMatch(wanted)
    expect(await world.ask('accounts.list', null)).toEqual([])
  })

  it.each(wrongKeys)(
    '%s put in place of good ones: said, nothing lost, mended by the good ones',
    async (_what, keys) => {
      const { world, id, before } = await read(api)
      const keeping = { keeping: 'keystore', passphrase: null } as const
      await world.ask('accounts.replaceKeys', { accountId: id, ...keys(world, api), ...keeping })
      expect(await world.settled(id)).toMatchObject({ phase: 'failed', failure: { kind: 'unauthorized' }, found: 30 })
      expect(await sentenceFor(world, id)).toMatch(/did not accept the keys\. Copy them again .* “Replace keys”/)
      await expectNothingLost({ world, before })
      await world.ask('accounts.replaceKeys', { accountId: id, ...keysOf(world, api), ...keeping })
      expect(await world.settled(id)).toMatchObject({ phase: 'done', failure: null, found: 30, gone: 0 })
      await expectNothingLost({ world, before })
    },
  )

  it('keys that stop being good: said, nothing lost, and a new account with wrong ones changes nothing', async () => {
    const { world, id, before } = await read(api)
    const carrier = api === 'callfire-v2' ? world.carriers.callfireV2 : world.carriers.flowrouteV2
    carrier.faults.add({ fault: { kind: 'status', status: 401 } })
    expect(await world.sync(id)).toMatchObject({ phase: 'failed', failure: { kind: 'unauthorized' } })
    await sentenceFor(world, id)
    await expectNothingLost({ world, before })
    const second = await world.add(api, { name: 'Second', secret: 'not-the-secret' })
    await world.settled(second.id)
    await world.ask('accounts.remove', { accountId: second.id })
    await expectNothingLost({ world, before })
  })

  const pasted: readonly (readonly [string, (key: string) => string])[] = [
    ['blanks', (key) => `   ${key}  `],
    ['line breaks', (key) => `\r\n${key}\n`],
    ['tabs and blanks that do not break', (key) => `\t\u00a0${key}\u2003\t`],
    ['marks that nobody sees', (key) => `\ufeff${key.slice(0, 3)}\u200b${key.slice(3)}\u2060`],
    ['quotes', (key) => `“${key}”\n`],
  ]
  it.each(pasted)(
    '%s pasted around them: tested, added and replaced as if they were not there',
    async (_what, paste) => {
      const { world, id, before } = await read(api)
      const { login, secret } = keysOf(world, api)
      const keys = { login: paste(login), secret: paste(secret) }
      expect(await reportOf(world, api, keys)).toMatchObject({ usable: true, hint: null })
      await world.ask('accounts.replaceKeys', { accountId: id, ...keys, keeping: 'keystore', passphrase: null })
      expect(await world.settled(id)).toMatchObject({ phase: 'done', failure: null, found: 30 })
      await expectNothingLost({ world, before })
      const second = await world.add(api, { name: 'Second', ...keys })
      expect(await world.settled(second.id)).toMatchObject({ phase: 'done', found: 30 })
    },
  )

  const unusable: readonly (readonly [string, 'login' | 'secret', (key: string) => string, RegExp])[] = [
    ['a line break inside', 'secret', (key) => `${key.slice(0, 4)}\n${key.slice(4)}`, /a blank or a line break inside/],
    ['both keys in one field', 'login', (key) => `${key}:${key}`, /cannot hold a colon/],
    ['nothing but blanks', 'secret', () => ' \r\n ', /is empty/],
    ['a letter that no key has', 'login', (key) => `${key}é`, /a character that keys never have/],
  ]
  it.each(unusable)('%s: refused before anything is sent or changed', async (_what, field, spoil, problem) => {
    const { world, id, before } = await read(api)
    const carrier = api === 'callfire-v2' ? world.carriers.callfireV2 : world.carriers.flowrouteV2
    const keys = { ...keysOf(world, api), [field]: spoil(keysOf(world, api)[field]) }
    const asked = carrier.server.requests.length
    const { address } = world.draft(api)
    const keeping = { keeping: 'keystore', passphrase: null } as const
    const refusals = [
      await world.refusal('accounts.test', { api, address, ...keys }),
      await world.refusal('accounts.add', world.draft(api, { name: 'Second', ...keys })),
      await world.refusal('accounts.replaceKeys', { accountId: id, ...keys, ...keeping }),
    ]
    for (const failure of refusals) {
      expect(failure).toMatchObject({ kind: 'invalid', field })
      const sentence = plain(failureSentence(failure, providerNames[api]))
      expect(sentence).toMatch(problem)
      expect(sentence.toLowerCase()).toContain(keyNames[api][field].toLowerCase())
      expect(sentence).not.toContain(keysOf(world, api)[field])
    }
    expect(carrier.server.requests).toHaveLength(asked)
    await expectNothingLost({ world, before })
    expect(await world.sync(id)).toMatchObject({ phase: 'done', found: 30 })
  })
})
