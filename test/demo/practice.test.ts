import { describe, expect, it } from 'vitest'
import { createPractice } from '../../electron/demo/kit/practice.ts'
import { flowrouteOffer, offers, openKept } from './kept-carriers.ts'

describe('practising a mishap', () => {
  it('loses the answer to the next order at CallFire, which is made all the same, and spares what only reads', async () => {
    const { carriers, callfire } = await openKept().start()
    const { callfireV2 } = carriers
    callfireV2.practise('lostAnswer')
    const [number = '', other = ''] = await offers({ callfire }, 2)
    expect((await callfire('PUT', `/numbers/leases/${callfireV2.ledger.owned().numbers[0]}`, {})).status).toBe(200)
    expect(callfireV2.practising()).toBe('lostAnswer')
    await expect(callfire('POST', '/orders/numbers', { numbers: [number] })).rejects.toThrow()
    expect(callfireV2.practising()).toBeNull()
    expect((await callfire('POST', '/orders/numbers', { numbers: [other] })).status).toBe(201)
    carriers.clock.advance(20_000)
    await callfire('GET', '/numbers/leases?limit=1')
    expect(callfireV2.ledger.owned().numbers).toEqual(expect.arrayContaining([number, other]))
  })

  it('refuses the next order in words of CallFire, and nothing happens', async () => {
    const { carriers, callfire } = await openKept().start()
    const [number] = await offers({ callfire }, 1)
    for (const [path, body, message] of [
      ['/orders/numbers', { numbers: [number] }, `unavailable numbers: ${number}`],
      ['/orders/numbers', { localCount: 1, state: 'WA' }, 'no valid credit card on file'],
      ['/orders/keywords', { keywords: ['MOONLIGHT'] }, 'no valid credit card on file'],
    ] as const) {
      carriers.callfireV2.practise('refused')
      expect(await callfire('POST', path, body)).toMatchObject({ status: 400, json: { httpStatusCode: 400, message } })
    }
    carriers.clock.advance(20_000)
    await callfire('GET', '/numbers/leases?limit=1')
    expect(carriers.callfireV2.ledger.effects).toEqual([])
    expect((await callfire('POST', '/orders/numbers', { numbers: [number] })).status).toBe(201)
  })

  it('befalls purchases and releases at Flowroute, and not the reading of many', async () => {
    const { carriers, flowroute } = await openKept().start()
    const { flowrouteV2 } = carriers
    const number = await flowrouteOffer({ flowroute })
    const held = flowrouteV2.ledger.owned().numbers[0] ?? ''
    flowrouteV2.practise('refused')
    expect((await flowroute('POST', '/v2/numbers/details', { numbers: [`+${held}`] })).status).toBe(200)
    expect(await flowroute('POST', `/v2/numbers/${number}`)).toMatchObject({
      status: 422,
      json: { errors: [{ status: 422, detail: 'The TN is not available for purchase.' }] },
    })
    flowrouteV2.practise('refused')
    expect(await flowroute('DELETE', `/v2/numbers/${held}`)).toMatchObject({
      status: 403,
      json: { errors: [{ title: 'ActionNotAuthorizedError' }] },
    })
    flowrouteV2.practise('lostAnswer')
    await expect(flowroute('DELETE', `/v2/numbers/${held}`)).rejects.toThrow()
    expect(flowrouteV2.ledger.effects).toMatchObject([{ kind: 'released', thing: held }])
  })

  it('can be called off, and the last wish counts', async () => {
    const { carriers, flowroute } = await openKept().start()
    carriers.flowrouteV2.practise('lostAnswer')
    carriers.flowrouteV2.practise('refused')
    carriers.flowrouteV2.practise(null)
    const number = await flowrouteOffer({ flowroute })
    expect((await flowroute('POST', `/v2/numbers/${number}`)).status).toBe(201)
  })

  it('keeps an answer back for eight seconds when it is to be slow', () => {
    const refusal = { status: 422, body: null }
    const practice = createPractice(({ method }) => (method === 'POST' ? refusal : null))
    const request = (method: string) =>
      practice.take({ method, path: '/', query: new URLSearchParams(), headers: {}, body: Buffer.alloc(0) })
    practice.set('slow')
    expect([request('GET'), request('POST'), request('POST')]).toEqual([[], [{ kind: 'latency', ms: 8_000 }], []])
  })
})

describe('what spends is counted where it arrives', () => {
  it('with what it names, also when a fault kept it from any effect', async () => {
    const { carriers, callfire } = await openKept().start()
    const { spending, faults, ledger } = carriers.callfireV2
    const [number = ''] = await offers({ callfire }, 1)
    faults.add({ match: { method: 'POST' }, times: 1, fault: { kind: 'reset', when: 'before' } })
    await expect(callfire('POST', '/orders/numbers', { numbers: [number] })).rejects.toThrow()
    await callfire('POST', '/orders/numbers', { numbers: [number, '12025550199'] })
    await callfire('POST', '/orders/numbers', { localCount: 2, state: 'WA' })
    await callfire('POST', '/orders/keywords', { keywords: ['moonlight'] })
    await callfire('PUT', `/numbers/leases/${ledger.owned().numbers[0]}`, { autoRenew: false })
    expect(spending.received.map(({ path, things }) => [path, things])).toEqual([
      ['/v2/orders/numbers', [number]],
      ['/v2/orders/numbers', [number, '12025550199']],
      ['/v2/orders/numbers', []],
      ['/v2/orders/keywords', ['MOONLIGHT']],
    ])
    expect(spending.received[2]).toEqual({
      at: carriers.clock.now(),
      method: 'POST',
      path: '/v2/orders/numbers',
      body: '{"localCount":2,"state":"WA"}',
      kind: 'purchase',
      things: [],
    })
    expect(spending.naming(number)).toHaveLength(2)
    expect(spending.naming('moonlight')).toHaveLength(1)
  })

  it('tells purchases from releases, and survives bodies that are none', async () => {
    const { carriers, callfire, flowroute } = await openKept().start()
    const { spending } = carriers.flowrouteV2
    const number = await flowrouteOffer({ flowroute })
    await flowroute('POST', `/v2/numbers/${number}?messaging_enabled=True`)
    await flowroute('DELETE', `/v2/numbers/${number}`)
    await flowroute('GET', `/v2/numbers/${number}`)
    await flowroute('PATCH', `/v2/numbers/${number}`, { type: 'number', alias: 'x' })
    await flowroute('POST', '/v2/numbers/details', { numbers: [`+${number}`] })
    expect(spending.received.map(({ method, path, kind }) => [method, path, kind])).toEqual([
      ['POST', `/v2/numbers/${number}?messaging_enabled=True`, 'purchase'],
      ['DELETE', `/v2/numbers/${number}`, 'release'],
    ])
    for (const body of ['{', 7, { numbers: 7 }]) await callfire('POST', '/orders/numbers', body)
    expect(carriers.callfireV2.spending.received.map(({ things }) => things)).toEqual([[], [], []])
  })

  it('is told again after a restart, as far as it reached the carrier', async () => {
    const { start } = openKept()
    const first = await start()
    const number = await flowrouteOffer(first)
    await first.flowroute('POST', `/v2/numbers/${number}`)
    await first.carriers.close()
    expect((await start()).carriers.flowrouteV2.spending.naming(number)).toHaveLength(1)
  })
})
