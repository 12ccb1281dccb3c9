import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { everything, flowrouteOffer, type Kept, linesOf, offers, openKept } from './kept-carriers.ts'

const day = 86_400_000

/** Whatever a person does at both carriers, with time passing in between. */
async function live(kept: Kept, forward: (ms: number) => void) {
  const { callfire, flowroute, carriers } = kept
  const numbers = await offers(kept, 3)
  const { id } = (await callfire('POST', '/orders/numbers', { numbers })).json
  forward(1_234)
  await callfire('GET', `/orders/${id}`)
  await callfire('POST', '/orders/numbers', { localCount: '2', tollFreeCount: 1, city: 'Seattle' })
  await callfire('POST', '/orders/keywords', { keywords: ['moonlight'] })
  forward(3 * day)
  await callfire('PUT', `/numbers/leases/${numbers[0]}`, { autoRenew: false, textFeatureStatus: 'DISABLED' })
  await callfire('PUT', `/numbers/leases/configs/${numbers[1]}`, {
    configType: 'TRACKING',
    callTrackingConfig: { transferNumbers: ['12025550170'] },
  })
  await callfire('POST', '/contacts/dncs', { numbers: ['12025550160'], source: 'spring opt-outs' })
  await callfire('DELETE', '/contacts/dncs/sources/Web%20site')
  const bought = await flowrouteOffer(kept)
  await flowroute('POST', `/v2/numbers/${bought}?messaging_enabled=True`)
  await flowroute('PATCH', `/v2/numbers/${bought}`, { type: 'number', alias: 'Zoë’s van' })
  const route = { route_type: 'host', value: 'pbx.example.net:5060', alias: 'journal' }
  const made = await flowroute('POST', '/v2/routes', { data: { type: 'route', attributes: route } })
  const assign = { data: { type: 'route', id: made.json.data.id } }
  await flowroute('PATCH', `/v2/numbers/${bought}/relationships/primary_route`, assign)
  await flowroute('DELETE', `/v2/numbers/${carriers.flowrouteV2.books.numbers()[0]}`)
  await flowroute('POST', `/v2/numbers/${await flowrouteOffer(kept)}`)
  return { numbers, bought }
}

