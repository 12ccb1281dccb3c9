import { describe, expect, it } from 'vitest'
import { openFlowroute, pick, single, toRoute } from './flowroute-world.ts'

describe('where a number rings', () => {
  it.each(['primary_route', 'failover_route'])('is set as %s with an empty 204 and seen at once', async (slot) => {
    const world = await openFlowroute()
    const [number = ''] = world.books.numbers()
    const route = world.books.routes()[3]
    const path = `/v2/numbers/${number}/relationships/${slot}`
    const answer = await world.send('PATCH', path, toRoute(route?.id ?? ''))
    expect([answer.status, answer.text]).toEqual([204, ''])
    const { data, included } = single(await world.get(`/v2/numbers/${number}`))
    expect(data.relationships?.[slot]).toEqual(toRoute(route?.id ?? ''))
    expect(included?.some(({ id }) => id === route?.id)).toBe(true)
  })

  it('goes back to the SIP registration by its id, 0', async () => {
    const world = await openFlowroute()
    const { number } = pick(world, ({ primary }) => primary !== '0')
    await world.send('PATCH', `/v2/numbers/${number}/relationships/primary_route`, toRoute('0'))
    expect(world.books.number(number)?.primary).toBe('0')
  })

  it.each([
    ['DELETE', undefined],
    ['PATCH', { data: null }],
  ])('is cleared by %s %j, which leaves a primary of nothing', async (method, body) => {
    const world = await openFlowroute()
    const { number } = pick(world, ({ primary, failover }) => primary !== null && failover !== null)
    for (const slot of ['primary_route', 'failover_route']) {
      expect((await world.send(method, `/v2/numbers/${number}/relationships/${slot}`, body)).status).toBe(204)
    }
    const { relationships } = single(await world.get(`/v2/numbers/${number}`)).data
    expect(relationships).toMatchObject({ primary_route: { data: null }, failover_route: { data: null } })
  })

  it('falls back to the SIP registration where the account is of that kind', async () => {
    const world = await openFlowroute({ options: { removedPrimary: '0' } })
    const { number } = pick(world, ({ primary }) => primary !== '0')
    await world.send('DELETE', `/v2/numbers/${number}/relationships/primary_route`)
    expect(world.books.number(number)?.primary).toBe('0')
  })

  it('may be the same route twice', async () => {
    const world = await openFlowroute()
    const [number = ''] = world.books.numbers()
    const id = world.books.routes()[1]?.id ?? ''
    for (const slot of ['primary_route', 'failover_route']) {
      expect((await world.send('PATCH', `/v2/numbers/${number}/relationships/${slot}`, toRoute(id))).status).toBe(204)
    }
    const { included } = single(await world.get(`/v2/numbers/${number}`))
    expect(included?.filter((resource) => resource.id === id)).toHaveLength(1)
  })

  it('is not set to a route that is not there, nor for a number that is not', async () => {
    const { send, books } = await openFlowroute()
    const path = (number = '') => `/v2/numbers/${number}/relationships/primary_route`
    expect((await send('PATCH', path(books.numbers()[0]), toRoute('1'))).status).toBe(404)
    expect((await send('PATCH', path('12065550100'), toRoute('0'))).status).toBe(404)
    expect((await send('DELETE', path('12065550100'))).status).toBe(404)
  })

  it.each([{}, { data: { type: 'number', id: '0' } }, { data: { type: 'route', id: 0 } }, { id: '0' }, { data: 'x' }])(
    'refuses the body %j',
    async (body) => {
      const { send, books } = await openFlowroute()
      const path = `/v2/numbers/${books.numbers()[0]}/relationships/primary_route`
      expect((await send('PATCH', path, body)).status).toBe(422)
    },
  )

  it('is split by weight for some numbers, with a weight on both routes', async () => {
    const world = await openFlowroute()
    const weightOf = (id: string | null) => world.books.routes().find((route) => route.id === id)?.value ?? ''
    const { primary, failover } = pick(world, (record) => weightOf(record.primary).includes(';weight='))
    expect(weightOf(primary)).toMatch(/;weight=\d+$/)
    expect(failover).not.toBe(primary)
  })
})
