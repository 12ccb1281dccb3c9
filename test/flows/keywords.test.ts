import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PurchaseDesk } from './purchase-desk.ts'

let desk: PurchaseDesk
beforeEach(async () => {
  desk = await PurchaseDesk.open({ numbers: 60 })
})
afterEach(() => desk.world.close())

const check = async (accountId: string, text: string) => {
  const { words, suggestions } = await desk.world.ask('keywords.check', { accountId, text })
  return { words: words.map(({ word, standing }) => `${word} ${standing}`), suggestions }
}
const questions = () => desk.world.carriers.callfireV2.server.count({ path: '/v2/keywords' })

describe('keywords at CallFire', () => {
  it('are listed with what was read of them', async () => {
    const accountId = await desk.account('callfire-v2')
    const sorted = { sort: 'keyword', direction: 'ascending', offset: 0, limit: 20 } as const
    const query = { search: 'bak', accountIds: [accountId], ...sorted }
    const { rows, total } = await desk.world.ask('keywords.query', query)
    expect([total, rows[0]?.keyword]).toEqual([1, 'BAKERY'])
  })

  it('are free, taken, yours or none, told word by word after one question', async () => {
    const accountId = await desk.account('callfire-v2')
    const { words } = await check(accountId, 'moonlight\nsun, bakery stop\nAB c-d')
    expect(words).toEqual(['MOONLIGHT free', 'SUN taken', 'BAKERY yours', 'STOP taken', 'AB invalid', 'C-D invalid'])
    // The second asks what stands close to those that are taken.
    expect(questions()).toBe(2)
  })

  it('that are taken come with free ones close to them, which are free indeed', async () => {
    const accountId = await desk.account('callfire-v2')
    const { suggestions } = await check(accountId, 'cake')
    expect(suggestions.length).toBeGreaterThan(0)
    expect(suggestions.length).toBeLessThanOrEqual(6)
    expect((await check(accountId, suggestions.join(' '))).words).toEqual(suggestions.map((word) => `${word} free`))
  })

  it('are being checked while an order of them is open, and yours afterwards', async () => {
    const accountId = await desk.account('callfire-v2')
    desk.world.carriers.callfireV2.books.settings.orderEnd = 'PROCESSING'
    const purchaseId = await desk.buy({ kind: 'keywords', accountId, things: ['MOONLIGHT'] })
    expect((await check(accountId, 'moonlight')).words).toEqual(['MOONLIGHT checking'])
    desk.world.carriers.callfireV2.books.settings.orderEnd = 'FINISHED'
    await desk.world.ask('orders.checkAgain', { purchaseId })
    await desk.settled(purchaseId)
    expect((await check(accountId, 'moonlight')).words).toEqual(['MOONLIGHT yours'])
  })

  it('cannot be asked about offline, and of a carrier that has none', async () => {
    const callfire = await desk.account('callfire-v2')
    const flowroute = await desk.account('flowroute-v2')
    const asked = { accountId: flowroute, text: 'MOONLIGHT' }
    expect(await desk.world.refusal('keywords.check', asked)).toMatchObject({ kind: 'invalid', field: 'accountId' })
    desk.world.online = false
    const offline = await desk.world.refusal('keywords.check', { accountId: callfire, text: 'MOONLIGHT' })
    expect(offline).toEqual({ kind: 'offline', accountId: callfire })
    expect(questions()).toBe(0)
  })
})