describe('carriers with a journal', () => {
  it('know after a restart all that was done, to the id and the millisecond', async () => {
    const { clock, start } = openKept()
    const first = await start()
    const { numbers, bought } = await live(first, clock.advance)
    const before = await everything(first)
    const ledger = [first.carriers.callfireV2, first.carriers.flowrouteV2].map(({ ledger }) => ledger)
    await first.carriers.close()
    const second = await start()
    expect(await everything(second)).toEqual(before)
    const again = [second.carriers.callfireV2, second.carriers.flowrouteV2].map((carrier) => carrier.ledger)
    expect(again.map(({ effects }) => effects)).toEqual(ledger.map(({ effects }) => effects))
    expect(again.map(({ owned }) => owned())).toEqual(ledger.map(({ owned }) => owned()))
    expect(again[0]?.owned().numbers).toEqual(expect.arrayContaining([...numbers]))
    expect(again[1]?.owned().numbers).toContain(bought)
  })

  it('go on as one: what follows is the same with a restart after every step and with none', async () => {
    const ends: unknown[] = []
    for (const restarts of [false, true]) {
      const { clock, start } = openKept()
      let kept = await start()
      const next = async () => {
        if (!restarts) return
        await kept.carriers.close()
        kept = await start()
      }
      for (let round = 0; round < 4; round += 1) {
        const [number] = await offers(kept, 1)
        await kept.callfire('POST', '/orders/numbers', { numbers: [number] })
        await next()
        clock.advance(700)
        await kept.callfire('GET', '/orders')
        await next()
        if (round === 1) await kept.callfire('PUT', `/numbers/leases/${number}`, { autoRenew: false })
        clock.advance(20 * day)
        await kept.callfire('GET', '/numbers/leases')
        await next()
      }
      ends.push(await everything(kept))
    }
    expect(ends[1]).toEqual(ends[0])
  })

  it('take one instant for all that a request does, on a clock that goes on meanwhile', async () => {
    let time = Date.UTC(2026, 11, 1, 12)
    const clock = { now: () => (time += 1), set: () => undefined, advance: () => undefined }
    const { start } = openKept({ clock })
    const first = await start()
    const [number] = await offers(first, 1)
    const { id } = (await first.callfire('POST', '/orders/numbers', { numbers: [number] })).json
    for (let read = 0; read < 3; read += 1) await first.callfire('GET', `/orders/${id}`)
    const ask = ({ callfire }: Kept) =>
      Promise.all([callfire('GET', `/numbers/leases/${number}`), callfire('GET', `/orders/${id}`)])
    const before = await ask(first)
    await first.carriers.close()
    expect(await ask(await start())).toEqual(before)
  })

  it('know when a look let time have its effects: a number that came back was there for an order that was open', async () => {
    const { clock, start } = openKept()
    const first = await start()
    const [number = ''] = await offers(first, 1)
    const { id } = (await first.callfire('POST', '/orders/numbers', { numbers: [number] })).json
    for (let read = 0; read < 3; read += 1) await first.callfire('GET', `/orders/${id}`)
    await first.callfire('PUT', `/numbers/leases/${number}`, { autoRenew: false })
    clock.set(Date.UTC(2027, 0, 1, 12, 1))
    await first.callfire('GET', '/numbers/leases')
    clock.set(Date.UTC(2027, 1, 1, 11, 59, 55))
    await first.callfire('POST', '/orders/numbers', { localCount: 1, prefix: number.slice(0, 7) })
    for (const seconds of [6, 40]) {
      clock.advance(seconds * 1_000)
      await first.callfire('GET', '/me/account')
    }
    expect(first.carriers.callfireV2.ledger.owned().numbers).toContain(number)
    const before = await everything(first)
    await first.carriers.close()
    expect(await everything(await start())).toEqual(before)
  })

  it('refuse again what they refused for the type of its body', async () => {
    const { start } = openKept()
    const first = await start()
    const number = await flowrouteOffer(first)
    const { url, accessKey, secretKey } = first.carriers.flowrouteV2
    const authorization = `Basic ${btoa(`${accessKey}:${secretKey}`)}`
    const headers = { authorization, 'content-type': 'text/plain' }
    expect((await fetch(`${url}/v2/numbers/${number}`, { method: 'POST', headers, body: '{}' })).status).toBe(415)
    await first.carriers.close()
    expect((await start()).carriers.flowrouteV2.ledger.effects).toEqual([])
  })

  it('work off an order that was open when they ended, as of the time when it was due', async () => {
    const { clock, start } = openKept()
    const first = await start()
    const [number] = await offers(first, 1)
    const placedAt = clock.now()
    await first.callfire('POST', '/orders/numbers', { numbers: [number] })
    await first.carriers.close()
    clock.advance(5 * day)
    const second = await start()
    const { json } = await second.callfire('GET', `/numbers/leases/${number}`)
    expect(json).toMatchObject({ number, leaseBegin: placedAt + 20_000 })
    expect(second.carriers.callfireV2.ledger.effects).toMatchObject([{ at: placedAt + 20_000, thing: number }])
  })

  it('keep what a lost answer has done and not what never reached them', async () => {
    const { journal, start } = openKept()
    const first = await start()
    const number = await flowrouteOffer(first)
    const { faults } = first.carriers.flowrouteV2
    const lines = linesOf(journal).length
    for (const when of ['before', 'after'] as const) {
      faults.add({ match: { method: 'POST' }, times: 1, fault: { kind: 'reset', when } })
      await expect(first.flowroute('POST', `/v2/numbers/${number}`)).rejects.toThrow()
      expect(linesOf(journal)).toHaveLength(when === 'before' ? lines : lines + 1)
    }
    await first.carriers.close()
    const second = await start()
    expect((await second.flowroute('GET', `/v2/numbers/${number}`)).status).toBe(200)
    expect(second.carriers.flowrouteV2.ledger.effects).toHaveLength(1)
  })

  it('write a line for what changes something, none for what only reads or has the wrong key', async () => {
    const { journal, start } = openKept()
    const { carriers, callfire, flowroute } = await start()
    await everything({ carriers, callfire, flowroute })
    await flowroute('POST', '/v2/numbers/details', { numbers: ['+12065550100'] })
    await fetch(`${carriers.callfireV2.url}/orders/numbers`, { method: 'POST', body: '{"localCount":1,"state":"WA"}' })
    expect(linesOf(journal)).toHaveLength(1)
    await callfire('POST', '/contacts/dncs', { numbers: ['12025550160'] })
    expect(linesOf(journal)).toHaveLength(2)
  })

  it('write down no key', async () => {
    const { journal, clock, start } = openKept()
    const kept = await start()
    await live(kept, clock.advance)
    const text = readFileSync(journal, 'utf8')
    const { callfireV2, flowrouteV2 } = kept.carriers
    for (const key of [callfireV2.login, callfireV2.password, flowrouteV2.accessKey, flowrouteV2.secretKey]) {
      expect(text).not.toContain(key)
    }
    expect(text).not.toMatch(/authorization|basic/i)
  })

  it('stay the ones they began as, whatever numbers and seed they are started with later', async () => {
    const { start } = openKept()
    const first = await start({ numbers: 12, seed: 5 })
    const before = await everything(first)
    await first.carriers.close()
    const second = await start({ numbers: 30, seed: 6 })
    expect(await everything(second)).toEqual(before)
    expect(second.carriers.callfireV2.login).toBe(first.carriers.callfireV2.login)
  })

  it('replay five thousand entries before they answer', async () => {
    const { journal, clock, start } = openKept()
    const first = await start()
    const stock = [...first.carriers.flowrouteV2.books.numbers()]
    const head = linesOf(journal)[0] ?? ''
    await first.carriers.close()
    const entry = (index: number) => {
      const at = clock.now() + index * 60_000
      if (index % 2 === 0) {
        const alias = JSON.stringify({ type: 'number', alias: `line ${index}` })
        return { at, carrier: 'flowroute-v2', method: 'PATCH', target: `/v2/numbers/${stock[index % 20]}`, body: alias }
      }
      const body = JSON.stringify({ localCount: 1, state: 'WA' })
      return { at, carrier: 'callfire-v2', method: 'POST', target: '/v2/orders/numbers', body }
    }
    const lines = Array.from({ length: 5_000 }, (_, index) => JSON.stringify(entry(index)))
    writeFileSync(journal, `${[head, ...lines].join('\n')}\n`)
    clock.advance(5_000 * 60_000)
    const began = performance.now()
    const second = await start()
    console.info(`5,000 entries were replayed within ${Math.round(performance.now() - began)} ms, start included`)
    expect(second.carriers.journal).toEqual({ replayed: 5_000, setAside: null })
    expect((await second.callfire('GET', '/orders?limit=1')).json.totalCount).toBeGreaterThan(1_000)
  })
})
