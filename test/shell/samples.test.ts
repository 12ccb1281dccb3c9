import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { NumberRow } from '../../shared/model/number.ts'
import { type Linekeeper, openLinekeeper } from '../faults/support/linekeeper.ts'
import { buildStale } from '../host/build.ts'
import { numberQuery } from '../support/builders.ts'

let folder: string
beforeAll(async () => {
  await buildStale()
}, 120_000)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linekeeper-samples-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

const journal = () => join(folder, 'sample-carriers.jsonl')

async function addSamples(app: Linekeeper): Promise<readonly string[]> {
  const ids = (await app.ask('accounts.addSamples', null)).map(({ id }) => id)
  for (const id of ids) await app.until(id, ({ phase }) => phase === 'done')
  return ids
}

const rowsOf = async (app: Linekeeper) => (await app.ask('numbers.query', numberQuery())).rows

async function firstRenewing(app: Linekeeper): Promise<NumberRow> {
  const row = (await rowsOf(app)).find(({ lease, state }) => lease?.autoRenew === true && state === 'active')
  if (!row) throw new Error('no sample number renews itself')
  return row
}

async function turnOff(app: Linekeeper): Promise<NumberRow> {
  const row = await firstRenewing(app)
  const { accountId, number } = row
  const things = { accountId, kind: 'number', things: [number] } as const
  const change = { ...things, things: [number], autoRenew: false, typed: number.slice(-4) }
  expect(await app.ask('leases.setAutoRenew', change)).toMatchObject([{ outcome: 'done' }])
  return row
}

/** What its carrier says now. */
async function readAgain(app: Linekeeper, { accountId, number }: NumberRow): Promise<NumberRow | undefined> {
  const before = (await app.ask('sync.states', null)).find((state) => state.accountId === accountId)?.lastDoneAt ?? 0
  await app.ask('sync.start', { accountId })
  await app.until(accountId, ({ phase, lastDoneAt }) => phase === 'done' && (lastDoneAt ?? 0) > before)
  return (await rowsOf(app)).find((row) => row.number === number)
}

describe('sample carriers', () => {
  it('know after a restart what was changed there', async () => {
    const app = await openLinekeeper(folder)
    await addSamples(app)
    const row = await turnOff(app)
    expect(await app.end('SIGKILL')).not.toBe(0)
    const again = await openLinekeeper(folder)
    expect(await readAgain(again, row)).toMatchObject({ lease: { autoRenew: false } })
  }, 60_000)

  it('forget everything with the last sample account, and begin anew with the next one', async () => {
    const app = await openLinekeeper(folder)
    const [first = '', second = ''] = await addSamples(app)
    const { number } = await turnOff(app)
    await app.ask('accounts.remove', { accountId: first })
    expect(existsSync(journal())).toBe(true)
    await app.ask('accounts.remove', { accountId: second })
    await addSamples(app)
    expect((await rowsOf(app)).find((row) => row.number === number)).toMatchObject({ lease: { autoRenew: true } })
  }, 60_000)

  it('leave nothing behind that nobody needs', async () => {
    writeFileSync(journal(), 'left by a Linekeeper that was killed while it removed its last sample account')
    const app = await openLinekeeper(folder)
    do expect(await app.ask('accounts.list', null)).toEqual([])
    while (existsSync(journal()))
  }, 60_000)

  it('begin anew where what they kept cannot be read, and keep that aside', async () => {
    const app = await openLinekeeper(folder)
    mkdirSync(journal())
    await addSamples(app)
    expect(
      readdirSync(folder)
        .filter((name) => name.startsWith('sample-carriers.jsonl'))
        .toSorted(),
    ).toEqual(['sample-carriers.jsonl', 'sample-carriers.jsonl.unreadable-1'])
  }, 60_000)
})
