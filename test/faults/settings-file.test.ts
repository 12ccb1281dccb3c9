import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildStale } from '../host/build.ts'
import { type Holding, holdingOf, plain } from './support/holding.ts'
import { type Linekeeper, openLinekeeper } from './support/linekeeper.ts'

let folder: string
let before: Holding
const file = () => join(folder, 'settings.json')

beforeAll(async () => {
  await buildStale()
}, 120_000)
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'linekeeper-faults-'))
  const app = await openLinekeeper(folder)
  await app.ask('accounts.addSamples', null)
  for (const { id } of await app.ask('accounts.list', null)) await app.until(id, ({ phase }) => phase === 'done')
  before = await holdingOf(app)
  await app.end('SIGINT')
})
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

const toldBy = async (app: Linekeeper): Promise<readonly string[]> =>
  (await app.ask('app.info', null)).notices.map(({ sentence }) => plain(sentence))

describe('a settings file', () => {
  it.each([
    ['cut in half', () => truncateSync(file(), Math.floor(statSync(file()).size / 2))],
    ['emptied', () => truncateSync(file(), 0)],
    ['that is something else', () => writeFileSync(file(), 'hello')],
    ['that is gone', () => rmSync(file())],
    [
      'that has lost its accounts',
      () => writeFileSync(file(), JSON.stringify({ ...JSON.parse(readFileSync(file(), 'utf8')), accounts: 7 })),
    ],
  ])('%s: said, and everything is as it was', async (_what, damage) => {
    damage()
    const app = await openLinekeeper(folder)
    expect(await toldBy(app)).toEqual([
      expect.stringMatching(
        /^The settings file was (damaged|gone), and its last copy took its place\. Look through your accounts; nothing is lost\./,
      ),
    ])
    expect(await holdingOf(app)).toEqual(before)
    await app.paint()
    for (const { id } of before.accounts) await app.until(id, ({ phase }) => phase === 'done')
    await app.ask('settings.set', { theme: 'dark' })
    await app.end('SIGINT')
    const next = await openLinekeeper(folder)
    expect(await toldBy(next)).toEqual([])
    expect(await holdingOf(next)).toEqual(before)
  })

  it('damaged together with its copy: said, and every number is still here', async () => {
    for (const name of ['settings.json', 'settings.copy.json']) writeFileSync(join(folder, name), '{"accounts":')
    const app = await openLinekeeper(folder)
    expect(await toldBy(app)).toEqual([
      expect.stringMatching(
        /^The settings file was damaged, so your accounts must be added again; what was read .* still here/,
      ),
    ])
    expect((await holdingOf(app)).numbers).toEqual(before.numbers)
  })
})
