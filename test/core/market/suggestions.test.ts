import { beforeEach, describe, expect, it } from 'vitest'
import type { SuggestQuery } from '../../../shared/model/market.ts'
import { settle } from '../../support/clock.ts'
import { region, type Stall } from './stall.ts'
import { Town } from './town.ts'

let town: Town
let callfire: Stall
let flowroute: Stall
beforeEach(() => {
  town = new Town()
  callfire = town.add('callfire')
  flowroute = town.add('flowroute', { api: 'flowroute-v2' })
  callfire.regions = [
    region('1206441', 'SEATTLE'),
    region('1206443', 'SEATTLE'),
    region('1503300', 'SEASIDE', { state: 'OR' }),
    region('1831300', 'SEASIDE', { state: 'CA' }),
    region('1253400', 'TACOMA'),
  ]
  flowroute.areaCodes = ['201', '206', '425']
  flowroute.exchanges = ['206200', '206441', '206999']
})

const suggest = async (field: SuggestQuery['field'], text: string, accountIds: readonly string[] = []) =>
  (await town.market.suggest({ field, text, accountIds: [...accountIds] })).map(({ label }) => label)

describe('a city that is typed', () => {
  it('is completed with its state, the largest first', async () => {
    expect(await suggest('city', 'sea')).toEqual(['Seattle, WA', 'Seaside, CA', 'Seaside, OR'])
    expect(await town.market.suggest({ field: 'city', text: 'Seat', accountIds: [] })).toEqual([
      { label: 'Seattle, WA', set: { city: 'Seattle', state: 'WA' }, accountId: 'callfire' },
    ])
  })

  it('with a state is completed in that state', async () => {
    expect(await suggest('city', 'seaside, or')).toEqual(['Seaside, OR'])
    expect(await suggest('city', 'Seaside, Oregon')).toEqual(['Seaside, OR'])
  })

  it.each(['', ' ', 's', ','])('%j gives none, and nobody is asked', async (text) => {
    expect(await suggest('city', text)).toEqual([])
    expect(callfire.asked).toEqual([])
  })
})

describe('a prefix that is typed', () => {
  it.each([
    ['2', ['201', '206']],
    ['206', ['206', '206 200', '206 441', '206 443', '206 999']],
    ['1 (206) 44', ['206 441', '206 443']],
    ['999', []],
    ['', []],
    ['2064411', ['206 441'].slice(1)],
  ])('%j gives %j', async (text, expected) => expect(await suggest('prefix', text)).toEqual(expected))

  it('gives each label once, eight at most', async () => {
    flowroute.exchanges = Array.from({ length: 30 }, (_, at) => `206${200 + at}`)
    const labels = await suggest('prefix', '206')
    expect(labels).toHaveLength(8)
    expect(new Set(labels).size).toBe(8)
  })
})

describe('suggestions', () => {
  it('are asked for once, and known from then on, offline as well', async () => {
    await suggest('prefix', '206')
    const asked = [...callfire.asked, ...flowroute.asked]
    town.online = false
    expect(await suggest('prefix', '2064')).toEqual(['206 441', '206 443'])
    expect([...callfire.asked, ...flowroute.asked]).toEqual(asked)
  })

  it('come from the others when one provider fails, and from that one too when it is back', async () => {
    flowroute.coverageFails = { kind: 'broken', status: 500, accountId: 'flowroute' }
    expect(await suggest('prefix', '206')).toEqual(['206', '206 441', '206 443'])
    flowroute.coverageFails = null
    expect(await suggest('prefix', '206')).toContain('206 200')
  })

  it('do not wait for one that takes long, and have its answer at the next letter', async () => {
    flowroute.hold()
    const asked = suggest('prefix', '206')
    await town.clock.forward(3_000)
    expect(await asked).toEqual(['206', '206 441', '206 443'])
    flowroute.release()
    await settle()
    expect(await suggest('prefix', '206')).toContain('206 200')
  })

  it('come from the chosen accounts only, and not from paused ones', async () => {
    expect(await suggest('prefix', '206', ['callfire'])).toEqual(['206', '206 441', '206 443'])
    town.accounts = town.accounts.map((one) => ({ ...one, paused: true }))
    expect(await suggest('prefix', '206')).toEqual([])
  })

  it('are none without a connection', async () => {
    town.online = false
    expect(await suggest('city', 'Seattle')).toEqual([])
    town.online = true
    expect(await suggest('city', 'Seattle')).toEqual(['Seattle, WA'])
  })
})
