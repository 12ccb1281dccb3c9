import { describe, expect, it } from 'vitest'
import { isTyped, savedWords, typingLabel } from '../../renderer/screens/giving-up/words.ts'
import { endingSign, plainSign } from '../../renderer/screens/lease-words.ts'
import { asksOf } from '../../renderer/screens/numbers/give-up.tsx'
import { isNew } from '../../renderer/screens/numbers/row-words.ts'
import { createLeasesStore, type LeaseAsk } from '../../renderer/stores/leases.ts'
import type { Consequences } from '../../shared/model/lease.ts'
import { zero } from '../../shared/money.ts'
import { createFakeMain, fakeAccount } from './support/fake-main.ts'
import { noon, todayThere } from './support/sample-rows.ts'
import { quiet, until } from './support/settled.ts'

const number = '+12065550143'
const off: LeaseAsk = { accountId: 'cf', kind: 'number', things: [number], wish: 'autoRenewOff' }
const release: LeaseAsk = { accountId: 'fr', kind: 'number', things: [number], wish: 'release' }
const dollars = (amount: string) => ({ amount, currency: 'USD' }) as const

function office() {
  const main = createFakeMain()
  main.world.answers['leases.consequences'] = ({ ending, accountId, things }): Consequences => ({
    ending,
    accountId,
    things: things.map((thing) => ({ thing, display: thing, lastDay: '2026-12-14', buyBackFrom: null, lines: [] })),
    savedPerYear: dollars('24'),
    savedUnknown: 0,
    offered: [],
    typing: '0143',
  })
  main.world.answers['leases.setAutoRenew'] = ({ things }) =>
    things.map((thing) => ({ thing, outcome: 'done', said: null }))
  return { main, store: createLeasesStore(main.bridge) }
}

const sent = (main: ReturnType<typeof office>['main']) =>
  main.asked.filter(({ name }) => name === 'leases.setAutoRenew')

describe('giving up', () => {
  it('works out what it means before anything can be sent', async () => {
    const { main, store } = office()
    await store.getState().ask([off])
    expect(store.getState().consequences).toMatchObject({ ending: 'autoRenewOff', typing: '0143' })
    expect(sent(main)).toEqual([])
  })

  it('sends what was typed, once however often it is pressed, and shows what became of each', async () => {
    const { main, store } = office()
    await store.getState().ask([off])
    const held = main.hold('leases.setAutoRenew')
    void store.getState().send('0143')
    void store.getState().send('0143')
    await until(() => held.waiting() === 1)
    held.letGo()
    await until(() => store.getState().outcomes)
    expect(sent(main)).toHaveLength(1)
    expect(sent(main)[0]?.input).toEqual({
      accountId: 'cf',
      kind: 'number',
      things: [number],
      autoRenew: false,
      typed: '0143',
    })
  })

  it('never sends a release by itself: that goes through the journal', async () => {
    const { main, store } = office()
    await store.getState().ask([release])
    await store.getState().send('0143')
    expect(sent(main)).toEqual([])
  })

  it('asks about the next account when the first is through, and is closed after the last', async () => {
    const { store } = office()
    await store.getState().ask([off, release])
    expect(store.getState().next).toEqual([release])
    await store.getState().goOn()
    expect(store.getState()).toMatchObject({ asked: release, next: [], outcomes: null })
    await store.getState().goOn()
    expect(store.getState().asked).toBeNull()
  })

  it('stays closed when the answer comes after closing', async () => {
    const { main, store } = office()
    const held = main.hold('leases.consequences')
    const asking = store.getState().ask([off])
    store.getState().close()
    held.letGo()
    await asking
    expect(store.getState()).toMatchObject({ asked: null, consequences: null })
  })

  it('says why it was not sent and keeps the question open', async () => {
    const { main, store } = office()
    await store.getState().ask([off])
    main.world.failures.set('leases.setAutoRenew', { kind: 'offline', accountId: 'cf' })
    await store.getState().send('0143')
    expect(store.getState()).toMatchObject({ failure: { kind: 'offline' }, outcomes: null, isBusy: false })
    expect(store.getState().consequences).not.toBeNull()
  })

  it('turned on again needs no typing and no consequences', async () => {
    const { main, store } = office()
    await store.getState().ask([{ ...off, wish: 'keep' }])
    await store.getState().send(null)
    await quiet()
    expect(main.asked.map(({ name }) => name)).toEqual(['leases.setAutoRenew'])
    expect(sent(main)[0]?.input).toMatchObject({ autoRenew: true, typed: null })
  })
})

describe('a selection that is given up', () => {
  const accounts = new Map(
    [
      fakeAccount('cf', 'callfire-v2'),
      fakeAccount('fr', 'flowroute-v2'),
      fakeAccount('ro', 'callfire-v2', { readOnly: true }),
    ].map((account) => [account.id, account] as const),
  )

  it('is asked about account by account, in the mildest way of each, and leaves read-only accounts alone', () => {
    const keys = [
      { accountId: 'fr', number },
      { accountId: 'cf', number },
      { accountId: 'ro', number },
      { accountId: 'cf', number: '+12065550144' },
    ]
    const { asks, readOnly } = asksOf(keys, accounts)
    expect(asks).toEqual([
      { accountId: 'cf', kind: 'number', things: [number, '+12065550144'], wish: 'autoRenewOff' },
      { accountId: 'fr', kind: 'number', things: [number], wish: 'release' },
    ])
    expect(readOnly).toEqual(['CallFire · Bakery'])
  })
})

describe('what has to be typed', () => {
  it('is named, and case and blanks do not matter', () => {
    expect(typingLabel(off, '0143')).toBe('Type the last four digits of the number: 0143')
    expect(typingLabel({ kind: 'keyword', things: ['CAKE'] }, 'CAKE')).toBe('Type the keyword: CAKE')
    expect(typingLabel({ kind: 'keyword', things: ['A1', 'B2'] }, '2')).toBe('Type how many there are: 2')
    expect(isTyped(' cake ', 'CAKE')).toBe(true)
    expect(isTyped('', 'CAKE')).toBe(false)
  })

  it('saves what is known, and never calls an unknown price nothing', () => {
    expect(savedWords(dollars('24'), 0)).toBe('$24.00 a year')
    expect(savedWords(dollars('24'), 2)).toBe('$24.00 a year, 2 prices not told')
    expect(savedWords(zero, 1)).toBe('the price is not told')
  })
})

describe('a lease in a sign', () => {
  const lease = (end: string, autoRenew: boolean | null) => ({ lease: { begin: null, end, autoRenew } })

  it('says when it ends only where nobody renews it and the end is near', () => {
    expect(endingSign(lease('2026-12-01', false), todayThere)?.word).toBe('Ends 1 Dec')
    expect(endingSign(lease('2026-11-01', false), todayThere)?.word).toBe('Ended 1 Nov')
    expect(endingSign(lease('2026-12-01', true), todayThere)).toBeNull()
    expect(endingSign(lease('2027-12-01', false), todayThere)).toBeNull()
  })

  it('uses the provider’s own word where we have none', () => {
    expect(plainSign({ state: 'unknown', stateSaid: 'PORTING', goneOn: null, lease: null }).word).toBe('PORTING')
  })

  it('marks a number as new for a week', () => {
    expect(isNew({ boughtAt: noon - 6 * 86_400_000 }, noon)).toBe(true)
    expect(isNew({ boughtAt: noon - 8 * 86_400_000 }, noon)).toBe(false)
    expect(isNew({ boughtAt: null }, noon)).toBe(false)
  })
})
