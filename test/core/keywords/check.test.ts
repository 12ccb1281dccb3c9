import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Failure } from '../../../shared/failure.ts'
import { keyword, leased, Office } from '../leases/office.ts'

let office: Office
beforeEach(() => {
  office = new Office()
})
afterEach(() => office.close())

const check = (text: string) => office.keywords.check({ accountId: 'a1', text })
const standings = async (text: string) => (await check(text)).words.map(({ word, standing }) => `${word} ${standing}`)
const asked = () => office.carrier.asked
const refused: Failure = { kind: 'refused', status: 400, said: 'odd', accountId: 'a1' }

describe('words', () => {
  it('are split at lines, commas and blanks, upper-cased, and each reported once in the order typed', async () => {
    office.carrier.free = new Set(['CAKE', 'PIE'])
    expect(await standings('cake, Pie\n\n TORTE;cake\tCAKE')).toEqual(['CAKE free', 'PIE free', 'TORTE taken'])
    expect(asked()[0]).toBe('available CAKE PIE TORTE')
  })

  it.each([
    ['AB', 'A keyword has at least 3 letters or digits.'],
    ['X'.repeat(65), 'A keyword has at most 64 letters or digits; this has 65.'],
    ['CAKE-SHOP', 'A keyword has only the letters A to Z and digits; “-” cannot be in it.'],
    ['CAFÉ', 'A keyword has only the letters A to Z and digits; “É” cannot be in it.'],
    ['🎂🎂🎂', 'A keyword has only the letters A to Z and digits; “🎂” cannot be in it.'],
  ])('such as %s are no keywords and are not asked about', async (word, problem) => {
    expect((await check(word)).words).toEqual([{ word, standing: 'invalid', problem }])
    expect(asked()).toEqual([])
  })

  it.each(['X'.repeat(64), 'ABC', '123'])('such as %s may be', async (word) => {
    office.carrier.free = new Set([word])
    expect(await standings(word)).toEqual([`${word} free`])
  })

  it('may be 50 at once, and one more is refused with their count', async () => {
    const many = Array.from({ length: 51 }, (_, index) => `WORD${index}`)
    expect((await check(many.slice(1).join('\n'))).words).toHaveLength(50)
    await expect(check(many.join('\n'))).rejects.toMatchObject({
      failure: { kind: 'invalid', field: 'text', problem: 'These are 51 words. Check 50 at most at once.' },
    })
    await expect(check(' \n, ')).rejects.toMatchObject({ failure: { kind: 'invalid', field: 'text' } })
  })
})

describe('a word', () => {
  it('that any account leases is yours, and is not asked about', async () => {
    office.lease([keyword('CAKE')])
    expect((await check('cake')).words).toEqual([
      { word: 'CAKE', standing: 'yours', problem: '“Bakery” has it already.' },
    ])
    expect(asked()).toEqual([])
  })

  it('that stands is yours even where it breaks the rule for new ones', async () => {
    office.lease([keyword('CF')])
    expect(await standings('cf AB')).toEqual(['CF yours', 'AB invalid'])
  })

  it('with an open order is being checked', async () => {
    office.lock('CAKE')
    expect(await standings('cake')).toEqual(['CAKE checking'])
    expect(asked()).toEqual([])
  })

  it('that makes the carrier refuse the question costs no other word its answer', async () => {
    office.carrier.free = new Set(['CAKE', 'PIE', 'TORTE'])
    office.carrier.mute = [refused, null, { kind: 'garbled', place: 'x', accountId: 'a1' }, null]
    expect(await standings('CAKE PIE TORTE')).toEqual(['CAKE free', 'PIE unknown', 'TORTE free'])
    expect(asked()).toEqual(['available CAKE PIE TORTE', 'available CAKE', 'available PIE', 'available TORTE'])
  })
})

describe('a question that cannot be asked', () => {
  it('without a connection fails as offline, and needs none when nothing is to be asked', async () => {
    office.online = false
    office.lease([keyword('PIE')])
    await expect(check('CAKE')).rejects.toMatchObject({ failure: { kind: 'offline', accountId: 'a1' } })
    expect(await standings('PIE AB')).toEqual(['PIE yours', 'AB invalid'])
  })

  it.each<Failure>([
    { kind: 'busy', retryAfterMs: 1, accountId: 'a1' },
    { kind: 'unauthorized', accountId: 'a1' },
    { kind: 'offline', accountId: 'a1' },
  ])('fails as the carrier failed: $kind', async (failure) => {
    office.carrier.mute = [failure]
    await expect(check('CAKE PIE')).rejects.toMatchObject({ failure })
    expect(asked()).toHaveLength(1)
  })

  it('is none for a carrier without keywords', async () => {
    const clinic = new Office('flowroute-v2')
    await expect(clinic.keywords.check({ accountId: 'a1', text: 'CAKE' })).rejects.toMatchObject({
      failure: {
        kind: 'invalid',
        field: 'accountId',
        problem: 'Flowroute has no keywords. Choose a CallFire account.',
      },
    })
    clinic.close()
  })
})

describe('suggestions', () => {
  it('are free words close to those that are taken, in one further question, six at most', async () => {
    const around = ['CAKES', 'GOCAKE', 'MYCAKE', 'GETCAKE', 'CAKENOW', 'CAKEUS', 'CAKETEXT']
    office.carrier.free = new Set(around)
    expect((await check('CAKE')).suggestions).toEqual(around.slice(0, 6))
    expect(asked()).toHaveLength(2)
  })

  it('name the cities where most numbers are', async () => {
    const place = { city: 'WALLA WALLA', state: 'WA' }
    const here = leased('+15095550100').place
    office.own(['+15095550100', '+15095550101'].map((number) => leased(number, { place: { ...here, ...place } })))
    office.own([leased('+12065550100', { place: { ...here, city: 'SEATTLE', state: 'WA' } })])
    office.carrier.free = new Set(['CAKEWALLAWALLA', 'CAKESEATTLE'])
    expect((await check('CAKE')).suggestions).toEqual(['CAKEWALLAWALLA', 'CAKESEATTLE'])
  })

  it('are none that were typed, are yours or are being ordered', async () => {
    office.carrier.free = new Set(['CAKES', 'GOCAKE', 'MYCAKE', 'GETCAKE'])
    office.lease([keyword('GOCAKE')])
    office.lock('MYCAKE')
    expect((await check('CAKE CAKES')).suggestions).toEqual(['GETCAKE'])
  })

  it('are none when nothing is taken, or when the second question fails', async () => {
    office.carrier.free = new Set(['CAKE'])
    expect((await check('CAKE')).suggestions).toEqual([])
    expect(asked()).toHaveLength(1)
    office.carrier.mute = [null, { kind: 'offline', accountId: 'a1' }]
    expect(await check('PIE')).toEqual({
      words: [{ word: 'PIE', standing: 'taken', problem: null }],
      suggestions: [],
    })
  })
})
