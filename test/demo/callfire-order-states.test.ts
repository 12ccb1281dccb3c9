import { describe, expect, it } from 'vitest'
import { type Desk, openDesk } from './callfire-desk.ts'

const offer = async (desk: Desk, count = 1): Promise<readonly string[]> =>
  (await desk.get(`/numbers/local?state=WA&limit=${count}`)).json.items.map(({ number }: { number: string }) => number)

const place = async (desk: Desk, body: unknown, what = 'numbers'): Promise<number> =>
  (await desk.send('POST', `/orders/${what}`, body)).json.id

const read = async (desk: Desk, id: number) => (await desk.get(`/orders/${id}`)).json

const statuses = async (desk: Desk, id: number, reads: number): Promise<readonly string[]> => {
  const seen: string[] = []
  for (let turn = 0; turn < reads; turn += 1) seen.push((await read(desk, id)).status)
  return seen
}

const listed = async (desk: Desk): Promise<readonly string[]> =>
  (await desk.get('/numbers/leases?limit=1000')).json.items.map(({ number }: { number: string }) => number)

describe('an order on its way', () => {
  it('is new, then worked off, then at its end, by the reads of it', async () => {
    await using desk = await openDesk(5)
    Object.assign(desk.books.settings, { orderNewReads: 2, orderReads: 1 })
    const [number] = await offer(desk)
    const id = await place(desk, { numbers: [number] })
    expect(await read(desk, id)).toMatchObject({ status: 'NEW', totalCost: 1.5 })
    expect(await statuses(desk, id, 4)).toEqual(['NEW', 'PROCESSING', 'FINISHED', 'FINISHED'])
    expect(await listed(desk)).toContain(number)
  })

  it('comes to its end by the clock alone, however often it is read', async () => {
    await using desk = await openDesk(5)
    Object.assign(desk.books.settings, { orderReads: Number.POSITIVE_INFINITY, orderMs: 90_000, orderEnd: 'ERRORED' })
    const [number] = await offer(desk)
    const id = await place(desk, { numbers: [number] })
    expect(new Set(await statuses(desk, id, 30))).toEqual(new Set(['PROCESSING']))
    desk.clock.advance(89_999)
    expect((await read(desk, id)).status).toBe('PROCESSING')
    desk.clock.advance(1)
    expect(await read(desk, id)).toMatchObject({ status: 'ERRORED', totalCost: 0, localNumbers: { fulfilled: [] } })
    expect(await listed(desk)).not.toContain(number)
  })

  it('may stay in the works until the books let it go on', async () => {
    await using desk = await openDesk(5)
    Object.assign(desk.books.settings, { orderReads: 0, orderEnd: 'PROCESSING' })
    const [number] = await offer(desk)
    const id = await place(desk, { numbers: [number] })
    desk.clock.advance(86_400_000)
    expect(await statuses(desk, id, 2)).toEqual(['PROCESSING', 'PROCESSING'])
    expect(desk.books.orders.goOn(id)).toBe(true)
    expect((await read(desk, id)).status).toBe('FINISHED')
    expect(desk.books.orders.goOn(id)).toBe(false)
  })

  it('waits for payment, and gets its numbers when somebody has paid', async () => {
    await using desk = await openDesk(5)
    Object.assign(desk.books.settings, { orderReads: 0, orderEnd: 'WAIT_FOR_PAYMENT' })
    const [number] = await offer(desk)
    const id = await place(desk, { numbers: [number] })
    expect(await read(desk, id)).toMatchObject({ status: 'WAIT_FOR_PAYMENT', totalCost: 1.5 })
    desk.clock.advance(86_400_000)
    expect(await listed(desk)).not.toContain(number)
    desk.books.orders.goOn(id)
    expect(await read(desk, id)).toMatchObject({ status: 'FINISHED', localNumbers: { fulfilled: [number] } })
    expect((await desk.get(`/numbers/leases/${number}`)).json.leaseBegin).toBe(desk.clock.now())
  })
})

