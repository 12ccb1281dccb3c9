import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DemoCarriers, startDemoCarriers } from '../../electron/demo/carriers.ts'
import { askBoth, type Both } from './kept-carriers.ts'

let carriers: DemoCarriers
let both: Both

beforeAll(async () => {
  carriers = await startDemoCarriers()
  both = askBoth(carriers)
})

afterAll(() => carriers.close())

type Row = { readonly number: string; readonly id: string }

const atCallfire = async (query: string, { callfire } = both): Promise<readonly string[]> =>
  (await callfire('GET', `/numbers/${query}&limit=1000`)).json.items.map(({ number }: Row) => number)

async function atFlowroute(query: string, { flowroute } = both): Promise<readonly string[]> {
  const found: string[] = []
  for (let offset = 0; ; offset += 200) {
    const { json } = await flowroute('GET', `/v2/numbers/available?${query}&limit=200&offset=${offset}`)
    found.push(...json.data.map(({ id }: Row) => id))
    if (!json.links.next) return found
  }
}

describe.each([
  ['206', 'local?prefix=1206', 'starts_with=206'],
  ['Seattle', 'local?city=Seattle&state=WA', 'rate_center=seattle&state=wa'],
  ['312', 'local?prefix=1312', 'starts_with=312'],
  ['888', 'tollfree?pattern=88*', 'starts_with=888'],
])('what a fresh start sells in %s', (_where, callfireQuery, flowrouteQuery) => {
  it('is plenty at both carriers, with a number that ends in CAKE and one that ends in three of a kind', async () => {
    for (const found of [await atCallfire(callfireQuery), await atFlowroute(flowrouteQuery)]) {
      expect(found.length).toBeGreaterThan(200)
      expect(found.some((number) => number.endsWith('2253'))).toBe(true)
      expect(found.some((number) => /(\d)\1\1$/.test(number))).toBe(true)
      expect(new Set(found).size).toBe(found.length)
    }
  })

  it('is sold by one carrier only, number by number', async () => {
    const here = new Set(await atCallfire(callfireQuery))
    expect((await atFlowroute(flowrouteQuery)).filter((number) => here.has(number))).toEqual([])
  })

  it('is the same at every start and at every search', async () => {
    const again = await startDemoCarriers()
    for (const other of [both, askBoth(again)]) {
      expect(await atCallfire(callfireQuery, other)).toEqual(await atCallfire(callfireQuery))
      expect(await atFlowroute(flowrouteQuery, other)).toEqual(await atFlowroute(flowrouteQuery))
    }
    await again.close()
  })
})

describe('the catalogue', () => {
  it('has toll-free numbers that spell a whole word', async () => {
    const words = ['3569377', '7663464', '7586237', '4654329', '3368478', '2532637']
    const found = await atFlowroute('number_type=toll-free')
    expect(words.filter((digits) => found.some((number) => number.endsWith(digits)))).toEqual(words)
  })

  it('has a city with several rate centers, each with something for sale', async () => {
    const { json } = await both.callfire('GET', '/numbers/regions?city=Los%20Angeles')
    const centers = new Set(json.items.flatMap(({ rateCenter }: { rateCenter?: string }) => rateCenter ?? []))
    expect([...centers].sort()).toEqual(['LOS ANGELES DA 01', 'LOS ANGELES DA 07'])
    for (const center of ['lsan da 01', 'lsan da 07']) {
      expect((await atFlowroute(`rate_center=${encodeURIComponent(center)}`)).length).toBeGreaterThan(20)
    }
  })
})
