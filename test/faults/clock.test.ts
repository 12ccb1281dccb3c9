import { afterEach, describe, expect, it } from 'vitest'
import { age, since } from '../../renderer/words.ts'
import { apiIds } from '../../shared/model/account.ts'
import { createWorld, type World } from '../support/world.ts'
import { expectNothingLost, holdingOf, plain, stocked } from './support/holding.ts'

const year = 365 * 86_400_000
let world: World
afterEach(() => world.close())

/** A computer whose time can be set. */
const createTime = () => {
  const time = { by: 0, now: () => Date.now() + time.by }
  return time
}

const toldOf = async () => {
  const { notices } = await world.ask('app.info', null)
  return notices.filter(({ kind }) => kind === 'clockBack').map(({ sentence }) => plain(sentence))
}

describe.each(apiIds)('a clock set back a year, with an account of %s,', (api) => {
  it('while Linekeeper is closed: said once, nothing lost, nothing from the future, and read as ever', async () => {
    const time = createTime()
    const all = await stocked(api, { now: time.now })
    world = all.world
    time.by = -year
    await world.restart()
    await expectNothingLost(all)
    world.app.start()
    expect(await world.settled(all.id)).toMatchObject({ phase: 'done', failure: null, found: 30, gone: 0 })
    expect(await toldOf()).toEqual([
      expect.stringMatching(/was set back: .* Nothing is lost\. Check date and time .* sync/),
    ])
    await expectNothingLost(all)
    const { lastDoneAt } = await world.state(all.id)
    expect(Math.abs((lastDoneAt ?? 0) - time.now())).toBeLessThan(60_000)
    await world.restart()
    world.app.start()
    await world.settled(all.id)
    expect(await toldOf()).toEqual([])
  })

  it('while it is open: ages read "just now", not negative, and a number that goes is marked gone', async () => {
    const time = createTime()
    const all = await stocked(api, { now: time.now })
    world = all.world
    time.by = -year
    const { lastDoneAt, lastTriedAt } = await world.state(all.id)
    for (const at of [lastDoneAt, lastTriedAt]) {
      expect(at).toBeLessThanOrEqual(time.now())
      expect(age(at ?? 0, time.now())).toBe('just now')
      expect(since(at ?? 0, time.now())).toMatch(/^\d\d:\d\d$/)
    }
    const [account] = await world.ask('accounts.list', null)
    expect(account?.keys).toMatchObject({ kind: 'ready' })
    await expectNothingLost(all)
    const { callfireV2, flowrouteV2 } = world.carriers
    const lost = api === 'callfire-v2' ? callfireV2.books.leases.numbers()[3] : flowrouteV2.books.numbers()[3]
    if (api === 'callfire-v2') callfireV2.books.leases.remove(lost ?? '')
    else flowrouteV2.books.loseNumber(lost ?? '')
    expect(await world.sync(all.id)).toMatchObject({ phase: 'done', found: 29, gone: 1 })
    const { numbers } = await holdingOf(world)
    expect(numbers.filter(({ goneOn }) => goneOn !== null).map(({ number }) => number)).toEqual([`+${lost}`])
    time.by = 0
    expect(await world.sync(all.id)).toMatchObject({ phase: 'done', found: 29, gone: 0 })
    expect((await holdingOf(world)).numbers).toEqual(numbers)
  })
})

describe('a clock set back a year in the middle of a reading', () => {
  it('holds nothing up and leaves no holes', async () => {
    const time = createTime()
    world = await createWorld({ numbers: 450, now: time.now })
    const { faults } = world.carriers.flowrouteV2
    faults.add({ match: { method: 'POST' }, after: 1, fault: { kind: 'silent', when: 'before' } })
    const { id } = await world.add('flowroute-v2')
    await world.until(id, ({ progress }) => progress?.part === 'numberDetails' && progress.rowsRead >= 200)
    world.crash()
    faults.clear()
    time.by = -year
    world.app.start()
    expect(await world.until(id, ({ phase }) => phase === 'done')).toMatchObject({ found: 450, gone: 0 })
    const { numbers } = await holdingOf(world)
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(450)
    expect(numbers.filter(({ rings, goneOn }) => rings.state === 'unread' || goneOn !== null)).toEqual([])
  })
})
