import { describe, expect, it } from 'vitest'
import { type Desk, openDesk } from './callfire-desk.ts'

const buy = async (desk: Desk, ...keywords: readonly string[]) => {
  desk.books.settings.orderReads = 0
  const { status, json } = await desk.send('POST', '/orders/keywords', { keywords })
  return status === 201 ? (await desk.get(`/orders/${json.id}`)).json : json
}

describe('keywords for sale', () => {
  it('are those of the asked ones that can be bought, as items alone', async () => {
    await using desk = await openDesk(60)
    const { json } = await desk.get(
      '/keywords?keywords=SUN&keywords=moonlight&keywords=BAKERY&keywords=STOP&keywords=AB',
    )
    expect(json).toEqual({ items: [{ keyword: 'MOONLIGHT', shortCode: '67076' }] })
    expect((await desk.get('/keywords')).json).toEqual({ items: [] })
  })

  it('are asked for one by one with a bare true or false', async () => {
    await using desk = await openDesk(60)
    for (const [keyword, answer] of [
      ['MOONLIGHT', 'true'],
      ['BAKERY', 'false'],
      ['bakery', 'false'],
      ['STOP', 'false'],
      ['SALE', 'false'],
      ['AB', 'false'],
      ['TEST_KEYWORD2', 'false'],
    ]) {
      const { status, text, headers } = await desk.get(`/keywords/${keyword}/available`)
      expect([status, text, headers.get('content-type')]).toEqual([200, answer, 'application/json'])
    }
  })
})

describe('an order of keywords', () => {
  it('makes leases that wait a moment before they are active', async () => {
    await using desk = await openDesk(60)
    const order = await buy(desk, 'moonlight', 'SUNRISE')
    expect(order).toMatchObject({
      status: 'FINISHED',
      totalCost: 50,
      keywords: { ordered: 2, unitCost: 25, fulfilled: ['MOONLIGHT', 'SUNRISE'] },
    })
    const read = async () => (await desk.get('/keywords/leases/MOONLIGHT')).json
    expect(await read()).toMatchObject({ keyword: 'MOONLIGHT', status: 'PENDING', autoRenew: true })
    desk.clock.advance(10_000)
    expect((await read()).status).toBe('ACTIVE')
    expect((await desk.get('/keywords/MOONLIGHT/available')).text).toBe('false')
  })

  it('is refused for words that break the rule or are taken', async () => {
    await using desk = await openDesk(60)
    expect((await buy(desk, 'AB', 'GOOD')).message).toBe('invalid keywords: AB')
    expect((await buy(desk, 'UNDER_SCORE')).message).toBe('invalid keywords: UNDER_SCORE')
    expect((await buy(desk, 'X'.repeat(65))).httpStatusCode).toBe(400)
    expect((await buy(desk, 'BAKERY', 'stop')).message).toBe('unavailable keywords: BAKERY, STOP')
    expect((await buy(desk)).message).toBe('keywords is required')
    expect((await buy(desk, 'X'.repeat(64))).status).toBe('FINISHED')
  })

  it('is fulfilled in part when somebody was faster', async () => {
    await using desk = await openDesk(60)
    desk.books.settings.orderReads = 1
    const { json } = await desk.send('POST', '/orders/keywords', { keywords: ['MOONLIGHT', 'SUNRISE'] })
    await desk.get(`/orders/${json.id}`)
    desk.books.keywords.sell('MOONLIGHT')
    expect((await desk.get(`/orders/${json.id}`)).json.keywords).toMatchObject({ ordered: 2, fulfilled: ['SUNRISE'] })
  })
})

