import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FaultRule } from '../../electron/demo/kit/faults.ts'
import type { Failure } from '../../shared/failure.ts'
import type { KeywordsQuery } from '../../shared/model/keyword.ts'
import type { AutoRenewChange, LeasedThings, LeaseOutcome } from '../../shared/model/lease.ts'
import type { NumberRow } from '../../shared/model/number.ts'
import { toDigits } from '../../shared/phone.ts'
import { numberQuery } from '../support/builders.ts'
import { PurchaseDesk } from './purchase-desk.ts'

let desk: PurchaseDesk
beforeEach(async () => {
  desk = await PurchaseDesk.open()
})
afterEach(() => desk.world.close())

const ask: PurchaseDesk['world']['ask'] = (name, input) => desk.world.ask(name, input)
const puts = () => desk.world.carriers.callfireV2.server.count({ method: 'PUT' })
const fault = (rule: FaultRule) => desk.world.carriers.callfireV2.faults.add(rule)

async function renewing(accountId: string): Promise<NumberRow> {
  const { rows } = await ask('numbers.query', numberQuery())
  const row = rows.find((one) => one.accountId === accountId && one.lease?.autoRenew === true && one.state === 'active')
  if (!row) throw new Error('no number renews itself')
  return row
}

const set = (accountId: string, row: NumberRow, autoRenew: boolean): Promise<readonly LeaseOutcome[]> =>
  ask('leases.setAutoRenew', {
    accountId,
    kind: 'number',
    things: [row.number],
    autoRenew,
    typed: autoRenew ? null : row.number.slice(-4),
  })
const shown = async (accountId: string, number: string) => (await ask('numbers.get', { accountId, number }))?.row
const atCarrier = (number: string) => desk.world.carriers.callfireV2.books.leases.find(toDigits(number))

describe('auto-renew at CallFire', () => {
  it('goes off and on again, at the carrier and here', async () => {
    const accountId = await desk.account('callfire-v2')
    const row = await renewing(accountId)
    expect(await set(accountId, row, false)).toEqual([{ thing: row.number, outcome: 'done', said: null }])
    expect(atCarrier(row.number)).toMatchObject({ autoRenew: false })
    expect(await shown(accountId, row.number)).toMatchObject({ state: 'active', lease: { autoRenew: false } })
    expect(await set(accountId, row, true)).toMatchObject([{ outcome: 'done' }])
    expect(atCarrier(row.number)).toMatchObject({ autoRenew: true })
    expect(await shown(accountId, row.number)).toMatchObject({ lease: { autoRenew: true } })
    expect(puts()).toBe(2)
  })

  it('of a keyword goes off and on as well', async () => {
    const accountId = await desk.account('callfire-v2')
    const { rows } = await ask('keywords.query', keywords)
    const word = rows.find(({ lease }) => lease.autoRenew)?.keyword ?? ''
    const change: AutoRenewChange = {
      accountId,
      kind: 'keyword',
      things: [word],
      autoRenew: false,
      typed: word.toLowerCase(),
    }
    expect(await ask('leases.setAutoRenew', change)).toMatchObject([{ outcome: 'done' }])
    const read = async () => (await ask('keywords.query', { ...keywords, search: word })).rows[0]?.lease.autoRenew
    expect(await read()).toBe(false)
    await ask('leases.setAutoRenew', { ...change, autoRenew: true })
    expect(await read()).toBe(true)
  })

  const happened: readonly FaultRule['fault'][] = [
    { kind: 'reset', when: 'after' },
    { kind: 'silent', when: 'after' },
    { kind: 'status', status: 500, when: 'after' },
    { kind: 'html' },
    { kind: 'truncated', cut: true },
  ]
  it.each(happened)(
    'that happened without an answer is found by looking, and not written twice: %j',
    async (suffered) => {
      const accountId = await desk.account('callfire-v2')
      const row = await renewing(accountId)
      fault({ match: { method: 'PUT' }, times: 1, fault: suffered })
      expect(await set(accountId, row, false)).toMatchObject([{ outcome: 'done' }])
      expect([puts(), atCarrier(row.number)?.autoRenew]).toEqual([1, false])
    },
  )

  it('that did not happen is written again after a look', async () => {
    const accountId = await desk.account('callfire-v2')
    const row = await renewing(accountId)
    fault({ match: { method: 'PUT' }, times: 2, fault: { kind: 'reset', when: 'before' } })
    expect(await set(accountId, row, false)).toMatchObject([{ outcome: 'done' }])
    expect(puts()).toBe(3)
  })

  it('is left open when the line goes dead in the middle, and is put right by the next look', async () => {
    const accountId = await desk.account('callfire-v2')
    const row = await renewing(accountId)
    const dead = [
      fault({ match: { method: 'PUT' }, fault: { kind: 'reset', when: 'after' } }),
      fault({
        match: { method: 'GET', path: '/v2/numbers/leases/*' },
        after: 1,
        fault: { kind: 'status', status: 503 },
      }),
    ]
    expect(await set(accountId, row, false)).toMatchObject([
      { outcome: 'unknown', said: expect.stringMatching(/^It was sent, but looking at it did not work\./) },
    ])
    expect(puts()).toBe(1)
    for (const over of dead) over()
    expect(await set(accountId, row, false)).toMatchObject([{ outcome: 'done', said: 'It was so already.' }])
  })

  it('that the carrier refuses is told in its own words', async () => {
    const accountId = await desk.account('callfire-v2')
    const row = await renewing(accountId)
    fault({ match: { method: 'PUT' }, fault: { kind: 'status', status: 400 } })
    expect(await set(accountId, row, false)).toMatchObject([
      { outcome: 'refused', said: expect.stringMatching(/^CallFire refused: /) },
    ])
    expect([puts(), await shown(accountId, row.number)]).toMatchObject([1, { lease: { autoRenew: true } }])
  })

  it('needs the connection and an account that may be changed', async () => {
    const accountId = await desk.account('callfire-v2')
    const { number } = await renewing(accountId)
    const change: AutoRenewChange = { accountId, kind: 'number', things: [number], autoRenew: true, typed: null }
    desk.world.online = false
    const offline: Failure = { kind: 'offline', accountId }
    expect(await desk.world.refusal('leases.setAutoRenew', change)).toEqual(offline)
    desk.world.online = true
    await ask('accounts.change', { accountId, readOnly: true })
    expect(await desk.world.refusal('leases.setAutoRenew', change)).toMatchObject({ kind: 'invalid' })
    expect(puts()).toBe(0)
  })

  it('changed while a sync runs takes nothing for gone', async () => {
    const accountId = await desk.account('callfire-v2')
    const row = await renewing(accountId)
    const syncing = desk.world.sync(accountId)
    await set(accountId, row, false)
    expect(await syncing).toMatchObject({ phase: 'done', gone: 0 })
    await desk.world.sync(accountId)
    expect(await shown(accountId, row.number)).toMatchObject({ state: 'active', lease: { autoRenew: false } })
  })
})

