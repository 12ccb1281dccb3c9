import { describe, expect, it } from 'vitest'
import type { ConnectionReport, Credentials } from '../../shared/model/account.ts'
import { textOf } from './support/fixtures.ts'
import { html } from './support/http.ts'
import { keys, makeProvider, never } from './support/provider.ts'
import { callfire, flowroute, type Replies, reply } from './support/replies.ts'
import { serve } from './support/serve.ts'

const healthy: Replies = {
  'GET /me/account': reply('callfire-v2/account.json'),
  'GET /numbers/leases': reply('callfire-v2/leases.json'),
  'GET /numbers/tollfree': reply('callfire-v2/tollfree-bare-array.json'),
  'GET /me/billing/plan-usage': reply('callfire-v2/plan-usage.json'),
  'GET /keywords/leases': reply('callfire-v2/leases-none.json'),
  'GET /contacts/dncs': reply('callfire-v2/leases-bare-envelope.json'),
}

const sentences = ({ checks }: ConnectionReport) =>
  Object.fromEntries(checks.map(({ name, outcome, sentence }) => [name, `${outcome}: ${sentence}`]))

const checkCallfire = async (replies: Replies) => (await callfire(replies)).provider.check(never)

describe('the connection report of CallFire', () => {
  it('says line by line what works', async () => {
    const report = await checkCallfire(healthy)
    expect(sentences(report)).toEqual({
      reach: 'ok: CallFire answers.',
      account: 'ok: The keys open the account of Rye & Sons, owner@shop.example.',
      permissions: 'ok: CallFire lists these permissions: api, account holder.',
      numbers: 'ok: 3 numbers can be read.',
      search: 'ok: Numbers for sale can be searched.',
      billing: 'ok: 310 credits are left.',
      keywords: 'ok: 0 keywords can be read.',
      doNotContact: 'ok: The list of do-not-contact entries can be read.',
    })
    expect(report).toMatchObject({ usable: true, hint: null })
  })

  it('goes on after one thing that does not work', async () => {
    const report = await checkCallfire({
      ...healthy,
      'GET /me/account': reply('callfire-v2/error-text-code.json', 403),
      'GET /me/billing/plan-usage': { status: 500, body: {} },
      'GET /keywords/leases': { status: 400, body: { httpStatusCode: 400, message: 'no keywords here...' } },
    })
    expect(sentences(report)).toMatchObject({
      reach: 'ok: CallFire answers.',
      account: 'failed: CallFire does not allow this with these keys: user does not have permission.',
      permissions: 'notRun: CallFire did not say what these keys may do.',
      numbers: 'ok: 3 numbers can be read.',
      billing: 'failed: CallFire has a fault of its own at the moment. Try again later.',
      keywords: 'failed: CallFire refused: no keywords here.',
    })
    expect(report.usable).toBe(true)
  })

  it('sees an agent without the API, and an account document of another kind', async () => {
    const agent = await checkCallfire({ ...healthy, 'GET /me/account': reply('callfire-v2/account-of-an-agent.json') })
    expect(sentences(agent).permissions).toBe('failed: The permission for the API is missing; CallFire lists: agent.')
    const entity = await checkCallfire({ ...healthy, 'GET /me/account': reply('callfire-v2/account-entity.json') })
    expect(sentences(entity)).toMatchObject({
      account: 'ok: The keys open an account.',
      permissions: expect.stringContaining('notRun'),
    })
  })

  it('stops after keys that are wrong', async () => {
    const { provider, asked } = await callfire({ 'GET /me/account': { status: 401, body: {} } })
    const report = await provider.check(never)
    expect(sentences(report)).toMatchObject({
      reach: 'ok: CallFire answers.',
      account: 'failed: CallFire does not accept these keys. Copy them again from the CallFire web site.',
      numbers: 'notRun: Not tried, because the first step did not work.',
    })
    expect([report.usable, asked.length]).toEqual([false, 1])
  })
})

describe('the connection report of Flowroute', () => {
  it('says what works, and plainly what Flowroute does not have', async () => {
    const { provider } = await flowroute({
      'GET /v2/numbers': reply('flowroute-v2/numbers-none.json'),
      'GET /v2/numbers/available': reply('flowroute-v2/numbers.json'),
      'GET /v2/routes': reply('flowroute-v2/error-403-empty.json', 403),
    })
    const report = await provider.check(never)
    expect(sentences(report)).toEqual({
      reach: 'ok: Flowroute answers.',
      numbers: 'ok: The list of numbers can be read; it is empty.',
      search: 'ok: Numbers for sale can be searched.',
      routes: 'failed: Flowroute does not allow this with these keys: ActionNotAuthorizedError.',
      keywords: 'absent: Flowroute has no keywords.',
      doNotContact: 'absent: Flowroute keeps no do-not-contact list.',
      billing: 'absent: Flowroute does not tell the balance.',
    })
    expect(report.usable).toBe(true)
  })
})

