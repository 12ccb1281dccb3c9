import { describe, expect, it } from 'vitest'
import { noon, openDesk } from './callfire-desk.ts'

describe('the account', () => {
  it('tells who it is and what it may, with fields on request', async () => {
    await using desk = await openDesk(3)
    const { json } = await desk.get('/me/account')
    expect(json).toEqual({
      id: expect.any(Number),
      email: expect.stringContaining('@'),
      name: expect.any(String),
      firstName: expect.any(String),
      lastName: expect.any(String),
      permissions: ['API', 'ACCOUNT_HOLDER'],
    })
    expect((await desk.get('/me/account?fields=email')).json).toEqual({ email: json.email })
  })
})

describe('billing', () => {
  it('tells the plan of this month from intervalStart on, and sums the credits', async () => {
    await using desk = await openDesk(3)
    const { json } = await desk.get('/me/billing/plan-usage')
    expect(new Date(json.intervalStart).toISOString()).toBe('2026-12-01T00:00:00.000Z')
    expect(new Date(json.intervalEnd).toISOString()).toBe('2026-12-31T23:59:59.999Z')
    expect(json).not.toHaveProperty('intervalBegin')
    expect(json.totalRemainingCredits).toBe(json.remainingPlanCredits + json.remainingPayAsYouGoCredits)
    desk.books.billing.setCredits({ plan: 0, payAsYouGo: 9.4 })
    expect((await desk.get('/me/billing/plan-usage')).json).toMatchObject({
      remainingPlanCredits: 0,
      totalRemainingCredits: 9,
    })
  })

  it('tells the used credits from intervalBegin on, for all time or any part of it', async () => {
    await using desk = await openDesk(3)
    const all = (await desk.get('/me/billing/credit-usage')).json
    expect(Object.keys(all).sort()).toEqual(
      ['callsDurationMinutes', 'creditsUsed', 'intervalBegin', 'intervalEnd', 'textsSent'].sort(),
    )
    const week = `intervalBegin=${noon - 7 * 86_400_000}&intervalEnd=${noon}`
    const part = (await desk.get(`/me/billing/credit-usage?${week}`)).json
    expect(part.intervalEnd - part.intervalBegin).toBe(7 * 86_400_000)
    expect(part.creditsUsed).toBeGreaterThan(0)
    expect(part.creditsUsed).toBeLessThan(all.creditsUsed)
    const untilThen = await desk.get(`/me/billing/credit-usage?intervalEnd=${noon - 86_400_000}`)
    expect(untilThen.json.textsSent).toBeLessThan(all.textsSent)
    expect((await desk.get('/me/billing/credit-usage?intervalBegin=5&intervalEnd=4')).status).toBe(400)
    expect((await desk.get('/me/billing/credit-usage?intervalBegin=monday')).status).toBe(400)
  })
})

describe('a large account', () => {
  it('with 100,000 numbers answers full pages to the last', async () => {
    await using desk = await openDesk(100_000)
    for (const list of ['leases', 'leases/configs']) {
      for (const offset of [0, 50_000, 99_000]) {
        const { json } = await desk.get(`/numbers/${list}?limit=1000&offset=${offset}`)
        expect(json.items).toHaveLength(1000)
      }
    }
  })

  it('with 100,000 numbers ends thousands of leases at once', async () => {
    await using desk = await openDesk(100_000)
    desk.clock.advance(40 * 86_400_000)
    const { json } = await desk.get('/numbers/leases?limit=1')
    expect(json.totalCount).toBeLessThan(95_000)
  })
})
