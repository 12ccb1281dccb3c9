import { describe, expect, it } from 'vitest'
import type { MarketAsk, Provider } from '../../electron/core/ports.ts'
import { isFailure } from '../../shared/failure.ts'
import { searchAt } from './support/asking.ts'
import { fixture } from './support/fixtures.ts'
import { pullAll } from './support/provider.ts'
import { callfire, flowroute, type Standing } from './support/replies.ts'

type Random = (below: number) => number

/** A small seeded generator, so that a failing case can be run again. */
function createRandom(seed: number): Random {
  let state = seed + 1
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return Math.floor((state / 4_294_967_296) * below)
  }
}

const oddities: readonly unknown[] = [
  null,
  0,
  -1,
  1e308,
  8.64e15,
  '',
  'x',
  '\u0000',
  '🙂'.repeat(50),
  true,
  [],
  {},
  [[]],
  { a: { b: 1 } },
  [null],
  ['x', 7],
]
const odd = (random: Random): unknown => oddities[random(oddities.length)]

/** The document with some members, somewhere in it, replaced, taken away or added. */
function mutate(value: unknown, random: Random): unknown {
  if (random(12) === 0) return odd(random)
  if (Array.isArray(value)) return value.map((part) => mutate(part, random))
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).filter(() => random(20) !== 0)
  const changed = members.map(([name, member]) => [name, random(2) === 0 ? mutate(member, random) : member])
  return { ...Object.fromEntries(changed), ...(random(4) === 0 ? { [`new${random(9)}`]: odd(random) } : {}) }
}

type Subject = {
  readonly stand: (body: unknown) => Promise<Standing>
  readonly read: (made: Standing) => Promise<{ readonly items: readonly unknown[]; readonly odd: readonly unknown[] }>
  readonly file: string
  readonly rows: 'items' | 'data'
}

const atCallfire = (path: string, file: string, read: Subject['read']): readonly [string, Subject] => [
  `CallFire ${path}`,
  {
    file: `callfire-v2/${file}`,
    rows: 'items',
    read,
    stand: (body) => callfire({ [`GET ${path}`]: () => ({ body }) }),
  },
]
const atFlowroute = (path: string, file: string, read: Subject['read']): readonly [string, Subject] => [
  `Flowroute ${path}`,
  {
    file: `flowroute-v2/${file}`,
    rows: 'data',
    read,
    stand: (body) => flowroute({ [`GET ${path}`]: () => ({ body }) }),
  },
]

/** A search gives each number once, be it the row that was touched. */
const numbersOf = async (provider: Provider, ask: Partial<MarketAsk>) => {
  const { numbers, odd } = await searchAt(provider, ask)
  return { items: numbers, odd }
}

const subjects: readonly (readonly [string, Subject])[] = [
  atCallfire('/numbers/leases', 'leases.json', ({ provider }) => pullAll(provider.numbers.pull)),
  atCallfire('/numbers/leases/configs', 'configs.json', ({ provider }) => pullAll(provider.leaseConfigs?.pull)),
  atCallfire('/keywords/leases', 'keyword-leases.json', ({ provider }) => pullAll(provider.keywords?.pull)),
  atCallfire('/contacts/dncs', 'dncs.json', ({ provider }) => pullAll(provider.doNotContact?.pull)),
  atCallfire('/orders', 'orders.json', ({ provider }) => pullAll(provider.orders?.pull)),
  atCallfire('/numbers/local', 'local.json', ({ provider }) => numbersOf(provider, { state: 'WA' })),
  atCallfire('/numbers/tollfree', 'tollfree.json', ({ provider }) => numbersOf(provider, { kind: 'tollFree' })),
  atFlowroute('/v2/numbers/available', 'available.json', ({ provider }) => numbersOf(provider, { state: 'WA' })),
  atFlowroute('/v2/numbers', 'numbers.json', ({ provider }) => pullAll(provider.numbers.pull)),
  atFlowroute('/v2/routes', 'routes.json', ({ provider }) => pullAll(provider.routes?.pull)),
]

const documentOf = ({ file, rows }: Subject) => {
  const whole = fixture(file)
  if (typeof whole !== 'object' || whole === null || !(rows in whole)) throw new Error(`${file} has no rows`)
  const list: unknown = Object.entries(whole).find(([name]) => name === rows)?.[1]
  return { whole, list: Array.isArray(list) ? list : [] }
}

describe.each(subjects)('%s, with documents that were tampered with', (_name, subject) => {
  it('keeps every row that was not touched, exactly', async () => {
    const { whole, list } = documentOf(subject)
    const clean = await subject.read(await subject.stand(whole))
    for (let seed = 0; seed < 60; seed++) {
      const random = createRandom(seed)
      const touched = list.map((row) => mutate(row, random))
      const made = await subject.stand({
        ...whole,
        totalCount: list.length * 2,
        [subject.rows]: list.flatMap((row, index) => [touched[index], row]),
      })
      const { items } = await subject.read(made)
      for (const item of clean.items) expect(items, `seed ${seed}`).toContainEqual(item)
    }
  })

  it('ends in rows or in a failure, never in a crash', async () => {
    const { whole } = documentOf(subject)
    for (let seed = 0; seed < 60; seed++) {
      const made = await subject.stand(mutate(whole, createRandom(1000 + seed)))
      const error = await subject.read(made).then(
        () => null,
        (reason: unknown) => reason,
      )
      if (error !== null) expect(isFailure(error), `seed ${seed}: ${error}`).toBe(true)
    }
  })
})
