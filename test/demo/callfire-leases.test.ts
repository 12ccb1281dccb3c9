import { describe, expect, it } from 'vitest'
import type { NumberLease } from '../../electron/demo/callfire-v2/documents.ts'
import { type Desk, noon, openDesk } from './callfire-desk.ts'

const DAY = 86_400_000

const allLeases = async (desk: Desk): Promise<readonly NumberLease[]> =>
  (await desk.get('/numbers/leases?limit=1000')).json.items

/** A lease of the plain kind: active, renewing, with dates, calls and texts on. */
const plainLease = async (desk: Desk): Promise<NumberLease> => {
  const found = (await allLeases(desk)).find(
    (lease) =>
      lease.status === 'ACTIVE' &&
      lease.autoRenew &&
      lease.leaseEnd !== undefined &&
      lease.callFeatureStatus === 'ENABLED' &&
      lease.textFeatureStatus === 'ENABLED',
  )
  if (!found) throw new Error('the sample has no plain lease')
  return found
}

describe('number leases', () => {
  it('look like the documents: 11 digits, national format without country code, region unless toll-free', async () => {
    await using desk = await openDesk(300)
    const leases = await allLeases(desk)
    for (const lease of leases) {
      expect(lease.number).toMatch(/^1\d{10}$/)
      expect(lease.nationalFormat.replace(/\D/g, '')).toBe(lease.number.slice(1))
      expect(lease.nationalFormat).toMatch(/^\(\d{3}\) \d{3}-\d{4}$/)
      expect(lease.region === undefined).toBe(lease.tollFree)
      if (!lease.region) continue
      expect(lease.region.prefix).toBe(lease.number.slice(0, 7))
      expect(lease.region.city).toBe(lease.region.city.toUpperCase())
      expect(lease.region).not.toHaveProperty('country')
    }
    expect(JSON.stringify(leases)).not.toContain('null')
    expect(leases.some(({ tollFree }) => tollFree)).toBe(true)
    expect(leases.some(({ region }) => region?.lata !== undefined)).toBe(true)
    expect(leases.some(({ region }) => region && region.lata === undefined)).toBe(true)
  })

  it('are of every kind, with ends spread over the coming month', async () => {
    await using desk = await openDesk(300)
    const leases = await allLeases(desk)
    const has = (test: (lease: NumberLease) => boolean) => expect(leases.some(test)).toBe(true)
    for (const status of ['ACTIVE', 'PENDING', 'RELEASED', 'UNAVAILABLE']) has((lease) => lease.status === status)
    for (const feature of ['UNSUPPORTED', 'PENDING', 'DISABLED', 'ENABLED']) {
      has((lease) => lease.callFeatureStatus === feature)
      has((lease) => lease.textFeatureStatus === feature)
    }
    has((lease) => !lease.autoRenew)
    has((lease) => lease.labels === undefined)
    has((lease) => lease.labels?.length === 2)
    has((lease) => lease.leaseBegin === undefined && lease.leaseEnd === undefined)
    has((lease) => lease.leaseBegin !== undefined && lease.leaseEnd === undefined)
    const ends = leases.flatMap(({ leaseEnd }) => leaseEnd ?? [])
    expect(Math.min(...ends)).toBeGreaterThan(noon)
    expect(Math.max(...ends)).toBeLessThan(noon + 31 * DAY)
    expect(new Set(ends.map((end) => Math.floor(end / DAY))).size).toBeGreaterThan(20)
  })

  it('are the same for the same seed', async () => {
    await using one = await openDesk(50)
    await using other = await openDesk(50)
    expect(await allLeases(one)).toEqual(await allLeases(other))
  })

  it('are found by prefix, city, state, zip code, label and kind, combined with AND', async () => {
    await using desk = await openDesk(300)
    const leases = await allLeases(desk)
    const local = leases.find(({ region, labels }) => region && labels)
    if (!local?.region) throw new Error('the sample has no labelled local lease')
    const { prefix, city, state, zipcode } = local.region
    const label = local.labels?.[0] ?? ''
    const expectSame = async (query: string, test: (lease: NumberLease) => boolean) => {
      const { json } = await desk.get(`/numbers/leases?limit=1000&${query}`)
      expect(json.items).toEqual(leases.filter(test))
      expect(json.totalCount).toBe(json.items.length)
      expect(json.items.length).toBeGreaterThan(0)
    }
    await expectSame(`prefix=${prefix.slice(0, 4)}`, ({ number }) => number.startsWith(prefix.slice(0, 4)))
    await expectSame(`prefix=${prefix}`, ({ number }) => number.startsWith(prefix))
    await expectSame(`city=${encodeURIComponent(city)}`, ({ region }) => region?.city === city)
    await expectSame(`city=${encodeURIComponent(city.toLowerCase())}`, ({ region }) => region?.city === city)
    await expectSame(`state=${state}`, ({ region }) => region?.state === state)
    if (/^\d{5}$/.test(zipcode)) await expectSame(`zipcode=${zipcode}`, ({ region }) => region?.zipcode === zipcode)
    await expectSame(`labelName=${encodeURIComponent(label)}`, ({ labels }) => Boolean(labels?.includes(label)))
    await expectSame('tollFree=true', ({ tollFree }) => tollFree)
    await expectSame('tollFree=false', ({ tollFree }) => !tollFree)
    await expectSame(
      `state=${state}&labelName=${encodeURIComponent(label)}&tollFree=false`,
      ({ region, labels }) => region?.state === state && Boolean(labels?.includes(label)),
    )
    expect((await desk.get('/numbers/leases?labelName=Va')).json.items).toEqual([])
  })

  it('refuse malformed filters', async () => {
    await using desk = await openDesk(3)
    for (const query of [
      'prefix=131',
      'prefix=310555',
      'prefix=13105551',
      'state=Texas',
      'zipcode=123',
      'tollFree=1',
    ]) {
      expect((await desk.get(`/numbers/leases?${query}`)).status).toBe(400)
    }
  })

  it('are read one by one, and 404 when the account does not hold the number', async () => {
    await using desk = await openDesk(30)
    const lease = await plainLease(desk)
    expect((await desk.get(`/numbers/leases/${lease.number}`)).json).toEqual(lease)
    for (const number of ['12025550143', '+12025550143', 'abc']) {
      const { status, json } = await desk.get(`/numbers/leases/${number}`)
      expect([status, json.message]).toEqual([404, `number lease ${number} was not found`])
    }
    expect((await desk.send('PUT', '/numbers/leases/12025550143', { autoRenew: false })).status).toBe(404)
  })
})

