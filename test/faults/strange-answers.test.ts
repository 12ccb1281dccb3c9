import { afterEach, describe, expect, it } from 'vitest'
import type { Fault } from '../../electron/demo/kit/faults.ts'
import { failureSentence, providerNames } from '../../renderer/words.ts'
import type { ApiId } from '../../shared/model/account.ts'
import type { SyncState } from '../../shared/model/sync.ts'
import { expectNothingLost, plain, type Stocked, sentenceFor, stocked } from './support/holding.ts'

const apis = ['callfire-v2', 'flowroute-v2'] as const
const lists: Readonly<Record<ApiId, string>> = { 'callfire-v2': '/v2/numbers/leases', 'flowroute-v2': '/v2/numbers' }
const otherOf = (api: ApiId): ApiId => (api === 'callfire-v2' ? 'flowroute-v2' : 'callfire-v2')

type Strange = {
  readonly fault: Fault
  readonly failure: object
  /** On the account's card, in the status page and in the empty list. */
  readonly sentence: RegExp
  /** In the test of the keys. */
  readonly line: RegExp
}

const strange: readonly (readonly [string, Strange])[] = [
  [
    'a web page',
    {
      fault: { kind: 'html' },
      failure: { kind: 'garbled', got: 'page' },
      sentence: /^A web page came in place of an answer from (CallFire|Flowroute)\. If this network asks to sign in/,
      line: /^A web page answers in place of/,
    },
  ],
  [
    'an empty answer',
    {
      fault: { kind: 'empty' },
      failure: { kind: 'garbled', got: 'nothing' },
      sentence: /sent an empty answer\. Try again in a few minutes/,
      line: /says nothing\. Check the address/,
    },
  ],
  [
    'no answer at all',
    {
      fault: { kind: 'silent', when: 'before' },
      failure: { kind: 'timeout' },
      sentence: /did not answer within 1 s\. Try again in a moment/,
      line: /did not answer within .*\. Try again later/,
    },
  ],
  [
    'half an answer that claims to be whole',
    {
      fault: { kind: 'truncated', cut: false },
      failure: { kind: 'garbled', got: 'half' },
      sentence: /broke off in the middle\. Try again in a moment/,
      line: /broke off in the middle\. Try again/,
    },
  ],
  [
    'half an answer before the line goes dead',
    {
      fault: { kind: 'truncated', cut: true },
      failure: { kind: 'offline' },
      sentence: /cannot be reached\. Check the internet connection/,
      line: /could not be reached\. Check the internet connection/,
    },
  ],
  [
    '50 MB',
    {
      fault: { kind: 'huge', megabytes: 50 },
      failure: { kind: 'garbled', got: 'tooMuch' },
      sentence: /sent far more than a list of numbers can be, so it was not taken\. Check the API address/,
      line: /sends far more than .* ever would\. Check the address/,
    },
  ],
]

describe.each(apis)('%s answers', (api) => {
  let all: Stocked
  const begin = async (fault: Fault | null) => {
    // Nobody wants to wait half a minute for a test; what does answer has all the time it needs.
    const limits = fault?.kind === 'silent' ? { attemptMs: 700, retries: 1 } : { retries: 1 }
    all = await stocked(api, { limits })
  }
  afterEach(() => all.world.close())

  const carrier = () => (api === 'callfire-v2' ? all.world.carriers.callfireV2 : all.world.carriers.flowrouteV2)
  const expectMended = async () => {
    carrier().faults.clear()
    expect(await all.world.sync(all.id)).toMatchObject({ phase: 'done', failure: null, found: 30, gone: 0 })
    await expectNothingLost(all)
  }
  const expectSaid = async (state: SyncState, { failure, sentence }: Strange) => {
    expect(state).toMatchObject({ phase: 'failed', failure, found: 30, gone: 0 })
    expect(await sentenceFor(all.world, all.id)).toMatch(sentence)
  }

  it.each(strange)('%s to the list of numbers: said, nothing lost, mended by itself', async (_what, what) => {
    await begin(what.fault)
    carrier().faults.add({ match: { path: lists[api] }, fault: what.fault })
    await expectSaid(await all.world.sync(all.id), what)
    await expectNothingLost(all)
    await expectMended()
  })

  it.each(strange)('%s to everything: said, also by the test of the keys', async (_what, what) => {
    await begin(what.fault)
    carrier().faults.add({ fault: what.fault })
    await expectSaid(await all.world.sync(all.id), what)
    const { address, login, secret } = all.world.draft(api)
    for (const test of [{ accountId: all.id }, { api, address, login, secret }]) {
      const { checks, usable } = await all.world.ask('accounts.test', test)
      expect(usable).toBe(false)
      const [reach] = checks
      expect(reach).toMatchObject({ name: 'reach', outcome: 'failed' })
      expect(plain(reach?.sentence ?? '')).toMatch(what.line)
    }
    await expectNothingLost(all)
    await expectMended()
  })

  it.each(strange)('%s to all but the list of numbers: the numbers are read, the rest is said', async (_what, what) => {
    await begin(what.fault)
    const others = api === 'callfire-v2' ? /\/v2\/(?!numbers\/leases)/ : /\/v2\/routes/
    carrier().faults.add({ match: { path: others }, fault: what.fault })
    const state = await all.world.sync(all.id)
    expect(state).toMatchObject({ found: 30, gone: 0 })
    expect(state.partFailures.length).toBeGreaterThan(0)
    for (const { failure } of state.partFailures) {
      expect(failure).toMatchObject(what.failure)
      expect(plain(failureSentence(failure, providerNames[api]))).toMatch(what.sentence)
    }
    await expectNothingLost(all)
    await expectMended()
  })

  it('in the words of the other provider: said, nothing lost, mended by the right address', async () => {
    await begin(null)
    const { world, id } = all
    const { address } = world.draft(api)
    const there = world.draft(otherOf(api)).address
    await world.ask('accounts.change', { accountId: id, address: there })
    const state = await world.settled(id)
    expect(state).toMatchObject({ phase: 'failed', failure: { kind: 'garbled', got: 'otherProvider' }, found: 30 })
    expect(await sentenceFor(world, id)).toMatch(
      new RegExp(`^Another provider answers at the API address of this account, not ${providerNames[api]}\\. Correct`),
    )
    const { checks, usable } = await world.ask('accounts.test', { accountId: id })
    expect(usable).toBe(false)
    expect(plain(checks[0]?.sentence ?? '')).toBe(
      `${providerNames[otherOf(api)]} answers at this address, not ${providerNames[api]}. Check the address and the provider.`,
    )
    await world.ask('accounts.change', { accountId: id, address })
    expect(await world.settled(id)).toMatchObject({ phase: 'done', found: 30, gone: 0 })
    await expectNothingLost(all)
  })
})
