import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { failureSentence } from '../../renderer/words.ts'
import { buildStale } from '../host/build.ts'
import { type Holding, holdingOf, plain } from './support/holding.ts'
import { type Linekeeper, openLinekeeper, startLinekeeper } from './support/linekeeper.ts'

let folder: string
let first: Linekeeper
let before: Holding
beforeAll(async () => {
  await buildStale()
}, 120_000)
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'linekeeper-faults-'))
  first = await openLinekeeper(folder)
  await first.ask('accounts.addSamples', null)
  for (const { id } of await first.ask('accounts.list', null)) await first.until(id, ({ phase }) => phase === 'done')
  before = await holdingOf(first)
})
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

const syncAll = async (app: Linekeeper) => {
  await app.ask('sync.start', { accountId: null })
  for (const { id } of before.accounts) await app.until(id, ({ phase }) => phase !== 'running')
}

describe('a second Linekeeper on one data folder', () => {
  it('says in one line where the first is, ends, and changes nothing', async () => {
    const second = startLinekeeper(folder)
    expect(await second.ended).toBe(0)
    expect(second.said()).toEqual({
      out: expect.stringMatching(/^Linekeeper is already open with this data folder: http:\S+\n$/),
      err: '',
    })
    await syncAll(first)
    expect(await holdingOf(first)).toEqual(before)
  })

  it('started in the same moment: one opens, the other says a line and ends', async () => {
    const other = mkdtempSync(join(tmpdir(), 'linekeeper-faults-'))
    const both = [startLinekeeper(other), startLinekeeper(other)]
    const ended = await Promise.race(both.map(async (one) => ((await one.ended) === 0 ? one : null)))
    expect(ended?.said().out + (ended?.said().err ?? '')).toMatch(/^Linekeeper is already open[^\n]+\n$/)
    const opened = both.find((one) => one !== ended)
    await opened?.says(/^Linekeeper: http\S+$/m)
    expect(await opened?.end('SIGINT')).toBe(0)
    rmSync(other, { recursive: true, force: true, maxRetries: 5 })
  })

  it('of another kind, which the first does not keep out: a window that says so, and the first loses nothing', async () => {
    forgetTheFirst()
    const second = await openLinekeeper(folder)
    for (const name of ['app.info', 'accounts.list', 'settings.get'] as const) {
      const failure = await second.refusal(name, null)
      expect(failure).toMatchObject({ kind: 'disk', why: 'inUse' })
      expect(plain(failureSentence(failure))).toMatch(/^Another Linekeeper has your data open.* start this one again\./)
    }
    await second.paint()
    const [account] = before.accounts
    await first.ask('accounts.change', { accountId: account?.id ?? '', name: 'Renamed meanwhile' })
    await second.refusal('settings.set', { theme: 'dark' })
    await first.end('SIGINT')
    // What it knows is older than what the first one wrote: it stays out until it is started again.
    await second.refusal('settings.set', { theme: 'dark' })
    expect(await second.end('SIGINT')).toBe(0)
    expect(second.said().err).toBe('')
    const third = await openLinekeeper(folder)
    const after = await holdingOf(third)
    expect(after.numbers).toEqual(before.numbers)
    expect(after.accounts.map(({ name }) => name)).toContain('Renamed meanwhile')
  })
})

/** As if the first were Electron and this one the browser host: neither knows the other's own lock. */
function forgetTheFirst(): void {
  for (const name of readdirSync(folder)) if (name.startsWith('host-')) rmSync(join(folder, name))
}