describe('an order that the carrier forgets', () => {
  it('is not found and not listed, and its numbers come all the same', async () => {
    await using desk = await openDesk(5)
    const [number] = await offer(desk)
    const id = await place(desk, { numbers: [number] })
    desk.books.orders.forget(id)
    expect((await desk.get(`/orders/${id}`)).status).toBe(404)
    for (let look = 0; look < 4; look += 1) await desk.get('/orders')
    expect(await listed(desk)).not.toContain(number)
    desk.clock.advance(20_000)
    expect(await listed(desk)).toContain(number)
    expect((await desk.get('/orders?limit=100')).json.items.map((order: { id: number }) => order.id)).not.toContain(id)
  })

  it('may be any that comes, from its first moment on', async () => {
    await using desk = await openDesk(5)
    desk.books.settings.remembersOrders = false
    const id = await place(desk, { localCount: 1, state: 'WA' })
    expect((await desk.get(`/orders/${id}`)).status).toBe(404)
  })
})

describe('an account without a list of orders', () => {
  it.each([
    ['notServed', 404],
    ['forbidden', 403],
  ] as const)('answers %s with %i and still knows each order', async (orderList, status) => {
    await using desk = await openDesk(5)
    desk.books.settings.orderList = orderList
    const id = await place(desk, { localCount: 1, state: 'WA' })
    expect((await desk.get('/orders')).status).toBe(status)
    expect((await desk.get(`/orders/${id}`)).status).toBe(200)
  })
})

describe('credits', () => {
  const set = ({ books }: Desk, plan: number, payAsYouGo: number) => books.billing.setCredits({ plan, payAsYouGo })
  const left = async (desk: Desk) => (await desk.get('/me/billing/plan-usage')).json.totalRemainingCredits

  it('that are too low refuse numbers and keywords at once', async () => {
    await using desk = await openDesk(5)
    set(desk, 1, 0.49)
    expect(await left(desk)).toBe(1)
    for (const [what, body, cost] of [
      ['numbers', { localCount: 1, state: 'WA' }, '1.50'],
      ['numbers', { numbers: await offer(desk, 2) }, '3.00'],
      ['keywords', { keywords: ['MOONLIGHT'] }, '25.00'],
    ] as const) {
      const { status, json } = await desk.send('POST', `/orders/${what}`, body)
      expect([status, json.message]).toEqual([400, `insufficient credits: the order costs ${cost}, 1.49 are left`])
    }
    set(desk, 1, 0.5)
    expect((await desk.send('POST', '/orders/numbers', { localCount: 1, state: 'WA' })).status).toBe(201)
  })

  it('are taken as they were bought first, then from the plan, down to nothing', async () => {
    await using desk = await openDesk(5)
    desk.books.settings.orderReads = 0
    set(desk, 10, 2)
    await read(desk, await place(desk, { localCount: 2, state: 'WA' }))
    expect((await desk.get('/me/billing/plan-usage')).json).toMatchObject({
      remainingPlanCredits: 9,
      remainingPayAsYouGoCredits: 0,
    })
  })

  it.each(['PAYMENT_ERROR', 'WAIT_FOR_PAYMENT'] as const)(
    'may turn out too low only while the order is worked off: %s',
    async (whenShort) => {
      await using desk = await openDesk(5)
      Object.assign(desk.books.settings, { whenShort, orderReads: 0 })
      set(desk, 0, 1)
      const id = await place(desk, { localCount: 1, state: 'WA' })
      expect((await read(desk, id)).status).toBe(whenShort)
      expect(desk.books.ledger.effects).toEqual([])
      expect(await left(desk)).toBe(1)
    },
  )
})

