import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AutoRenewChange } from '../../../shared/model/lease.ts'
import { leased, Office } from './office.ts'
import { failureOf, isOn, offline, refused, turnOff, writesOf } from './turning-off.ts'

let office: Office
beforeEach(() => {
  office = new Office()
  office.own([leased('+12065550143')])
})
afterEach(() => office.close())

const set = (change: AutoRenewChange = turnOff()) => office.done(office.leases.setAutoRenew(change))
const writes = () => writesOf(office)

describe('several at once', () => {
  const three = ['+12065550143', '+12065550144', '+12065550145']
  beforeEach(() => office.own(three.map((number) => leased(number))))

  it('have an outcome each, whatever became of the others', async () => {
    office.carrier.fates = ['done', refused, 'lostAfter']
    expect(await set(turnOff({ things: three, typed: '3' }))).toMatchObject([
      { thing: three[0], outcome: 'done' },
      { thing: three[1], outcome: 'refused' },
      { thing: three[2], outcome: 'done' },
    ])
    expect(office.logged).toEqual(['info Auto-renew changed {"accountId":"a1","autoRenew":false,"done":2,"refused":1}'])
  })

  it('go one after another', async () => {
    await set(turnOff({ things: three, typed: '3' }))
    const order = office.carrier.asked.map((line) => line.split(' ')[1])
    expect(order).toEqual(three.flatMap((number) => [number, number, number]))
  })

  it('stop at what concerns the whole account, and say that nothing was sent for the rest', async () => {
    office.carrier.blind = [null, null, offline]
    expect(await set(turnOff({ things: three, typed: '3' }))).toEqual([
      { thing: three[0], outcome: 'done', said: null },
      ...[three[1], three[2]].map((thing) => ({
        thing,
        outcome: 'notSent',
        said: 'CallFire could not be reached. Nothing was sent for this one.',
      })),
    ])
  })

  it('fail as a whole when the first shows that none can work', async () => {
    office.carrier.fates = [{ kind: 'unauthorized', accountId: 'a1' }]
    expect(await failureOf(set(turnOff({ things: three, typed: '3' })))).toMatchObject({ kind: 'unauthorized' })
    expect(writes()).toHaveLength(1)
  })

  it('leave alone what has an open order', async () => {
    office.lock('+12065550144')
    expect(await set(turnOff({ things: three, typed: '3' }))).toMatchObject([
      { outcome: 'done' },
      { outcome: 'notSent', said: expect.stringContaining('order') },
      { outcome: 'done' },
    ])
    expect(writes()).toHaveLength(2)
  })
})

describe('nothing is sent', () => {
  const nothingSent = () => expect(office.carrier.asked).toEqual([])

  it('from an account that is read-only', async () => {
    office.change({ readOnly: true })
    expect(await failureOf(set())).toMatchObject({ kind: 'invalid', field: 'accountId' })
    nothingSent()
  })

  it('without a connection: nothing of this waits offline', async () => {
    office.online = false
    expect(await failureOf(set())).toEqual({ kind: 'offline', accountId: 'a1' })
    nothingSent()
  })

  it('for a number that the account does not hold', async () => {
    expect(await failureOf(set(turnOff({ things: ['+12065550999'], typed: '0999' })))).toMatchObject({
      field: 'things',
    })
    nothingSent()
  })

  it('where the carrier has no auto-renew', async () => {
    const clinic = new Office('flowroute-v2')
    clinic.own([leased('+12065550143', { lease: null })])
    expect(await failureOf(clinic.done(clinic.leases.setAutoRenew(turnOff())))).toMatchObject({ field: 'accountId' })
    expect(clinic.carrier.asked).toEqual([])
    clinic.close()
  })
})

describe('while it is under way', () => {
  it('an account that is removed gets no rows any more', async () => {
    office.carrier.fates = ['lostAfter']
    const changing = office.leases.setAutoRenew(turnOff())
    office.removeWhen((asked) => asked.startsWith('write'))
    expect(await office.done(changing)).toMatchObject([
      { outcome: 'unknown', said: expect.stringContaining('removed') },
    ])
    expect(isOn(office)).toBe(true)
  })

  it('a stop of the app sends nothing more', async () => {
    const three = ['+12065550143', '+12065550144', '+12065550145']
    office.own(three.map((number) => leased(number)))
    office.carrier.onAsked = (line) => {
      if (line.startsWith('write')) office.stopping.abort()
    }
    expect(await set(turnOff({ things: three, typed: '3' }))).toMatchObject([
      { outcome: 'done' },
      { outcome: 'notSent', said: 'Linekeeper was stopped. Nothing was sent for this one.' },
      { outcome: 'notSent' },
    ])
    expect(writes()).toHaveLength(1)
  })
})

it('asked twice at once, the second finds it done', async () => {
  const both = Promise.all([office.leases.setAutoRenew(turnOff()), office.leases.setAutoRenew(turnOff())])
  expect((await office.done(both)).flat()).toMatchObject([
    { outcome: 'done' },
    { outcome: 'done', said: 'It was so already.' },
  ])
  expect(writes()).toHaveLength(1)
})
