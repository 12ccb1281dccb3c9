import { describe, expect, it } from 'vitest'
import { pricesOf, titleOf, whyNot } from '../../renderer/screens/buying/buying-words.ts'
import { buyingVoice } from '../../renderer/screens/buying-voice.ts'
import type { DraftView } from '../../shared/model/purchase.ts'
import { sampleDraft } from './support/fake-buying.ts'
import { sampleDetail } from './support/sample-offers.ts'

const wish = { kind: 'numbers', accountId: 'cf', things: ['+12065552253', '+12065552254'] } as const
const asked = { ...wish, things: [...wish.things] }
const usd = (amount: string) => ({ amount, currency: 'USD' }) as const

describe('the dialog’s title', () => {
  it.each([
    [false, null, 'Buy 2 numbers'],
    [true, null, 'Buying 2 numbers'],
    [true, sampleDetail([{ state: 'done' }, { state: 'checking' }]), 'Buying 2 numbers'],
    [true, sampleDetail([{ state: 'done' }, { state: 'refused' }]), 'Buying 2 numbers'],
    [true, sampleDetail([{ state: 'done' }, { state: 'notSent' }]), 'Buying 2 numbers'],
    [true, sampleDetail([{ state: 'done' }, { state: 'done' }]), '2 numbers are yours'],
  ])('placed %s', (isPlaced, detail, title) => {
    expect(titleOf(asked, isPlaced, detail)).toBe(title)
  })
})

describe('the button', () => {
  it.each<[Partial<DraftView>, boolean, boolean]>([
    [{ state: 'checking' }, true, false],
    [{ state: 'stopped' }, true, false],
    [{ state: 'stale' }, true, false],
    [{ state: 'ready', asksPrice: true }, true, false],
    [{ state: 'ready' }, false, false],
    [{ state: 'ready' }, true, true],
  ])('%o, typed %s: works %s', (view, isTyped, works) => {
    expect(whyNot(sampleDraft(view), isTyped) === null).toBe(works)
  })
})

describe('a price', () => {
  const thing = { thing: '+12065552253', display: '(206) 555-2253', problem: null }

  it('that is not known is said, never 0', () => {
    const parts = pricesOf({ ...thing, setup: null, monthly: null, before: null })
    expect(parts.map(({ now }) => now)).toEqual(['not known', 'not known'])
  })

  it('that changed shows both, one that did not shows one', () => {
    const parts = pricesOf({
      ...thing,
      setup: usd('1.00'),
      monthly: usd('2.5'),
      before: { setup: usd('1'), monthly: usd('1.25') },
    })
    expect(parts).toEqual([
      { name: 'set-up', now: '$1.00', before: null },
      { name: 'monthly', now: '$2.50', before: '$1.25' },
    ])
  })
})

describe('what is said of a purchase', () => {
  const placed = sampleDraft({ state: 'placed', purchaseId: 'purchase-1' })
  const say = (more: Partial<Parameters<typeof buyingVoice>[0]>) =>
    buyingVoice({ asked, view: placed, detail: null, failure: null, ...more })

  it('is urgent once, when all is settled and something failed', () => {
    const open = say({ detail: sampleDetail([{ state: 'refused' }, { state: 'checking' }]) })
    expect(open).toEqual({ polite: '2 asked: 1 refused, 1 being checked', urgent: '' })
    const over = say({ detail: sampleDetail([{ state: 'refused' }, { state: 'done' }]) })
    expect(over).toEqual({ polite: '', urgent: 'Not all went well: 2 asked: 1 yours, 1 refused.' })
  })

  it('waits for a pause while it goes well', () => {
    expect(say({ detail: sampleDetail([{ state: 'done' }, { state: 'done' }]) }).urgent).toBe('')
  })

  it('names what stopped it before anything was sent', () => {
    const view = sampleDraft({
      state: 'stopped',
      checks: [
        { name: 'connection', state: 'passed', sentence: 'Connected.' },
        { name: 'balance', state: 'failed', sentence: 'Too few credits.' },
        { name: 'cap', state: 'notRun', sentence: 'The cap could not be read.' },
      ],
    })
    expect(say({ view })).toEqual({ polite: 'Too few credits. The cap could not be read.', urgent: '' })
  })

  it('is nothing while no dialog is open', () => {
    expect(say({ asked: null })).toEqual({ polite: '', urgent: '' })
  })
})