describe('what giving up means', () => {
  it('is computed offline from what was read', async () => {
    const accountId = await desk.account('callfire-v2')
    const row = await renewing(accountId)
    desk.world.online = false
    const asked: LeasedThings = { accountId, kind: 'number', things: [row.number] }
    const { things, typing, ...sums } = await ask('leases.consequences', { ...asked, ending: 'autoRenewOff' })
    expect(typing).toBe(row.number.slice(-4))
    expect(things).toMatchObject([{ display: row.display, lastDay: row.lease?.end ?? null }])
    expect(sums.savedUnknown === 1 || sums.savedPerYear.amount !== '0').toBe(true)
    if (row.rings.state === 'somewhere') expect(things[0]?.lines.join(' ')).toContain(row.rings.sentence)
  })
})

const keywords: KeywordsQuery = {
  search: '',
  accountIds: [],
  sort: 'keyword',
  direction: 'ascending',
  offset: 0,
  limit: 50,
}

describe('kept settings', () => {
  it('come back with a number that was released at Flowroute and bought again', async () => {
    const accountId = await desk.account('flowroute-v2')
    const { books } = desk.world.carriers.flowrouteV2
    const { rows } = await ask('numbers.query', numberQuery())
    const number = rows.find(({ rings }) => rings.state === 'somewhere')?.number ?? ''
    books.changeNumber(toDigits(number), { alias: 'Front desk' })
    await desk.world.sync(accountId)
    const before = await ask('numbers.get', { accountId, number })
    await desk.settled(await desk.buy({ kind: 'release', accountId, things: [number] }))
    expect(await shown(accountId, number)).toMatchObject({ state: 'gone' })
    const [point] = await ask('leases.restorePoints', { number })
    expect(point).toMatchObject({ why: 'release', number, snapshot: { alias: 'Front desk' }, routing: before?.routing })
    const restore = { accountId, pointId: point?.id ?? '' }
    expect(await desk.world.refusal('leases.restore', restore)).toMatchObject({ kind: 'invalid', field: 'pointId' })
    await bringBack(accountId, number)
    expect(await ask('leases.restore', restore)).toMatchObject([{ outcome: 'done' }])
    const after = await ask('numbers.get', { accountId, number })
    expect(after).toMatchObject({ snapshot: { alias: 'Front desk' }, routing: before?.routing })
  })

  it('of a CallFire number bring back its calls as they were before auto-renew went off', async () => {
    const accountId = await desk.account('callfire-v2')
    const { books } = desk.world.carriers.callfireV2
    const { rows } = await ask('numbers.query', numberQuery())
    const row = rows.find(({ rings, state }) => state === 'active' && rings.sentence.startsWith('Tracks calls → ('))
    if (!row) throw new Error('no number tracks calls')
    await set(accountId, row, false)
    const config = books.configs.find(toDigits(row.number))
    books.configs.replace(toDigits(row.number), {})
    const [point] = await ask('leases.restorePoints', { number: row.number })
    const outcomes = await ask('leases.restore', { accountId, pointId: point?.id ?? '' })
    expect(outcomes).toMatchObject([{ outcome: 'done', said: expect.stringContaining('put back') }])
    expect(books.configs.find(toDigits(row.number))).toEqual(config)
    await desk.world.settled(accountId)
    expect(await shown(accountId, row.number)).toMatchObject({ rings: row.rings })
  })
})

/** Whoever comes first gets it; here that is us. */
async function bringBack(accountId: string, number: string): Promise<void> {
  const digits = toDigits(number).slice(1)
  const query = { kind: 'local', city: '', state: '', zip: '', prefix: digits.slice(0, 6), rateCenter: '' } as const
  const search = { ...query, pattern: digits, count: 5, accountIds: [accountId] }
  const { searchId } = await ask('market.search', search)
  const window = { searchId, sort: 'number', direction: 'ascending', offset: 0, limit: 10 } as const
  await desk.until(
    () => ask('market.results', window),
    (found) => !found?.parts.some(({ state }) => state === 'searching'),
  )
  await desk.settled(await desk.buy({ kind: 'numbers', accountId, things: [number] }))
}
