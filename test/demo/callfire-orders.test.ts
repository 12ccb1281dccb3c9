import { describe, expect, it } from 'vitest'
import { type Desk, openDesk } from './callfire-desk.ts'

const offers = async (desk: Desk, query: string): Promise<readonly string[]> => {
  const { json } = await desk.get(query)
  return json.items.map(({ number }: { number: string }) => number)
}

const place = async (desk: Desk, body: unknown, what = 'numbers'): Promise<number> => {
  const { status, json } = await desk.send('POST', `/orders/${what}`, body)
  if (status !== 201) throw new Error(`${status} ${json.message}`)
  return json.id
}

const holds = async (desk: Desk, number: string | undefined) =>
  (await desk.get(`/numbers/leases/${number}`)).status === 200

describe('an order of named numbers', () => {
  it('is answered 201 with an id of many digits and is worked off while it is read', async () => {
    await using desk = await openDesk(10)
    desk.books.settings.orderReads = 2
    const numbers = await offers(desk, '/numbers/local?state=WA&limit=2')
    const answer = await desk.send('POST', '/orders/numbers', { numbers })
    expect(answer.status).toBe(201)
    expect(Object.keys(answer.json)).toEqual(['id'])
    expect(String(answer.json.id)).toMatch(/^\d{10,}$/)
    const read = async () => (await desk.get(`/orders/${answer.json.id}`)).json
    for (const _read of [1, 2]) {
      const order = await read()
      expect(order).toMatchObject({ status: 'PROCESSING', localNumbers: { ordered: 2, unitCost: 1.5 } })
      expect(order.localNumbers).not.toHaveProperty('fulfilled')
      expect(await holds(desk, numbers[0])).toBe(false)
    }
    expect(await read()).toEqual({
      id: answer.json.id,
      status: 'FINISHED',
      created: desk.clock.now(),
      totalCost: 3,
      summary: 3,
      salesTax: 0,
      total: 3,
      localNumbers: { ordered: 2, unitCost: 1.5, fulfilled: numbers },
    })
  })

  it('ends by itself after a while, read or not', async () => {
    await using desk = await openDesk(10)
    const [number] = await offers(desk, '/numbers/local?state=WA&limit=1')
    await place(desk, { numbers: [number] })
    expect(await holds(desk, number)).toBe(false)
    desk.clock.advance(20_000)
    expect(await holds(desk, number)).toBe(true)
  })

  it('spends none, one or two reads in PROCESSING when nothing else is set', async () => {
    await using desk = await openDesk(10)
    const counts = new Set<number>()
    for (const number of await offers(desk, '/numbers/local?state=WA&limit=3')) {
      const id = await place(desk, { numbers: [number] })
      let reads = 0
      while ((await desk.get(`/orders/${id}`)).json.status === 'PROCESSING') reads += 1
      counts.add(reads)
    }
    expect([...counts].sort()).toEqual([0, 1, 2])
  })

  it('makes an active, renewing lease of one month and an unconfigured number, and empties the shelf', async () => {
    await using desk = await openDesk(10)
    desk.books.settings.orderReads = 0
    const [number] = await offers(desk, '/numbers/local?state=WA&limit=1')
    await desk.get(`/orders/${await place(desk, { numbers: [number] })}`)
    const { json } = await desk.get(`/numbers/leases/${number}`)
    expect(json).toMatchObject({ number, status: 'ACTIVE', autoRenew: true, leaseBegin: desk.clock.now() })
    expect(new Date(json.leaseEnd).toISOString()).toBe('2027-01-01T12:00:00.000Z')
    expect((await desk.get(`/numbers/leases/configs/${number}`)).json).toEqual({ number })
    expect(await offers(desk, '/numbers/local?state=WA')).not.toContain(number)
    expect((await desk.get('/numbers/leases?limit=1000')).json.items.at(-1).number).toBe(number)
  })

  it('is refused as a whole when one of them is not for sale', async () => {
    await using desk = await openDesk(10)
    const [good] = await offers(desk, '/numbers/local?state=WA&limit=1')
    const [held] = desk.books.leases.numbers()
    const refused = async (numbers: readonly unknown[]) =>
      (await desk.send('POST', '/orders/numbers', { numbers })).json
    expect(await refused([good, '12132212289'])).toMatchObject({
      httpStatusCode: 400,
      message: 'unavailable numbers: 12132212289',
    })
    expect((await refused([held, 'x'])).message).toBe(`unavailable numbers: ${held}, x`)
    desk.clock.advance(60_000)
    expect(await holds(desk, good)).toBe(false)
  })

  it('is fulfilled only in part when somebody was faster', async () => {
    await using desk = await openDesk(10)
    desk.books.settings.orderReads = 1
    const numbers = await offers(desk, '/numbers/local?state=WA&limit=3')
    const id = await place(desk, { numbers })
    await desk.get(`/orders/${id}`)
    desk.books.market.sell(numbers[1] ?? '')
    const { json } = await desk.get(`/orders/${id}`)
    expect(json).toMatchObject({
      status: 'FINISHED',
      totalCost: 3,
      localNumbers: { ordered: 3, fulfilled: [numbers[0], numbers[2]] },
    })
    expect(await holds(desk, numbers[1])).toBe(false)
  })

  it('separates local from toll-free numbers and counts a number once', async () => {
    await using desk = await openDesk(10)
    desk.books.settings.orderReads = 0
    const [local] = await offers(desk, '/numbers/local?state=WA&limit=1')
    const [tollFree] = await offers(desk, '/numbers/tollfree?limit=1')
    const id = await place(desk, { numbers: [local, tollFree, local] })
    expect((await desk.get(`/orders/${id}`)).json).toMatchObject({
      totalCost: 4,
      localNumbers: { ordered: 1, unitCost: 1.5, fulfilled: [local] },
      tollFreeNumbers: { ordered: 1, unitCost: 2.5, fulfilled: [tollFree] },
    })
  })
})

