import { describe, expect, it } from 'vitest'
import { type Desk, openDesk } from './callfire-desk.ts'

type Entry = { readonly number: string; readonly call: boolean; readonly text: boolean; readonly source?: string }

const list = async (desk: Desk, query = ''): Promise<readonly Entry[]> =>
  (await desk.get(`/contacts/dncs?limit=1000${query}`)).json.items

const one = '12025550160'
const other = '12025550161'

describe('the do-not-contact list', () => {
  it('comes with items and total only, or with the whole envelope', async () => {
    await using desk = await openDesk(100)
    const { json } = await desk.get('/contacts/dncs?limit=5&offset=2')
    expect(Object.keys(json)).toEqual(['items', 'totalCount'])
    expect([json.items.length, json.totalCount]).toEqual([5, 40])
    desk.books.settings.doNotContactEnvelope = 'full'
    expect((await desk.get('/contacts/dncs?limit=5&offset=2')).json).toMatchObject({
      limit: 5,
      offset: 2,
      totalCount: 40,
    })
  })

  it('has entries of every kind', async () => {
    await using desk = await openDesk(300)
    const entries = await list(desk)
    const has = (test: (entry: Entry & Record<string, unknown>) => boolean) =>
      expect(entries.some((entry) => test({ ...entry }))).toBe(true)
    has(({ call, text }) => call && text)
    has(({ call, text }) => call && !text)
    has(({ call, text }) => !call && text)
    has(({ call, text }) => !call && !text)
    has((entry) => 'inboundCall' in entry)
    has((entry) => !('inboundCall' in entry))
    has((entry) => 'campaignId' in entry)
    has((entry) => !('created' in entry))
    expect(new Set(entries.map(({ source }) => source)).size).toBeGreaterThan(3)
    for (const { number } of entries) expect(number).toMatch(/^1\d{10}$/)
  })

  it('is searched by prefix, source, campaign, flags and numbers under both names', async () => {
    await using desk = await openDesk(300)
    const entries = await list(desk)
    const expectSame = async (query: string, test: (entry: Entry & Record<string, unknown>) => boolean) => {
      const found = await list(desk, query)
      expect(found).toEqual(entries.filter((entry) => test({ ...entry })))
      expect(found.length).toBeGreaterThan(0)
    }
    const [first, second] = entries.map(({ number }) => number)
    await expectSame(`&prefix=${first?.slice(0, 3)}`, ({ number }) => number.startsWith(first?.slice(0, 3) ?? ''))
    await expectSame('&source=Web%20site', ({ source }) => source === 'Web site')
    await expectSame('&campaignId=3300000001', ({ campaignId }) => campaignId === 3300000001)
    await expectSame('&call=true', ({ call }) => call)
    await expectSame('&call=true&text=false', ({ call, text }) => call && !text)
    await expectSame('&inboundText=true', ({ inboundText }) => inboundText === true)
    await expectSame(`&number=${first}&number=${second}`, ({ number }) => number === first || number === second)
    await expectSame(`&numbers=${second}`, ({ number }) => number === second)
    expect((await desk.get('/contacts/dncs?prefix=abc')).status).toBe(400)
    expect((await desk.get('/contacts/dncs?call=yes')).status).toBe(400)
  })
})

describe('adding to the list', () => {
  it('blocks calls and texts unless told otherwise, under the source "Api V2"', async () => {
    await using desk = await openDesk(10)
    const answer = await desk.send('POST', '/contacts/dncs', { numbers: [one] })
    expect([answer.status, answer.text]).toEqual([200, ''])
    expect((await desk.get(`/contacts/dncs/${one}`)).json).toEqual({
      number: one,
      call: true,
      text: true,
      source: 'Api V2',
      created: desk.clock.now(),
    })
  })

  it('blocks texts too when only calls are spoken of', async () => {
    await using desk = await openDesk(10)
    await desk.send('POST', '/contacts/dncs', { numbers: [one], call: 'false' })
    expect((await desk.get(`/contacts/dncs/${one}`)).json).toMatchObject({ call: false, text: true })
  })

  it('updates what is listed already', async () => {
    await using desk = await openDesk(10)
    await desk.send('POST', '/contacts/dncs', { numbers: [one, other], source: 'spring opt-outs', inboundText: true })
    await desk.send('POST', '/contacts/dncs', { numbers: [one], call: true, text: false })
    expect((await desk.get(`/contacts/dncs/${one}`)).json).toMatchObject({ call: true, text: false, inboundText: true })
    expect(await list(desk, `&number=${one}&number=${other}`)).toHaveLength(2)
  })

  it('refuses an empty list and a list with a bad number as a whole', async () => {
    await using desk = await openDesk(10)
    const before = await list(desk)
    for (const body of [
      {},
      { numbers: [] },
      { numbers: [one, 'tomorrow'] },
      { numbers: ['+12025550160'] },
      { numbers: one },
    ]) {
      expect((await desk.send('POST', '/contacts/dncs', body)).status).toBe(400)
    }
    expect(await list(desk)).toEqual(before)
  })
})