describe('changing a lease', () => {
  it('is seen by the next read, answers 200 without a body and keeps what was left out', async () => {
    await using desk = await openDesk(30)
    const lease = await plainLease(desk)
    const path = `/numbers/leases/${lease.number}`
    const answer = await desk.send('PUT', path, { autoRenew: false, textFeatureStatus: 'DISABLED' })
    expect([answer.status, answer.text]).toEqual([200, ''])
    expect((await desk.get(path)).json).toEqual({ ...lease, autoRenew: false, textFeatureStatus: 'DISABLED' })
    expect((await desk.send('PUT', path, { autoRenew: true })).status).toBe(200)
    expect((await desk.get(path)).json).toEqual({ ...lease, textFeatureStatus: 'DISABLED' })
  })

  it('takes the whole document back and ignores what is read-only or unknown', async () => {
    await using desk = await openDesk(300)
    const unsupported = (await allLeases(desk)).find(
      (lease) => lease.textFeatureStatus === 'UNSUPPORTED' && lease.status === 'ACTIVE',
    )
    const path = `/numbers/leases/${unsupported?.number}`
    const sent = { ...unsupported, autoRenew: 'false', labels: ['Mine'], leaseEnd: 5, status: 'VOID', mood: 'fine' }
    expect((await desk.send('PUT', path, sent)).status).toBe(200)
    expect((await desk.get(path)).json).toEqual({ ...unsupported, autoRenew: false })
  })

  it('refuses reported states, unsupported features, wrong types and another number', async () => {
    await using desk = await openDesk(300)
    const leases = await allLeases(desk)
    const plain = await plainLease(desk)
    const unsupported = leases.find(({ callFeatureStatus }) => callFeatureStatus === 'UNSUPPORTED')
    const put = (number: string | undefined, body: unknown) => desk.send('PUT', `/numbers/leases/${number}`, body)
    expect((await put(plain.number, { callFeatureStatus: 'PENDING' })).status).toBe(400)
    expect((await put(plain.number, { callFeatureStatus: 'UNSUPPORTED' })).status).toBe(400)
    expect((await put(unsupported?.number, { callFeatureStatus: 'ENABLED' })).status).toBe(400)
    expect((await put(plain.number, { autoRenew: 'maybe' })).json.message).toMatch(/^autoRenew: /)
    expect((await put(plain.number, { number: '12025550143', autoRenew: false })).status).toBe(400)
    expect(await allLeases(desk)).toEqual(leases)
  })
})

