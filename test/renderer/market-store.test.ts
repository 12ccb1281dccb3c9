import { describe, expect, it } from 'vitest'
import { basketKeys, standingNow } from '../../renderer/stores/market/basket.ts'
import { createMarketStore } from '../../renderer/stores/market/store.ts'
import { rowAt } from '../../renderer/stores/windowed/pages.ts'
import type { OfferRow, Suggestion } from '../../shared/model/market.ts'
import { createFakeMain } from './support/fake-main.ts'
import { basketOf, sampleOffer, sampleQuery, sampleResults } from './support/sample-offers.ts'
import { quiet, until } from './support/settled.ts'

const pauses = { typingMs: 1, gapMs: 1 }

function open(found: readonly OfferRow[] = []) {
  const main = createFakeMain()
  main.world.answers['market.results'] = (query) => sampleResults(found, query)
  return { main, market: createMarketStore(main.bridge, pauses) }
}

const asked = (main: ReturnType<typeof createFakeMain>, name: string) => main.asked.filter((each) => each.name === name)

describe('looking for numbers', () => {
  it('asks for nothing before its screen was opened, whatever is pushed', async () => {
    const { main } = open()
    main.push('market')
    await quiet()
    expect(main.asked).toEqual([])
  })

  it('knows that nothing was ever looked for', async () => {
    const { main, market } = open()
    main.world.answers['market.results'] = () => null
    market.getState().load()
    await until(() => market.getState().isNew)
    expect(market.getState()).toMatchObject({ shown: null, total: 0 })
  })

  it('finds again what an earlier run had looked for, and puts it into a form nobody has touched', async () => {
    const { market } = open([sampleOffer(1)])
    market.getState().load()
    await until(() => market.getState().total)
    expect(market.getState().form).toEqual(sampleQuery)
  })

  it('leaves a form alone that was filled in meanwhile', async () => {
    const { market } = open([sampleOffer(1)])
    market.getState().setForm({ city: 'Tacoma' })
    market.getState().load()
    await until(() => market.getState().total)
    expect(market.getState().form.city).toBe('Tacoma')
  })

  it('reads the results of its own search, not of an earlier one', async () => {
    const { main, market } = open([sampleOffer(1)])
    market.getState().load()
    await until(() => market.getState().total)
    main.world.answers['market.search'] = () => ({ searchId: 'search-2' })
    await market.getState().search()
    await until(() => asked(main, 'market.results').some(({ input }) => JSON.stringify(input).includes('search-2')))
  })

  it('asks for no place of a toll-free number, and keeps what was typed for when it is local again', async () => {
    const { main, market } = open()
    market.getState().setForm({ ...sampleQuery, zip: '98101', kind: 'tollFree' })
    await market.getState().search()
    expect(asked(main, 'market.search')[0]?.input).toMatchObject({ city: '', state: '', zip: '', pattern: 'CAKE' })
    expect(market.getState().form.city).toBe('Seattle')
  })

  it('keeps the reason why a search could not begin until the form is changed', async () => {
    const { main, market } = open()
    main.world.failures.set('market.search', { kind: 'invalid', field: 'city', problem: 'Say where.' })
    await market.getState().search()
    expect(market.getState().searchFailure).toMatchObject({ field: 'city' })
    market.getState().setForm({ city: 'Seattle' })
    expect(market.getState().searchFailure).toBeNull()
  })

  it('shows rows as they stream in, in windows of a long list', async () => {
    const rows: OfferRow[] = []
    const { main, market } = open(rows)
    market.getState().load()
    await until(() => market.getState().shown)
    rows.push(...Array.from({ length: 5000 }, (_, at) => sampleOffer(at)))
    main.push('market')
    await until(() => market.getState().total === 5000)
    market.getState().show({ start: 4200, end: 4230 })
    const row = await until(() => rowAt(market.getState().pages, 4210))
    expect(row.number).toBe('+12065554210')
    expect(market.getState().pages.size).toBeLessThan(13)
  })

  it('turns the order round when it is asked for twice, and begins each with its best', async () => {
    const { market } = open()
    market.getState().sortBy('price')
    expect(market.getState()).toMatchObject({ sort: 'price', direction: 'ascending' })
    market.getState().sortBy('price')
    expect(market.getState().direction).toBe('descending')
    market.getState().sortBy('memorable')
    expect(market.getState().direction).toBe('descending')
  })
})

