import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FailureError } from '../../../shared/failure.ts'
import { route } from '../../support/builders.ts'
import { leased, Office } from './office.ts'

let office: Office
beforeEach(() => {
  office = new Office('flowroute-v2')
})
afterEach(() => office.close())

const number = '+12065550143'
const routes = { kind: 'routes', primary: '7', failover: '8' } as const
const owned = () => leased(number, { lease: null, alias: 'Front desk' })

/** Given up with its settings kept, and bought back bare. */
function keep(): string {
  const run = office.storage.sync.current('a1', office.clock.now())
  office.storage.numbers.saveRoutes(run, [route('7', { name: 'desk' }), route('8'), route('9')], [])
  office.own([owned()], routes)
  office.leases.keepSettings('a1', number)
  office.carrier.numbers.set(number, {
    number: { ...owned(), alias: null },
    routing: { kind: 'routes', primary: null, failover: null },
  })
  return office.leases.restorePoints(number)[0]?.id ?? ''
}
const putBack = () => office.carrier.numbers.set(number, { number: owned(), routing: routes })
const restore = (pointId: string) => office.leases.restore({ accountId: 'a1', pointId })

describe('settings kept before a release', () => {
  it('are the number, where it rang and the routes that it used, as they were', () => {
    keep()
    expect(office.leases.restorePoints(number)).toMatchObject([
      {
        accountId: 'a1',
        number,
        why: 'release',
        takenAt: office.clock.now(),
        snapshot: owned(),
        routing: routes,
        routes: [{ id: '7', name: 'desk' }, { id: '8' }],
      },
    ])
  })

  it('are listed newest first, and none for a number that is not known here', async () => {
    keep()
    await office.clock.forward(1_000)
    office.leases.keepSettings('a1', number)
    office.leases.keepSettings('a1', '+12065550999')
    const points = office.leases.restorePoints(number).map(({ takenAt }) => takenAt)
    expect(points).toEqual([office.clock.now(), office.clock.now() - 1_000])
    expect(office.leases.restorePoints('+12065550999')).toEqual([])
  })
})

describe('putting settings back', () => {
  it('is done when the carrier shows them, which is then stored', async () => {
    const pointId = keep()
    office.carrier.restoring = () => {
      putBack()
      return []
    }
    expect(await restore(pointId)).toEqual([
      { thing: number, outcome: 'done', said: 'Its settings of 21 November 2026 were put back.' },
    ])
    expect(office.carrier.restored).toMatchObject([
      { snapshot: owned(), routing: routes, routes: [{ id: '7' }, { id: '8' }] },
    ])
    expect(office.storage.numbers.get({ accountId: 'a1', number })).toMatchObject({
      snapshot: { alias: 'Front desk' },
      routing: routes,
    })
    expect(office.pushed).toContain('numbers')
    expect(office.synced).toEqual(['a1'])
  })

  it('says each part that could not be', async () => {
    const pointId = keep()
    office.carrier.restoring = () => ['The failover route (8) is not among the account’s routes any more.']
    expect(await restore(pointId)).toMatchObject([
      { outcome: 'done', said: 'What could be put back of its settings of 21 November 2026 was put back.' },
      { outcome: 'notSent', said: 'The failover route (8) is not among the account’s routes any more.' },
    ])
  })

  it('is not taken for done when the carrier does not show it', async () => {
    const pointId = keep()
    expect(await restore(pointId)).toMatchObject([
      { outcome: 'unknown', said: 'It was sent, but Flowroute does not show its name yet.' },
      { outcome: 'unknown', said: 'It was sent, but Flowroute does not show its first route yet.' },
      { outcome: 'unknown', said: 'It was sent, but Flowroute does not show its second route yet.' },
    ])
  })

  it('that gets no answer is open, and one that is refused is told in the carrier’s words', async () => {
    const pointId = keep()
    office.carrier.restoring = () => {
      throw new FailureError({ kind: 'unsure', accountId: 'a1' })
    }
    expect(await restore(pointId)).toMatchObject([{ outcome: 'unknown' }])
    office.carrier.restoring = () => {
      throw new FailureError({ kind: 'refused', status: 422, said: 'Not now', accountId: 'a1' })
    }
    expect(await restore(pointId)).toMatchObject([{ outcome: 'refused', said: 'Flowroute refused: Not now.' }])
    office.carrier.restoring = () => {
      throw new FailureError({ kind: 'offline', accountId: 'a1' })
    }
    await expect(restore(pointId)).rejects.toMatchObject({ failure: { kind: 'offline' } })
    expect(office.synced).toHaveLength(3)
  })
})

describe('nothing is put back', () => {
  const sent = () => office.carrier.asked.filter((line) => line.startsWith('restore'))
  const refusal = async (pointId: string, kind: string, field?: string) => {
    const failure = field === undefined ? { kind } : { kind, field }
    await expect(restore(pointId)).rejects.toMatchObject({ failure })
    expect(sent()).toEqual([])
  }

  it('on a number that is not owned now', async () => {
    const pointId = keep()
    office.carrier.numbers.clear()
    await refusal(pointId, 'invalid', 'pointId')
  })

  it('in an account that is read-only, or without a connection', async () => {
    const pointId = keep()
    office.online = false
    await refusal(pointId, 'offline')
    office.change({ readOnly: true })
    await refusal(pointId, 'invalid', 'accountId')
  })

  it('while an order of the number is open', async () => {
    const pointId = keep()
    office.lock(number)
    await refusal(pointId, 'invalid', 'pointId')
  })

  it('from settings that are not here, or are another carrier’s', async () => {
    const pointId = keep()
    await refusal('nobody', 'invalid', 'pointId')
    office.carrier.numbers.set(number, { number: leased(number), routing: null })
    await refusal(pointId, 'invalid', 'pointId')
  })
})
