import { describe, expect, it } from 'vitest'
import { ordersQuery, purchase, usd, utcMonth } from './purchases.ts'
import { open, temporaryFolder } from './support.ts'

describe('what a purchase costs', () => {
  it.each([
    ['flowroute-v2', usd('1.10'), usd('2.20'), null, '3.3', true],
    ['flowroute-v2', null, usd('2.20'), usd('2.20'), '4.4', true],
    ['flowroute-v2', usd('1.10'), usd('2.20'), usd('2.20'), '6.6', false],
    ['callfire-v2', null, usd('2.20'), usd('2.20'), '4.4', false],
  ] as const)(
    'tells that it costs more when a part of a price is not known (%#)',
    (api, setup, one, other, least, more) => {
      const { orders } = open(temporaryFolder())
      const row = () => orders.query(ordersQuery(), utcMonth).rows[0]
      const items = [
        { slot: 0, thing: '+12065550100', state: 'planned', setup, monthly: one },
        { slot: 1, thing: '+12065550101', state: 'planned', setup: other === null ? null : setup, monthly: other },
      ] as const
      orders.begin(purchase('p', [], { api, items }))
      expect(row()).toMatchObject({ cost: usd(least), costsMore: more })
      orders.change('p', { total: usd('7.123') })
      expect(row()?.costsMore).toBe(false)
    },
  )
})
