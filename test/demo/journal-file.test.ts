import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createCallfireV2 } from '../../electron/demo/callfire-v2/carrier.ts'
import { startDemoCarriers } from '../../electron/demo/carriers.ts'
import { createCatalogue } from '../../electron/demo/catalogue/catalogue.ts'
import { createClock } from '../../electron/demo/kit/clock.ts'
import { flowrouteOffer, linesOf, openKept } from './kept-carriers.ts'

describe('a journal file', () => {
  it('may end in a torn line, which counts as never written', async () => {
    const { journal, start } = openKept()
    const first = await start()
    const number = await flowrouteOffer(first)
    await first.flowroute('POST', `/v2/numbers/${number}`)
    await first.carriers.close()
    const whole = readFileSync(journal)
    appendFileSync(journal, '{"at":1,"carrier":"flowroute-v2","method":"DELETE","target":"/v2/num')
    const second = await start()
    expect(second.carriers.journal).toEqual({ replayed: 1, setAside: null })
    expect((await second.flowroute('GET', `/v2/numbers/${number}`)).status).toBe(200)
    expect(readFileSync(journal)).toEqual(whole)
    await second.carriers.close()
    truncateSync(journal, whole.length - 1)
    const third = await start()
    expect((await third.flowroute('GET', `/v2/numbers/${number}`)).status).toBe(404)
    await third.flowroute('POST', `/v2/numbers/${number}`)
    await third.carriers.close()
    expect((await (await start()).flowroute('GET', `/v2/numbers/${number}`)).status).toBe(200)
  })

  it.each([
    ['notes of somebody', 'buy milk\n'],
    ['bytes that are no text', Buffer.from([0xff, 0, 0xfe, 10])],
    ['a torn first line', '{"sampleCarriers":1,"seed":1'],
    ['the first line of a later time', '{"sampleCarriers":99,"seed":1,"numbers":5,"start":0}\n'],
    ['a broken line in the middle', '{"sampleCarriers":1,"seed":1,"numbers":5,"start":0}\n{"at":\n'],
  ])('with %s is set aside as it is, and a fresh one begun', async (_what, content) => {
    const { journal, start } = openKept()
    writeFileSync(journal, content)
    writeFileSync(`${journal}.unreadable-1`, 'set aside before')
    const { carriers, flowroute } = await start()
    expect(carriers.journal).toEqual({ replayed: 0, setAside: `${journal}.unreadable-2` })
    expect(readFileSync(`${journal}.unreadable-2`)).toEqual(Buffer.from(content))
    expect(linesOf(journal)).toHaveLength(1)
    await flowroute('POST', `/v2/numbers/${await flowrouteOffer({ flowroute })}`)
    await carriers.close()
    expect((await start()).carriers.journal).toEqual({ replayed: 1, setAside: null })
  })

  it('that cannot be written to lets nothing happen', async () => {
    const clock = createClock(Date.UTC(2026, 11, 1, 12))
    const keys = { login: 'a', password: 'b' }
    let isFull = false
    const onChange = () => {
      if (isFull) throw new Error('the disk is full')
    }
    const world = { catalogue: createCatalogue(1), numbers: 5, clock, seed: 1, ...keys, onChange }
    const { handler, books } = createCallfireV2(world)
    const ask = (method: string, path: string) => () =>
      handler({
        method,
        path,
        query: new URLSearchParams(),
        headers: { authorization: `Basic ${btoa('a:b')}` },
        body: Buffer.from('{"localCount":1,"state":"WA"}'),
      })
    ask('POST', '/v2/orders/numbers')()
    isFull = true
    clock.advance(60_000)
    expect(ask('POST', '/v2/orders/numbers')).toThrow('the disk is full')
    expect(ask('GET', '/v2/numbers/leases')).toThrow('the disk is full')
    expect(books.ledger.effects).toEqual([])
    isFull = false
    ask('GET', '/v2/numbers/leases')()
    expect(books.ledger.effects).toHaveLength(1)
  })

  it('that is a folder is set aside too; where there is no folder for it the start fails with a sentence', async () => {
    const { journal, start } = openKept()
    mkdirSync(journal)
    expect((await start()).carriers.journal?.setAside).toBe(`${journal}.unreadable-1`)
    expect(existsSync(`${journal}.unreadable-1`)).toBe(true)
    const nowhere = join(journal, 'no', 'such', 'file')
    await expect(startDemoCarriers({ journal: nowhere })).rejects.toThrow(/^The journal .* cannot be opened \(\w+\)\.$/)
  })
})
