import { describe, expect, it } from 'vitest'
import { ownedNumber, route } from '../support/builders.ts'
import { begin, find, open, query, temporaryFolder } from './support.ts'

const cake = '+12065552253'
const tracked = '+13125550121'
const menu = '+18005550199'

function stocked() {
  const storage = open(temporaryFolder())
  storage.numbers.nameAccounts([
    { accountId: 'a1', name: 'Bäckerei Zoë' },
    { accountId: 'a2', name: 'Clinic' },
  ])
  const place = { ...ownedNumber('').place, city: 'Seattle', state: 'WA' }
  const bakery = begin(storage, 'a1')
  storage.numbers.saveRoutes(
    bakery,
    [route('7', { name: 'Front desk', target: 'pbx-1.example.net', kind: 'host' })],
    [],
  )
  storage.numbers.saveNumbers(bakery, [ownedNumber(cake, { place, alias: 'Café 50% off_', labels: ['Spring flyer'] })])
  storage.numbers.saveRoutings(bakery, [{ number: cake, routing: { kind: 'routes', primary: '7', failover: null } }])
  const clinic = begin(storage, 'a2')
  storage.numbers.saveNumbers(clinic, [
    ownedNumber(tracked),
    ownedNumber(menu, { kind: 'tollFree', alias: '🎂 "quoted" * NEAR' }),
  ])
  const dialplanXml = '<dialplan><transfer>2065550177</transfer></dialplan>'
  storage.numbers.saveRoutings(clinic, [
    { number: tracked, routing: { kind: 'config', config: { kind: 'ivr', dialplanXml, texts: null } } },
  ])
  return storage
}

describe('a search', () => {
  const storage = stocked
  it.each([
    ['206 555', [cake, tracked]],
    ['206 2253', [cake]],
    ['(206) 555-22', [cake]],
    ['206.555.2253', [cake]],
    ['+1206', [cake, tracked]],
    ['2253', [cake]],
    ['CAKE', [cake]],
    ['555-CAKE', [cake]],
    ['seattle', [cake]],
    ['wa', [cake]],
    ['Seattle, WA', [cake]],
    ['CAFE', [cake]],
    ['café', [cake]],
    ['spring FLYER', [cake]],
    ['front desk', [cake]],
    ['pbx-1', [cake]],
    ['2065550177', [tracked]],
    ['0177', [tracked]],
    ['backerei', [cake]],
    ['clinic', [tracked, menu]],
    ['clinic 800', [menu]],
    ['seattle clinic', []],
    ['  ', [cake, tracked, menu]],
    ['', [cake, tracked, menu]],
    ['(', [cake, tracked, menu]],
    ['+1 (', [cake, tracked, menu]],
    ['50%', [cake]],
    ['%', [cake]],
    ['off_', [cake]],
    ['_', [cake]],
    ['"quoted"', [menu]],
    ['*', [menu]],
    ['🎂', [menu]],
    ['near', [menu]],
    ["'; DROP TABLE numbers; --", []],
    ['a OR b', []],
    ['\\', []],
    ['\u0000', []],
  ])('for %j finds %j', (typed, found) => expect(find(storage(), typed)).toEqual(found))

  it('takes a word for a phone word only in the number itself, and only from three letters on', () => {
    const storage = open(temporaryFolder())
    const run = begin(storage)
    storage.numbers.saveNumbers(run, [ownedNumber('+12065550100', { alias: '2253' }), ownedNumber('+12065559290')])
    expect(find(storage, 'cake')).toEqual([])
    expect(find(storage, 'wa')).toEqual([])
    expect(find(storage, 'way')).toEqual(['+12065559290'])
  })

  it('finds by an account’s new name at once', () => {
    const storage = stocked()
    expect(find(storage, 'clinic')).toHaveLength(2)
    storage.numbers.nameAccounts([{ accountId: 'a2', name: 'Surgery' }])
    expect(find(storage, 'clinic')).toEqual([])
    expect(find(storage, 'surgery')).toHaveLength(2)
  })

  it('follows what is saved while it is shown', () => {
    const storage = stocked()
    expect(find(storage, 'van')).toEqual([])
    storage.numbers.saveNumbers(begin(storage, 'a2'), [
      ownedNumber(tracked, { labels: ['van'] }),
      ownedNumber('+14155550107', { note: 'van' }),
    ])
    expect(find(storage, 'van')).toEqual([tracked, '+14155550107'])
    storage.numbers.saveNumbers(begin(storage, 'a2'), [ownedNumber(tracked)])
    expect(find(storage, 'van')).toEqual(['+14155550107'])
  })

  it('of 200 signs is answered', () => {
    const typed = Array.from({ length: 100 }, (_, at) => String.fromCharCode(97 + (at % 26))).join(' ')
    expect(stocked().numbers.query(query({ search: typed })).total).toBe(0)
  })
})
