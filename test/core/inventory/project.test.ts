import { describe, expect, it } from 'vitest'
import { numberHandlers } from '../../../electron/core/inventory/handlers.ts'
import { project } from '../../../electron/core/inventory/project.ts'
import type { NumberRouting, OwnedNumber } from '../../../shared/model/number.ts'
import { noPlace, ownedNumber, route } from '../../support/builders.ts'

const projected = (change: Partial<OwnedNumber> = {}, routing: NumberRouting | null = null) =>
  project({
    number: ownedNumber('+12065550143', change),
    routing,
    route: (id) => (id === '7' ? route('7', { name: 'Café desk', target: 'pbx.example.net' }) : null),
  })

describe('a row of the table', () => {
  it('shows the number as people write it', () => expect(projected().display).toBe('(206) 555-0143'))

  it.each([
    [{ city: 'Seattle', state: 'WA' }, 'Seattle, WA'],
    [{ city: 'DES MOINES', state: 'WA' }, 'Des Moines, WA'],
    [{ city: "COEUR D'ALENE", state: 'ID' }, "Coeur D'alene, ID"],
    [{ city: 'McAllen', state: 'TX' }, 'McAllen, TX'],
    [{ rateCenter: 'seattle', state: 'WA' }, 'Seattle, WA'],
    [{ rateCenter: 'nwyrcyzn01', state: 'NY' }, 'NWYRCYZN01, NY'],
    [{ rateCenter: 'SANTA ROSA', state: null }, 'Santa Rosa'],
    [{ state: 'WA' }, 'WA'],
    [{}, null],
  ])('of a number in %j shows %j', (place, shown) =>
    expect(projected({ place: { ...noPlace, ...place } }).place).toBe(shown),
  )

  it('tells where it rings', () =>
    expect(projected({}, { kind: 'routes', primary: '7', failover: null }).rings).toEqual({
      sentence: 'Café desk → pbx.example.net',
      state: 'somewhere',
    }))
})

describe('what a search may find', () => {
  it('begins with the number’s own digits', () => expect(projected().searchText.split('\n')[0]).toBe('12065550143'))

  it('holds place, label, alias and note, folded, each part on a line of its own', () => {
    const { searchText } = projected({
      alias: 'Front\nDesk',
      labels: ['Zoë’s van'],
      note: 'Printed',
      place: { ...noPlace, city: 'Seattle', state: 'WA' },
    })
    expect(searchText.split('\n')).toEqual(
      expect.arrayContaining(['seattle, wa', 'front desk', fold('Zoë’s van'), 'printed']),
    )
  })

  it('holds route name and target', () => {
    const lines = projected({}, { kind: 'routes', primary: null, failover: '7' }).searchText.split('\n')
    expect(lines).toEqual(expect.arrayContaining(['cafe desk', 'pbx.example.net']))
  })

  it('holds every transfer number of call tracking and of a call plan', () => {
    const plan = '<dialplan><menu><keypress pressed="1"><transfer>2025550187</transfer></keypress></menu></dialplan>'
    const ivr = projected({}, { kind: 'config', config: { kind: 'ivr', dialplanXml: plan, texts: null } })
    expect(ivr.searchText.split('\n')).toContain('12025550187')
  })
})

const fold = (text: string) => text.toLowerCase().replace('ë', 'e')

it('requests about numbers go to the store as they are', () => {
  const asked: unknown[] = []
  const note = (answer: unknown) => (input: unknown) => {
    asked.push(input)
    return answer as never
  }
  const handlers = numberHandlers({ query: note('window'), counts: note('counts'), get: note(null) })
  expect(handlers['numbers.get']({ accountId: 'a', number: '+1206' })).toBeNull()
  expect(asked).toEqual([{ accountId: 'a', number: '+1206' }])
})