describe('an order in bulk', () => {
  it('finds numbers by count and region; counts may come as text', async () => {
    await using desk = await openDesk(10)
    desk.books.settings.orderReads = 0
    const id = await place(desk, { localCount: '2', tollFreeCount: 1, city: 'Seattle', state: 'WA' })
    const { json } = await desk.get(`/orders/${id}`)
    expect(json.localNumbers.fulfilled).toHaveLength(2)
    expect(json.tollFreeNumbers.fulfilled).toHaveLength(1)
    for (const number of json.localNumbers.fulfilled) {
      expect((await desk.get(`/numbers/leases/${number}`)).json.region.city).toBe('SEATTLE')
    }
  })

  it('may be combined with named numbers', async () => {
    await using desk = await openDesk(10)
    desk.books.settings.orderReads = 0
    const [named] = await offers(desk, '/numbers/local?state=WA&limit=1')
    const id = await place(desk, { numbers: [named], localCount: 2, state: 'WA' })
    const { localNumbers } = (await desk.get(`/orders/${id}`)).json
    expect(localNumbers.ordered).toBe(3)
    expect(new Set(localNumbers.fulfilled).size).toBe(3)
    expect(localNumbers.fulfilled[0]).toBe(named)
  })

  it('gets fewer than it asked for when there are not more', async () => {
    await using desk = await openDesk(10)
    desk.books.settings.orderReads = 0
    desk.books.settings.fulfilAtMost = 2
    const id = await place(desk, { localCount: 5, prefix: '1206' })
    expect((await desk.get(`/orders/${id}`)).json.localNumbers).toMatchObject({
      ordered: 5,
      fulfilled: [expect.any(String), expect.any(String)],
    })
  })
})

describe('an order that cannot be', () => {
  it('is refused when it asks for nothing, has a bad region or wrong types', async () => {
    await using desk = await openDesk(10)
    for (const body of [
      {},
      { numbers: [] },
      { localCount: 0 },
      { localCount: 1, prefix: '206' },
      { numbers: '1' },
      { localCount: -1 },
      { localCount: 1001, state: 'WA' },
    ]) {
      expect((await desk.send('POST', '/orders/numbers', body)).status).toBe(400)
    }
  })

  it('is refused without a card', async () => {
    await using desk = await openDesk(10)
    desk.books.settings.hasCard = false
    for (const [what, body] of [
      ['keywords', { keywords: ['MOONLIGHT'] }],
      ['numbers', { localCount: 1, state: 'WA' }],
    ] as const) {
      const { status, json } = await desk.send('POST', `/orders/${what}`, body)
      expect([status, json.message]).toEqual([400, 'no valid credit card on file'])
    }
  })

  it('ends badly without any lease or cost when it is set to', async () => {
    await using desk = await openDesk(10)
    desk.books.settings.orderReads = 0
    for (const status of ['ERRORED', 'VOID', 'PAYMENT_ERROR', 'REJECTED'] as const) {
      desk.books.settings.orderEnd = status
      const [number] = await offers(desk, '/numbers/local?state=WA&limit=1')
      const { json } = await desk.get(`/orders/${await place(desk, { numbers: [number] })}`)
      expect(json).toMatchObject({ status, totalCost: 0, localNumbers: { ordered: 1, fulfilled: [] } })
      expect(await holds(desk, number)).toBe(false)
    }
  })

  it('waits for payment without telling any items', async () => {
    await using desk = await openDesk(10)
    Object.assign(desk.books.settings, { orderReads: 0, orderEnd: 'WAIT_FOR_PAYMENT' })
    const { json } = await desk.get(`/orders/${await place(desk, { localCount: 1, state: 'WA' })}`)
    expect(json.status).toBe('WAIT_FOR_PAYMENT')
    for (const item of ['localNumbers', 'tollFreeNumbers', 'keywords']) expect(json).not.toHaveProperty(item)
  })
})

describe('money', () => {
  it('is taken from the credits when the order is finished', async () => {
    await using desk = await openDesk(10)
    desk.books.settings.orderReads = 0
    desk.books.billing.setCredits({ plan: 100, payAsYouGo: 50 })
    const id = await place(desk, { localCount: 4, state: 'WA' })
    const left = async () => (await desk.get('/me/billing/plan-usage')).json.totalRemainingCredits
    expect(await left()).toBe(150)
    await desk.get(`/orders/${id}`)
    expect(await left()).toBe(144)
  })
})

describe('a lost answer', () => {
  it('leaves an order behind that the list and the leases tell about', async () => {
    await using desk = await openDesk(10)
    const [number = ''] = await offers(desk, '/numbers/local?state=WA&limit=1')
    desk.server.faults.add({ match: { method: 'POST' }, times: 1, fault: { kind: 'reset', when: 'after' } })
    await expect(desk.send('POST', '/orders/numbers', { numbers: [number] })).rejects.toThrow()
    desk.clock.advance(30_000)
    const { json } = await desk.get('/orders?limit=1')
    expect(json.items[0].localNumbers.fulfilled).toEqual([number])
    expect(await holds(desk, number)).toBe(true)
  })
})