describe('suggestions', () => {
  const toSeattle: Suggestion = { label: 'Seattle, WA', set: { city: 'Seattle', state: 'WA' }, accountId: 'cf' }

  it('are those of the latest text, also when an earlier answer comes late', async () => {
    const { main, market } = open()
    main.world.answers['market.suggest'] = ({ text }) => [{ ...toSeattle, label: text }]
    const held = main.hold('market.suggest')
    market.getState().suggest('city', 'Se')
    await until(() => held.waiting() === 1)
    market.getState().suggest('city', 'Sea')
    await until(() => held.waiting() === 2)
    held.letGo()
    await quiet()
    expect(market.getState().suggestions).toBeNull()
    held.letGo()
    await until(() => market.getState().suggestions)
    expect(market.getState().suggestions?.items).toMatchObject([{ label: 'Sea' }])
  })

  it('are gone with the text', async () => {
    const { main, market } = open()
    main.world.answers['market.suggest'] = () => [toSeattle]
    market.getState().suggest('city', 'Sea')
    await until(() => market.getState().suggestions)
    market.getState().suggest('city', ' ')
    expect(market.getState().suggestions).toBeNull()
  })
})

describe('an earlier search', () => {
  it('that cannot be forgotten says why', async () => {
    const { main, market } = open()
    expect(await market.getState().forget('search-1')).toBeNull()
    main.world.failures.set('market.forget', { kind: 'disk', why: 'full', detail: '' })
    expect(await market.getState().forget('search-1')).toMatchObject({ kind: 'disk' })
  })
})

describe('the basket', () => {
  it('that could not be read says why, until it can be', async () => {
    const { main, market } = open()
    main.world.failures.set('market.basket', { kind: 'disk', why: 'damaged', detail: '' })
    market.getState().load()
    await until(() => market.getState().basketFailure)
    expect(market.getState().basket).toBeNull()
    main.world.failures.delete('market.basket')
    market.getState().load()
    await until(() => market.getState().basket)
    await until(() => market.getState().basketFailure === null)
  })

  it('answers at once in every row, before the rows themselves are read anew', async () => {
    const row = sampleOffer(7)
    const { main, market } = open([row])
    main.world.answers['market.addToBasket'] = () => basketOf([row])
    expect(await market.getState().add([row])).toBeNull()
    const keys = basketKeys(market.getState().basket)
    expect(standingNow(row, keys)).toBe('inBasket')
    expect(standingNow({ ...row, standing: 'inBasket' }, new Set())).toBe('free')
    expect(market.getState().said).toBe('(206) 555-0007 in the basket')
  })

  it('that could not be cleared says why and stays, until it is read again', async () => {
    const { main, market } = open()
    main.world.answers['market.basket'] = () => basketOf([sampleOffer(7)])
    market.getState().load()
    await until(() => market.getState().basket)
    main.world.failures.set('market.clearBasket', { kind: 'disk', why: 'full', detail: '' })
    expect(await market.getState().clear(null)).toMatchObject({ kind: 'disk' })
    expect(market.getState()).toMatchObject({ basketFailure: { kind: 'disk' }, basket: { count: 1 } })
    market.getState().load()
    await until(() => market.getState().basketFailure === null)
  })

  it('never makes free what is owned or being checked', () => {
    const yours = sampleOffer(1, { standing: 'yours' })
    const checking = sampleOffer(2, { standing: 'checking' })
    const keys = basketKeys(basketOf([yours, checking]))
    expect([standingNow(yours, keys), standingNow(checking, keys)]).toEqual(['yours', 'checking'])
  })

  it('stays as it was when something cannot be added, and says why', async () => {
    const { main, market } = open()
    main.world.failures.set('market.addToBasket', { kind: 'invalid', field: 'offers', problem: 'It is yours already.' })
    expect(await market.getState().add([sampleOffer(1)])).toMatchObject({ problem: 'It is yours already.' })
    expect(market.getState()).toMatchObject({ basket: null, said: '' })
  })
})