describe('time', () => {
  it('renews a lease each month to the same day', async () => {
    await using desk = await openDesk(30)
    const lease = await plainLease(desk)
    desk.clock.set((lease.leaseEnd ?? 0) + 1)
    const { json } = await desk.get(`/numbers/leases/${lease.number}`)
    expect(json.leaseBegin).toBe(lease.leaseEnd)
    const [before, after] = [new Date(lease.leaseEnd ?? 0), new Date(json.leaseEnd)]
    expect(after.getUTCMonth()).toBe((before.getUTCMonth() + 1) % 12)
    expect(after.getTime()).toBeGreaterThan(desk.clock.now())
  })

  it('keeps a number without auto-renew until its last moment, then it is gone', async () => {
    await using desk = await openDesk(30)
    const { number, leaseEnd = 0 } = await plainLease(desk)
    await desk.send('PUT', `/numbers/leases/${number}`, { autoRenew: false })
    desk.clock.set(leaseEnd - 1)
    expect((await desk.get(`/numbers/leases/${number}`)).json.leaseEnd).toBe(leaseEnd)
    desk.clock.set(leaseEnd)
    expect((await desk.get(`/numbers/leases/${number}`)).status).toBe(404)
    expect((await desk.get(`/numbers/leases/configs/${number}`)).status).toBe(404)
    expect((await allLeases(desk)).map((lease) => lease.number)).not.toContain(number)
  })

  it('offers a number that was given up again after one more month', async () => {
    await using desk = await openDesk(30)
    const { number, leaseEnd = 0 } = await plainLease(desk)
    await desk.send('PUT', `/numbers/leases/${number}`, { autoRenew: false })
    const offered = async () => {
      const { json } = await desk.get(`/numbers/local?limit=1000&prefix=${number.slice(0, 7)}`)
      return json.items.some((offer: { number: string }) => offer.number === number)
    }
    desk.clock.set(leaseEnd + 25 * DAY)
    expect(await offered()).toBe(false)
    desk.clock.set(leaseEnd + 32 * DAY)
    expect(await offered()).toBe(true)
  })
})

describe('the books', () => {
  it('change and remove leases as if it happened on the web site', async () => {
    await using desk = await openDesk(30)
    const { number } = await plainLease(desk)
    desk.books.leases.change(number, { labels: ['Changed elsewhere'], status: 'UNAVAILABLE' })
    expect((await desk.get('/numbers/leases?labelName=Changed elsewhere')).json.items).toMatchObject([
      { number, status: 'UNAVAILABLE' },
    ])
    desk.books.leases.remove(number)
    expect((await desk.get('/numbers/leases')).json.totalCount).toBe(29)
    expect(desk.books.leases.change(number, { autoRenew: false })).toBe(false)
  })
})