describe('keyword leases', () => {
  it('hold words that break the rule of the shop, and leases without dates', async () => {
    await using desk = await openDesk(60)
    const { json } = await desk.get('/keywords/leases')
    expect(json).toMatchObject({ limit: 100, offset: 0, totalCount: 12 })
    const words = json.items.map(({ keyword }: { keyword: string }) => keyword)
    expect(words).toEqual(expect.arrayContaining(['CF', 'TEST_KEYWORD', 'BAKERY']))
    expect(json.items.some((lease: object) => !('leaseEnd' in lease))).toBe(true)
    expect(json.items.some((lease: { status: string }) => lease.status === 'PENDING')).toBe(true)
    expect(json.items.some((lease: { autoRenew: boolean }) => !lease.autoRenew)).toBe(true)
    expect(JSON.stringify(json)).not.toContain('null')
  })

  it('are found by a part of the keyword or a label, and by a whole label', async () => {
    await using desk = await openDesk(60)
    const find = async (query: string) =>
      (await desk.get(`/keywords/leases?${query}`)).json.items.map(({ keyword }: { keyword: string }) => keyword)
    expect(await find('filter=bake')).toEqual(['BAKERY'])
    const labelled = await find('labelName=Spring%20campaign')
    expect(labelled.length).toBeGreaterThan(1)
    expect(await find('filter=campaign')).toEqual(labelled)
    expect(await find('labelName=Spring')).toEqual([])
  })

  it('are read by keyword in any case, or by id', async () => {
    await using desk = await openDesk(60)
    const byWord = await desk.get('/keywords/leases/bakery')
    expect(byWord.json.keyword).toBe('BAKERY')
    const byId = await desk.get(`/keywords/leases/id/${desk.books.keywords.idOf('BAKERY')}`)
    expect(byId.json).toEqual(byWord.json)
    for (const path of ['/keywords/leases/NOBODY', '/keywords/leases/id/1', '/keywords/leases/id/x']) {
      expect((await desk.get(path)).status).toBe(404)
    }
    expect((await desk.get('/keywords/leases/BAKERY?fields=autoRenew')).json).toEqual({
      autoRenew: expect.any(Boolean),
    })
  })

  it('take auto-renew, contact list and opt-in words, keep the rest, and detach a list', async () => {
    await using desk = await openDesk(60)
    const path = '/keywords/leases/BAKERY'
    const before = (await desk.get(path)).json
    const answer = await desk.send('PUT', path, {
      ...before,
      autoRenew: false,
      contactListId: 7200000500,
      status: 'VOID',
    })
    expect([answer.status, answer.text]).toEqual([200, ''])
    expect((await desk.get(path)).json).toEqual({ ...before, autoRenew: false, contactListId: 7200000500 })
    await desk.send('PUT', path, { doubleOptInEnabled: 'true', optInConfirmationMessage: 'Hello' })
    expect((await desk.get(path)).json).toMatchObject({
      autoRenew: false,
      contactListId: 7200000500,
      doubleOptInEnabled: true,
      optInConfirmationMessage: 'Hello',
    })
    await desk.send('PUT', path, { contactListId: null })
    expect((await desk.get(path)).json).not.toHaveProperty('contactListId')
    expect((await desk.send('PUT', path, { keyword: 'OTHER' })).status).toBe(400)
    expect((await desk.send('PUT', '/keywords/leases/NOBODY', { autoRenew: false })).status).toBe(404)
  })

  it('end on their last day without auto-renew, and nobody can buy the word for a month', async () => {
    await using desk = await openDesk(60)
    await buy(desk, 'MOONLIGHT')
    const { leaseEnd } = (await desk.get('/keywords/leases/MOONLIGHT')).json
    await desk.send('PUT', '/keywords/leases/MOONLIGHT', { autoRenew: false })
    const isFree = async () => (await desk.get('/keywords/MOONLIGHT/available')).text
    desk.clock.set(leaseEnd - 1)
    expect((await desk.get('/keywords/leases/MOONLIGHT')).status).toBe(200)
    desk.clock.set(leaseEnd)
    expect((await desk.get('/keywords/leases/MOONLIGHT')).status).toBe(404)
    expect(await isFree()).toBe('false')
    desk.clock.advance(32 * 86_400_000)
    expect(await isFree()).toBe('true')
  })
})

describe('keyword configurations', () => {
  it('are empty at first, are written and read back, and are listed twenty at a time', async () => {
    await using desk = await openDesk(60)
    const path = '/keywords/leases/configs/bakery'
    expect((await desk.get(path)).json).toEqual({ keyword: 'BAKERY' })
    const textInboundConfig = { forwardEnabled: true, forwardNumber: '12025550180' }
    const answer = await desk.send('PUT', path, { keyword: 'BAKERY', textInboundConfig })
    expect([answer.status, answer.text]).toEqual([200, ''])
    expect((await desk.get(path)).json).toEqual({ keyword: 'BAKERY', textInboundConfig })
    const list = await desk.get('/keywords/leases/configs?filter=BAKERY')
    expect(list.json).toEqual({
      items: [{ keyword: 'BAKERY', textInboundConfig }],
      limit: 20,
      offset: 0,
      totalCount: 1,
    })
    expect((await desk.get('/keywords/leases/configs/NOBODY')).status).toBe(404)
    expect((await desk.send('PUT', path, { textInboundConfig: { forwardNumber: 'me' } })).status).toBe(400)
  })
})
