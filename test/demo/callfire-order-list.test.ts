import { describe, expect, it } from 'vitest'
import { openDesk } from './callfire-desk.ts'

describe('the list of orders', () => {
  it('is newest first, has orders of before and counts as a read of the open ones', async () => {
    await using desk = await openDesk(50)
    desk.books.settings.orderReads = 1
    const { id } = (await desk.send('POST', '/orders/numbers', { localCount: 1, state: 'WA' })).json
    const first = await desk.get('/orders')
    expect(first.json.items[0]).toMatchObject({ id, status: 'PROCESSING' })
    expect((await desk.get('/orders')).json.items[0]).toMatchObject({ id, status: 'FINISHED' })
    const created = first.json.items.map((order: { created: number }) => order.created)
    expect(created).toEqual([...created].sort((one, other) => other - one))
    expect(created.length).toBeGreaterThan(10)
    expect(first.json.items.some((order: object) => 'tollFreeNumbers' in order)).toBe(true)
    expect(first.json.items.some((order: object) => 'keywords' in order)).toBe(true)
  })

  it('is filtered by status, repeated or with commas, and by time', async () => {
    await using desk = await openDesk(50)
    const statuses = async (query: string) => {
      const { json } = await desk.get(`/orders?limit=100&${query}`)
      return [...new Set(json.items.map((order: { status: string }) => order.status))].sort()
    }
    expect(await statuses('status=VOID')).toEqual(['VOID'])
    expect(await statuses('status=VOID&status=FINISHED')).toEqual(['FINISHED', 'VOID'])
    expect(await statuses('status=VOID,ERRORED')).toEqual(['ERRORED', 'VOID'])
    expect(await statuses('status=NEVER_HEARD')).toEqual([])
    const { json } = await desk.get('/orders')
    const { created, id } = json.items[3]
    const one = await desk.get(`/orders?intervalBegin=${created}&intervalEnd=${created}`)
    expect(one.json.items.map((order: { id: number }) => order.id)).toEqual([id])
    expect((await desk.get(`/orders?intervalBegin=${desk.clock.now() + 1}`)).json.items).toEqual([])
  })

  it('answers 404 for an unknown order', async () => {
    await using desk = await openDesk(3)
    expect((await desk.get('/orders/77')).status).toBe(404)
    expect((await desk.get('/orders/abc')).status).toBe(404)
  })
})