describe('one entry', () => {
  it('is changed flag by flag; what is left out stays and what is read-only is ignored', async () => {
    await using desk = await openDesk(10)
    await desk.send('POST', '/contacts/dncs', { numbers: [one], source: 'paper form' })
    const answer = await desk.send('PUT', `/contacts/dncs/${one}`, {
      text: false,
      source: 'mine',
      created: 1,
      number: 'x',
    })
    expect([answer.status, answer.text]).toEqual([200, ''])
    expect((await desk.get(`/contacts/dncs/${one}`)).json).toMatchObject({
      call: true,
      text: false,
      source: 'paper form',
    })
  })

  it('is made by a change when the number was not listed', async () => {
    await using desk = await openDesk(10)
    expect((await desk.send('PUT', `/contacts/dncs/${one}`, { call: true })).status).toBe(200)
    expect(await list(desk, `&number=${one}`)).toMatchObject([{ call: true, text: false }])
    expect((await desk.send('PUT', '/contacts/dncs/soon', { call: true })).status).toBe(400)
  })

  it('answers 200 with two false flags when it is not listed, and after it was deleted', async () => {
    await using desk = await openDesk(10)
    expect((await desk.get(`/contacts/dncs/${one}`)).json).toEqual({ number: one, call: false, text: false })
    await desk.send('POST', '/contacts/dncs', { numbers: [one] })
    expect((await desk.send('DELETE', `/contacts/dncs/${one}`)).status).toBe(204)
    const after = await desk.get(`/contacts/dncs/${one}`)
    expect([after.status, after.json]).toEqual([200, { number: one, call: false, text: false }])
    expect(await list(desk, `&number=${one}`)).toEqual([])
  })
})

describe('deleting', () => {
  it.each([',', '%2C'])('takes several numbers in one path segment, joined by %s', async (comma) => {
    await using desk = await openDesk(10)
    await desk.send('POST', '/contacts/dncs', { numbers: [one, other] })
    const answer = await desk.send('DELETE', `/contacts/dncs/${one}${comma}${other}`)
    expect([answer.status, answer.text]).toEqual([204, ''])
    expect(await list(desk, `&number=${one}&number=${other}`)).toEqual([])
    expect((await desk.send('DELETE', `/contacts/dncs/${one}`)).status).toBe(204)
  })

  it('by source empties that source and no other', async () => {
    await using desk = await openDesk(200)
    const before = await list(desk)
    expect((await desk.send('DELETE', '/contacts/dncs/sources/Web%20site')).status).toBe(204)
    expect(await list(desk, '&source=Web%20site')).toEqual([])
    expect(await list(desk)).toEqual(before.filter(({ source }) => source !== 'Web site'))
  })
})

describe('the universal list', () => {
  it('has the opposite sense: true allows', async () => {
    await using desk = await openDesk(10)
    await desk.send('POST', '/contacts/dncs', { numbers: [one], call: true, text: false, inboundCall: true })
    expect((await desk.get(`/contacts/dncs/universals/${one}`)).json).toEqual({
      items: [{ toNumber: one, inboundCall: false, inboundText: true, outboundCall: false, outboundText: true }],
    })
  })

  it('echoes the sender only when it was told', async () => {
    await using desk = await openDesk(10)
    const { json } = await desk.get(
      `/contacts/dncs/universals/${one}?fromNumber=${other}&fields=items(toNumber,fromNumber)`,
    )
    expect(json).toEqual({ items: [{ toNumber: one, fromNumber: other }] })
    expect((await desk.get(`/contacts/dncs/universals/${one}`)).json.items[0]).not.toHaveProperty('fromNumber')
  })
})
