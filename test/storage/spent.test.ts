import { describe, expect, it } from 'vitest'
import { moved, purchase, usd } from './purchases.ts'
import { noon, open, temporaryFolder } from './support.ts'

describe('what was spent', () => {
  const priced = (
    id: string,
    states: readonly ('done' | 'checking' | 'sending' | 'refused' | 'notSent' | 'planned')[],
    from: number,
    createdAt = noon,
  ) =>
    purchase(id, [], {
      createdAt,
      items: states.map((state, slot) => ({
        slot,
        thing: `+1${2065550100 + from + slot}`,
        state,
        setup: usd('0.1'),
        monthly: usd('0.2'),
      })),
    })

  it('sums set-up and first month of what was bought, is being checked or is about to be sent, exactly', () => {
    const { orders } = open(temporaryFolder())
    orders.begin(priced('a', ['done', 'checking', 'sending', 'refused', 'notSent', 'planned'], 0))
    expect(orders.spent('bakery', noon, noon + 1)).toEqual({ known: usd('1.2'), unknown: 0 })
    orders.change('a', { settledAt: noon })
    expect(orders.spent('bakery', noon, noon + 1)).toEqual({ known: usd('0.9'), unknown: 0 })
    expect(orders.spent('clinic', noon, noon + 1)).toEqual({ known: usd('0'), unknown: 0 })
  })

  it('counts from the first instant with to the last without', () => {
    const { orders } = open(temporaryFolder())
    orders.begin(priced('a', ['done'], 0, noon - 1))
    orders.begin(priced('b', ['done'], 1, noon))
    orders.begin(priced('c', ['done'], 2, noon + 9))
    orders.begin(priced('d', ['done'], 3, noon + 10))
    expect(orders.spent('bakery', noon, noon + 10).known).toEqual(usd('0.6'))
  })

  it('takes the provider’s word for what an order cost, counts what has no price, and leaves out what was given up', () => {
    const { orders } = open(temporaryFolder())
    orders.begin(priced('a', ['done', 'done'], 0))
    orders.change('a', { total: usd('5.55') })
    orders.begin(purchase('b', ['+12065550110', '+12065550111'], { kind: 'count' }))
    orders.change('b', moved('done', 'checking'))
    orders.begin({ ...priced('c', ['done'], 20), kind: 'release' })
    orders.begin({ ...priced('d', ['refused'], 30) })
    orders.change('d', { total: usd('9') })
    orders.begin({ ...priced('e', ['done'], 40), kind: 'keywords' })
    expect(orders.spent('bakery', noon, noon + 1)).toEqual({ known: usd('5.85'), unknown: 2 })
  })

  it.each([
    ['flowroute-v2', 1],
    ['callfire-v2', 0],
  ] as const)('of what has no set-up price, knows the month alone (%s: %i not known)', (api, unknown) => {
    const { orders } = open(temporaryFolder())
    const item = { slot: 0, thing: '+12065550100', state: 'done', setup: null, monthly: usd('0.2') } as const
    orders.begin(purchase('a', [], { api, items: [item] }))
    expect(orders.spent('bakery', noon, noon + 1)).toEqual({ known: usd('0.2'), unknown })
  })
})
