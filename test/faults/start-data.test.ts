import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { failureSentence } from '../../renderer/words.ts'
import { buildStale } from '../host/build.ts'
import { type Holding, holdingOf, plain } from './support/holding.ts'
import { type Linekeeper, openLinekeeper } from './support/linekeeper.ts'

let folder: string
let before: Holding
const data = () => join(folder, 'linekeeper.db')

beforeAll(async () => {
  await buildStale()
}, 120_000)

/** A person who looked around with sample data, and closed Linekeeper. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'linekeeper-faults-'))
  const app = await openLinekeeper(folder)
  await app.ask('accounts.addSamples', null)
  for (const { id } of await app.ask('accounts.list', null)) await app.until(id, ({ phase }) => phase === 'done')
  before = await holdingOf(app)
  expect(before.numbers.length).toBeGreaterThan(100)
  expect(await app.end('SIGINT')).toBe(0)
  expect(app.said().err).toBe('')
})
afterEach(() => {
  setRights(folder, 0o644, 0o755)
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

function setRights(place: string, file: number, folderMode: number): void {
  chmodSync(place, 0o755)
  for (const entry of readdirSync(place, { withFileTypes: true })) {
    const path = join(place, entry.name)
    if (entry.isDirectory()) setRights(path, file, folderMode)
    else chmodSync(path, file)
  }
  chmodSync(place, folderMode)
}

const toldBy = async (app: Linekeeper): Promise<readonly string[]> =>
  (await app.ask('app.info', null)).notices.map(({ sentence }) => plain(sentence))

/** A window, and nothing but its address on the terminal. */
async function expectWindow(app: Linekeeper): Promise<void> {
  expect(await app.page()).toContain('<div id="root"')
  expect(app.said()).toEqual({ out: expect.stringMatching(/^Linekeeper: \S+\n$/), err: '' })
}

describe('a data file', () => {
  it('cut in half: a window that says what was done, with the last copy in its place', async () => {
    truncateSync(data(), Math.floor(statSync(data()).size / 2))
    const app = await openLinekeeper(folder)
    await expectWindow(app)
    expect(await toldBy(app)).toEqual([
      expect.stringMatching(/was damaged\. It is kept as “linekeeper\.damaged-.*” in the data folder/),
      expect.stringMatching(
        /^The copy of .* took its place\. Sync to bring it up to date\. Not every order .* could be read from the damaged file/,
      ),
    ])
    expect(await holdingOf(app)).toEqual(before)
    await app.paint()
    for (const { id } of before.accounts) await app.until(id, ({ phase }) => phase === 'done')
    expect(await holdingOf(app)).toEqual(before)
    expect(await app.end('SIGINT')).toBe(0)
    expect(await toldBy(await openLinekeeper(folder))).toEqual([])
  })

  it('cut in half, and its copies too: a window that says so; one sync brings everything back', async () => {
    for (const name of readdirSync(join(folder, 'copies'))) truncateSync(join(folder, 'copies', name), 5_000)
    truncateSync(data(), Math.floor(statSync(data()).size / 2))
    const app = await openLinekeeper(folder)
    await expectWindow(app)
    expect(await toldBy(app)).toEqual([
      expect.stringMatching(/was damaged/),
      expect.stringMatching(/started with an empty one\. Sync to read your numbers again/),
    ])
    expect((await holdingOf(app)).accounts).toEqual(before.accounts)
    await app.paint()
    for (const { id } of before.accounts) await app.until(id, ({ phase }) => phase === 'done')
    expect(await holdingOf(app)).toEqual(before)
  })

  it('of a newer Linekeeper: a window that says so, and not a byte of it is changed', async () => {
    const newer = new DatabaseSync(data())
    const { user_version: ours } = newer.prepare('PRAGMA user_version').get() ?? {}
    newer.exec('PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)')
    newer.close()
    const bytes = readFileSync(data())
    const app = await openLinekeeper(folder)
    await expectWindow(app)
    for (const name of ['app.info', 'accounts.list', 'sync.states'] as const) {
      const failure = await app.refusal(name, null)
      expect(failure).toMatchObject({ kind: 'disk', why: 'newer' })
      expect(plain(failureSentence(failure))).toMatch(/written by a newer Linekeeper\. Update this one/)
    }
    await app.paint()
    expect(await app.end('SIGINT')).toBe(0)
    expect(app.said().err).toBe('')
    expect(readFileSync(data()).equals(bytes)).toBe(true)
    const back = new DatabaseSync(data())
    back.exec(`PRAGMA user_version = ${ours}`)
    back.close()
    expect(await holdingOf(await openLinekeeper(folder))).toEqual(before)
  })
})

// Windows knows no folder that cannot be written; there the files alone are.
const folderMode = process.platform === 'win32' ? 0o755 : 0o555

describe('a data folder that cannot be written', () => {
  it('shows all that was read, says so, refuses what would be lost, and ends cleanly', async () => {
    setRights(folder, 0o444, folderMode)
    const app = await openLinekeeper(folder, { unprivileged: true })
    await expectWindow(app)
    expect(await toldBy(app)).toEqual([
      expect.stringMatching(/cannot write to its data folder\. Everything read before/),
    ])
    expect(await holdingOf(app)).toEqual(before)
    const [account] = before.accounts
    const failure = await app.refusal('accounts.change', { accountId: account?.id ?? '', name: 'Renamed' })
    expect(failure).toMatchObject({ kind: 'disk', why: 'readOnly' })
    expect(plain(failureSentence(failure))).toMatch(/data folder cannot be written to\. Check its permissions/)
    await app.paint()
    const state = await app.until(account?.id ?? '', ({ phase }) => phase === 'failed')
    expect(state.failure).toMatchObject({ kind: 'disk', why: 'readOnly' })
    expect(await holdingOf(app)).toEqual(before)
    expect(await app.end('SIGINT')).toBe(0)
    expect(app.said().err).toBe('')
  })

  it('is as it was once it can be written again', async () => {
    setRights(folder, 0o444, folderMode)
    const app = await openLinekeeper(folder, { unprivileged: true })
    expect(await holdingOf(app)).toEqual(before)
    await app.end('SIGINT')
    setRights(folder, 0o644, 0o755)
    const again = await openLinekeeper(folder)
    expect(await toldBy(again)).toEqual([])
    await again.paint()
    for (const { id } of before.accounts) await again.until(id, ({ phase }) => phase === 'done')
    expect(await holdingOf(again)).toEqual(before)
  })
})
