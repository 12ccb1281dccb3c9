import { beforeEach, describe, expect, it } from 'vitest'
import { noLimits } from '../../../shared/model/account.ts'
import { accountDraft } from '../../support/builders.ts'
import { MemoryWorld } from '../../support/memory-app.ts'

let world: MemoryWorld
beforeEach(() => {
  world = new MemoryWorld()
})

describe('an account', () => {
  it('caps what it may spend, and takes the caps away again', async () => {
    const { id, spending } = await world.ask('accounts.add', accountDraft())
    expect(spending).toEqual(noLimits)
    const caps = { ...noLimits, perMonth: { amount: '25', currency: 'USD' } } as const
    expect(await world.ask('accounts.change', { accountId: id, spending: caps })).toMatchObject({ spending: caps })
    await world.ask('accounts.change', { accountId: id, name: 'Bakery Main' })
    world.restart()
    expect(await world.ask('accounts.list', null)).toMatchObject([{ name: 'Bakery Main', spending: caps }])
    await world.ask('accounts.change', { accountId: id, spending: noLimits })
    expect(await world.ask('accounts.list', null)).toMatchObject([{ spending: noLimits }])
  })

  it.each(['-1', 'much', '1e3', ''])('refuses a cap of %j and keeps the one it has', async (amount) => {
    const { id } = await world.ask('accounts.add', accountDraft())
    const caps = { ...noLimits, perOrder: { amount, currency: 'USD' } } as const
    expect(await world.refusal('accounts.change', { accountId: id, spending: caps })).toMatchObject({
      kind: 'invalid',
      field: expect.stringMatching(/^spending\.perOrder/),
    })
    expect(await world.ask('accounts.list', null)).toMatchObject([{ spending: noLimits }])
  })
})

describe('practising', () => {
  it('tells the sample account’s own carrier what to do to the next purchase, and to leave it', async () => {
    const [, flowroute] = await world.ask('accounts.addSamples', null)
    const accountId = flowroute?.id ?? ''
    await world.ask('accounts.practise', { accountId, fault: 'lostAnswer' })
    await world.ask('accounts.practise', { accountId, fault: null })
    expect(world.practised).toEqual(['flowroute-v2 lostAnswer', 'flowroute-v2 null'])
  })

  it('is for sample accounts only', async () => {
    await world.ask('accounts.addSamples', null)
    const { id } = await world.ask('accounts.add', accountDraft())
    expect(await world.refusal('accounts.practise', { accountId: id, fault: 'refused' })).toEqual({
      kind: 'invalid',
      field: 'accountId',
      problem: 'Only sample accounts can practise. Nothing was changed.',
    })
    expect(await world.refusal('accounts.practise', { accountId: 'nobody', fault: 'slow' })).toEqual({
      kind: 'unknownAccount',
    })
    expect(world.practised).toEqual([])
  })
})