describe('what was bought', () => {
  it('shows in lists only after the lag, and on its own at once', async () => {
    await using desk = await openDesk(5)
    Object.assign(desk.books.settings, { orderReads: 0, lagMs: 30_000 })
    const [number] = await offer(desk)
    await read(desk, await place(desk, { numbers: [number] }))
    await read(desk, await place(desk, { keywords: ['MOONLIGHT'] }, 'keywords'))
    const keywords = async () =>
      (await desk.get('/keywords/leases')).json.items.map(({ keyword }: { keyword: string }) => keyword)
    const configs = async () =>
      (await desk.get('/numbers/leases/configs')).json.items.map((config: { number: string }) => config.number)
    expect([await listed(desk), await configs()].flat()).not.toContain(number)
    expect(await keywords()).not.toContain('MOONLIGHT')
    for (const path of [`/numbers/leases/${number}`, '/keywords/leases/MOONLIGHT']) {
      expect((await desk.get(path)).status).toBe(200)
    }
    expect(desk.books.ledger.owned()).toEqual({
      numbers: expect.arrayContaining([number]),
      keywords: expect.arrayContaining(['MOONLIGHT']),
    })
    desk.clock.advance(30_000)
    expect(await listed(desk)).toContain(number)
    expect(await configs()).toContain(number)
    expect(await keywords()).toContain('MOONLIGHT')
  })

  it('may be hidden from every read for that time', async () => {
    await using desk = await openDesk(5)
    Object.assign(desk.books.settings, { orderReads: 0, lagMs: 30_000, readsLag: true })
    const [number] = await offer(desk)
    await read(desk, await place(desk, { numbers: [number] }))
    await read(desk, await place(desk, { keywords: ['MOONLIGHT'] }, 'keywords'))
    const paths = [`/numbers/leases/${number}`, `/numbers/leases/configs/${number}`, '/keywords/leases/MOONLIGHT']
    for (const path of paths) expect((await desk.get(path)).status).toBe(404)
    expect((await desk.send('POST', '/orders/numbers', { numbers: [number] })).json.message).toBe(
      `unavailable numbers: ${number}`,
    )
    desk.clock.advance(30_000)
    for (const path of paths) expect((await desk.get(path)).status).toBe(200)
  })

  it('stands in the ledger with its order and its time, and again when its lease has run out', async () => {
    await using desk = await openDesk(0)
    desk.books.settings.orderReads = 0
    const [number] = await offer(desk)
    const id = await place(desk, { numbers: [number] })
    const at = desk.clock.now()
    await read(desk, id)
    const { leaseEnd } = (await desk.get(`/numbers/leases/${number}`)).json
    await desk.send('PUT', `/numbers/leases/${number}`, { autoRenew: false })
    desk.clock.set(leaseEnd + 5_000)
    await desk.get('/me/account')
    const thing = { what: 'number', thing: number }
    expect(desk.books.ledger.effects).toEqual([
      { ...thing, at, kind: 'bought', orderId: String(id) },
      { ...thing, at: leaseEnd, kind: 'ended', orderId: null },
    ])
    expect(desk.books.ledger.owned()).toEqual({ numbers: [], keywords: [] })
  })

  it('renews again when auto-renew is switched back on before the end', async () => {
    await using desk = await openDesk(0)
    desk.books.settings.orderReads = 0
    const [number] = await offer(desk)
    await read(desk, await place(desk, { numbers: [number] }))
    const { leaseEnd } = (await desk.get(`/numbers/leases/${number}`)).json
    await desk.send('PUT', `/numbers/leases/${number}`, { autoRenew: false })
    desk.clock.set(leaseEnd - 1)
    await desk.send('PUT', `/numbers/leases/${number}`, { autoRenew: true })
    desk.clock.set(leaseEnd + 1)
    expect((await desk.get(`/numbers/leases/${number}`)).json).toMatchObject({ autoRenew: true, leaseBegin: leaseEnd })
  })

  it('costs what its parts cost, obtained or not', async () => {
    await using desk = await openDesk(5)
    Object.assign(desk.books.settings, { orderReads: 1, fulfilAtMost: 3 })
    const id = await place(desk, { localCount: 2, tollFreeCount: 2, state: 'WA' })
    const before = await read(desk, id)
    expect(before.totalCost).toBe(8)
    const { totalCost, total, localNumbers, tollFreeNumbers } = await read(desk, id)
    expect([localNumbers.fulfilled.length, tollFreeNumbers.fulfilled.length]).toEqual([2, 1])
    expect([totalCost, total]).toEqual([5.5, 5.5])
    const cost = [localNumbers, tollFreeNumbers].reduce((sum, item) => sum + item.unitCost * item.fulfilled.length, 0)
    expect(cost).toBe(totalCost)
  })
})