describe('what answers at the address', () => {
  it('may be the other provider', async () => {
    const { url } = await serve(() => reply('flowroute-v2/error-401.json', 401))
    const atCallfire = await makeProvider('callfire-v2', url).provider.check(never)
    expect(sentences(atCallfire).reach).toBe(
      'failed: Flowroute answers at this address, not CallFire. Check the address and the provider.',
    )
    const other = await serve(() => reply('callfire-v2/leases.json'))
    const atFlowroute = await makeProvider('flowroute-v2', other.url).provider.check(never)
    expect(sentences(atFlowroute).reach).toBe(
      'failed: CallFire answers at this address, not Flowroute. Check the address and the provider.',
    )
    expect([atCallfire.usable, atFlowroute.usable]).toEqual([false, false])
  })

  it.each([
    ['a web site', html],
    ['a text', { body: textOf('callfire-v2/error-plain.txt') }],
    ['nothing', {}],
  ])('may be %s', async (_what, answer) => {
    const { url } = await serve(() => answer)
    for (const api of ['callfire-v2', 'flowroute-v2'] as const) {
      const { checks, usable } = await makeProvider(api, url).provider.check(never)
      expect(checks[0]).toMatchObject({
        name: 'reach',
        outcome: 'failed',
        sentence: expect.stringMatching(/[Cc]heck the address/),
      })
      expect(usable).toBe(false)
    }
  })

  it('may not be there, not be safe, or not be an address for keys', async () => {
    const down = await makeProvider('callfire-v2', 'http://127.0.0.1:1').provider.check(never)
    expect(sentences(down).reach).toContain('failed: CallFire could not be reached.')
    const { url } = await serve(() => ({}))
    const plain = await makeProvider('callfire-v2', url.replace('http', 'https')).provider.check(never)
    expect(sentences(plain).reach).toContain('failed: The connection is not safe')
    const open = await makeProvider('flowroute-v2', 'http://api.flowroute.com').provider.check(never)
    expect(sentences(open).reach).toContain('failed: The address must start with https://')
  })

  it('may be busy: the report says for how long instead of waiting', async () => {
    const { url } = await serve(() => ({ status: 429, headers: { 'retry-after': '30' }, body: {} }))
    const { provider, clock } = makeProvider('flowroute-v2', url)
    expect(sentences(await provider.check(never)).numbers).toBe(
      'failed: Flowroute asks to wait 30 seconds before the next try.',
    )
    expect(clock.waits).toEqual([])
  })
})

it('keys that work get no hint, whatever their shape', async () => {
  const { url } = await callfire(healthy)
  const report = await makeProvider('callfire-v2', url, { credentials: async () => ofFlowroute }).provider.check(never)
  expect(report).toMatchObject({ usable: true, hint: null })
})

const ofFlowroute: Credentials = { login: 'a1b2c3d4', secret: '0123456789abcdef0123456789abcdef' }

describe('keys that do not work', () => {
  const swap = ({ login, secret }: Credentials): Credentials => ({ login: secret, secret: login })
  const hintFor = async (api: 'callfire-v2' | 'flowroute-v2', credentials: Credentials) => {
    const { url } = await serve(() => ({ status: 401, body: {} }))
    return (await makeProvider(api, url, { credentials: async () => credentials }).provider.check(never)).hint
  }

  it.each([
    ['callfire-v2', ofFlowroute, 'These look like keys of Flowroute. Choose Flowroute as the provider.'],
    ['flowroute-v2', keys, 'These look like keys of CallFire. Choose CallFire as the provider.'],
    ['callfire-v2', swap(keys), 'The two keys look swapped: put each one in the other field.'],
    ['flowroute-v2', swap(ofFlowroute), 'The two keys look swapped: put each one in the other field.'],
    [
      'callfire-v2',
      { login: 'c0ffee 123456', secret: 'x' },
      'There is a blank or a line break inside a key. Copy it again.',
    ],
    ['callfire-v2', keys, null],
    ['flowroute-v2', { login: 'me@shop.example', secret: 'password' }, null],
  ] as const)('at %s get the hint that fits their shape', async (api, credentials, hint) => {
    expect(await hintFor(api, credentials)).toBe(hint)
  })
})
