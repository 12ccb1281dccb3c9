import { describe, expect, it } from 'vitest'
import { type Arrival, createPlan, type Span } from '../../electron/providers/paging-plan.ts'

type Server = {
  readonly rows: number
  readonly limit: number
  readonly tellsTotal: boolean
  /** The server's own largest page; lower than asked for, without a word. */
  readonly most: number
  /** How many rows a page lacks now and then, although more follow. */
  readonly lacking?: (span: Span) => number
}

const answer = ({ rows, tellsTotal, most, lacking = () => 0 }: Server, span: Span): Arrival => {
  const { offset, limit } = span
  const full = Math.max(0, Math.min(rows - offset, limit, most))
  const received = full - Math.min(lacking(span), Math.max(0, full - 1))
  const until = offset + received
  return { received, total: tellsTotal ? rows : null, nextOffset: until < rows ? until : null }
}

/** Asks for up to `window` pages at once and answers them in an order that `pick` decides. */
function read(server: Server, pick: (length: number) => number, window = 12) {
  const plan = createPlan(server.limit)
  const waiting: Span[] = []
  const got = new Set<number>()
  let requests = 0
  while (!plan.isDone()) {
    for (let span = plan.next(); span !== null; span = waiting.length < window ? plan.next() : null) {
      waiting.push(span)
      requests += 1
    }
    const [span] = waiting.splice(pick(waiting.length), 1)
    if (span === undefined) throw new Error('the plan neither ends nor goes on')
    const arrival = answer(server, span)
    for (let row = 0; row < arrival.received; row++) got.add(span.offset + row)
    expect(plan.arrived(span, arrival)).toBeNull()
  }
  return { plan, got, requests }
}

/** A small seeded generator, so that a failing case can be run again. */
function createRandom(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return Math.floor((state / 4_294_967_296) * below)
  }
}

describe('the plan of a list', () => {
  it.each(Array.from({ length: 300 }, (_, seed) => seed))(
    'gets every row, whatever the order of the answers (%i)',
    (seed) => {
      const random = createRandom(seed)
      const limit = 1 + random(20)
      const most = random(3) === 0 ? 1 + random(limit) : limit
      const server = { rows: random(400), limit, most, tellsTotal: random(2) === 0 }
      const { got, plan } = read(server, random, 1 + random(14))
      expect(got.size).toBe(server.rows)
      expect(plan.hasChanged()).toBe(false)
    },
  )

  it.each(Array.from({ length: 200 }, (_, seed) => seed))('fills the gaps that short pages leave (%i)', (seed) => {
    const random = createRandom(seed)
    const limit = 2 + random(20)
    const lacking = () => (random(3) === 0 ? random(limit) : 0)
    const server = { rows: random(300), limit, most: limit, tellsTotal: random(2) === 0, lacking }
    expect(read(server, random, 1 + random(14)).got.size).toBe(server.rows)
  })

  it('does not run on when the pages behind the end are answered first', () => {
    const { requests } = read({ rows: 250, limit: 10, most: 10, tellsTotal: false }, (length) => length - 1)
    expect(requests).toBeLessThanOrEqual(25 + 12)
  })

  it('asks for one page of a short list, and for no page twice', () => {
    expect(read({ rows: 7, limit: 200, most: 200, tellsTotal: false }, () => 0).requests).toBe(1)
    expect(read({ rows: 10_000, limit: 1000, most: 1000, tellsTotal: true }, () => 0).requests).toBe(10)
  })

  it('looks ahead no further than the window where no total is told', () => {
    expect(read({ rows: 10_000, limit: 200, most: 200, tellsTotal: false }, () => 0).requests).toBeLessThanOrEqual(62)
  })

  it('notices a list that grew or shrank while it was read', () => {
    const plan = createPlan(10)
    const [first, second] = [plan.next(), null]
    expect(second).toBeNull()
    if (first === null) throw new Error('no first page')
    plan.arrived(first, { received: 10, total: 15, nextOffset: 10 })
    const last = plan.next()
    if (last === null) throw new Error('no last page')
    plan.arrived(last, { received: 4, total: 14, nextOffset: null })
    expect(plan.hasChanged()).toBe(true)
  })

  it('is done once the last page is in, whatever empty pages behind it say', () => {
    const plan = createPlan(10)
    const first = plan.next()
    if (first !== null) plan.arrived(first, { received: 10, total: null, nextOffset: 10 })
    const [last, , far] = [plan.next(), plan.next(), plan.next()]
    if (!last || !far) throw new Error('no pages ahead')
    plan.arrived(last, { received: 3, total: null, nextOffset: null })
    expect(plan.isDone()).toBe(true)
    plan.arrived(far, { received: 0, total: null, nextOffset: null })
    expect(plan.isDone()).toBe(true)
  })

  it('will not go round in circles', () => {
    const plan = createPlan(10)
    const first = plan.next()
    if (first === null) throw new Error('no first page')
    expect(plan.arrived(first, { received: 0, total: 5, nextOffset: 0 })).toBe(
      'said that there are rows after 0, and gave none',
    )
  })

  it('tells a refusal behind the end from one before it', () => {
    const behind = createPlan(10)
    const spans = [behind.next()]
    if (spans[0]) behind.arrived(spans[0], { received: 10, total: null, nextOffset: 10 })
    const [second, third] = [behind.next(), behind.next()]
    if (!second || !third) throw new Error('no pages ahead')
    behind.refused(third)
    expect(behind.isCutOff()).toBe(true)
    behind.arrived(second, { received: 3, total: null, nextOffset: null })
    expect([behind.isCutOff(), behind.isDone()]).toEqual([false, true])
  })
})
