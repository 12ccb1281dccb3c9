import { beforeEach, describe, expect, it } from 'vitest'
import type { Failure } from '../../../shared/failure.ts'
import { ownedNumbers } from '../../support/builders.ts'
import { settle } from '../../support/clock.ts'
import { MemoryWorld } from '../../support/memory-app.ts'
import { addSynced, syncOnce } from './office.ts'

let world: MemoryWorld
beforeEach(() => {
  world = new MemoryWorld()
})

const added = (api?: 'callfire-v2' | 'flowroute-v2', name?: string) => addSynced(world, api, name)
const sync = (accountId: string) => syncOnce(world, accountId)

const offline: Failure = { kind: 'offline', accountId: null }
const forbidden: Failure = { kind: 'forbidden', said: 'no keywords for you', accountId: null }

describe('a sync that cannot go on', () => {
  it('keeps rows and their age when the list of numbers breaks off', async () => {
    world.carrier.numbers = ownedNumbers(6)
    const id = await added()
    const before = await world.state(id)
    await world.clock.forward(60_000)
    world.carrier.numbers = ownedNumbers(6, 100)
    world.carrier.fail('numbers', { kind: 'broken', status: 500, accountId: id }, 1)
    const state = await sync(id)
    expect(state).toMatchObject({ phase: 'failed', failure: { kind: 'broken', status: 500 }, found: 6 })
    expect(state.lastDoneAt).toBe(before.lastDoneAt)
    expect(world.storage.of(id).filter(({ goneOn }) => goneOn !== null)).toEqual([])
    expect(world.storage.finishedParts).not.toContain('numbers')
  })

  it('goes on without a part that fails on its own, and says which', async () => {
    const id = await added()
    world.carrier.fail('keywords', forbidden)
    world.carrier.fail('orders', { kind: 'notFound', said: null, accountId: null })
    expect(await sync(id)).toMatchObject({
      phase: 'done',
      failure: null,
      partFailures: [
        { part: 'keywords', failure: forbidden },
        { part: 'orders', failure: { kind: 'notFound' } },
      ],
    })
    expect(world.storage.finishedParts).toContain('billing')
    expect(world.storage.finishedParts).not.toContain('keywords')
    world.carrier.failures.clear()
    expect(await sync(id)).toMatchObject({ partFailures: [] })
  })

  it('stops as a whole when the keys are refused, whichever part hears it first', async () => {
    const id = await added()
    world.carrier.fail('keywords', { kind: 'unauthorized', accountId: id })
    expect(await sync(id)).toMatchObject({ phase: 'failed', failure: { kind: 'unauthorized', accountId: id } })
    expect(world.storage.finishedParts).not.toContain('numbers')
  })

  it('is not called done when the connection went while details were read', async () => {
    const id = await added('flowroute-v2')
    const before = await world.state(id)
    await world.clock.forward(60_000)
    world.carrier.fail('numberDetails', offline)
    const state = await sync(id)
    expect(state).toMatchObject({ phase: 'failed', failure: offline, partFailures: [{ part: 'numberDetails' }] })
    expect(state.lastDoneAt).toBe(before.lastDoneAt)
  })

  it('by a bug of ours, just when it was cancelled, can be tried again', async () => {
    const id = await added()
    world.carrier.fail('keywords', new Error('a bug in a test'))
    world.carrier.holdAt('keywords', 0)
    await world.ask('sync.start', { accountId: id })
    await settle()
    world.carrier.release()
    const answers = [world.ask('sync.cancel', { accountId: id }), world.ask('sync.start', { accountId: id })]
    await Promise.all(answers)
    world.carrier.failures.clear()
    expect(await sync(id)).toMatchObject({ phase: 'done' })
    expect(world.logged).toContain(`warn Account not read {"accountId":"${id}","kind":"bug"}`)
  })

  it('asks nothing when the computer is offline', async () => {
    const id = await added()
    world.online = false
    expect(await sync(id)).toMatchObject({ phase: 'failed', failure: { kind: 'offline', accountId: id }, found: 3 })
    expect(world.carrier.asked).toEqual([])
  })

  it('says that the disk is full, and still answers', async () => {
    const id = await added()
    world.storage.full = true
    expect(await sync(id)).toMatchObject({ phase: 'failed', failure: { kind: 'disk', why: 'full' } })
    expect(await world.ask('accounts.list', null)).toHaveLength(1)
  })

  it('never tells keys that a carrier put into its refusal', async () => {
    const id = await added()
    world.carrier.fail('keywords', { ...forbidden, said: 'secret-of-tests is not allowed' })
    world.carrier.fail('numbers', { kind: 'refused', status: 400, said: 'who is login-of-tests', accountId: id })
    const state = await sync(id)
    expect(state).toMatchObject({ failure: { said: 'who is •••' } })
    expect(JSON.stringify(world.storage.savedStates)).not.toMatch(/of-tests/)
  })
})
