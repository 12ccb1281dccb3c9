import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildStale } from '../host/build.ts'
import type { Running } from '../shell/support/running.ts'
import { plain } from './support/holding.ts'
import { openLinekeeper, startLinekeeper } from './support/linekeeper.ts'

let folder: string
beforeAll(async () => {
  await buildStale()
}, 120_000)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linekeeper-faults-'))
})
afterEach(() => {
  chmodSync(folder, 0o755)
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** It ends by itself, with one line of plain words. */
async function lineOf(started: Running): Promise<string> {
  expect(await started.ended).toBe(1)
  const { err } = started.said()
  expect(err).toMatch(/^[^\n]+\n$/)
  return err.trim()
}

describe('a data folder named with --data', () => {
  it('that is a file: one line that says so, and the file is left alone', async () => {
    const file = join(folder, 'numbers.txt')
    writeFileSync(file, 'mine')
    expect(plain(await lineOf(startLinekeeper(file)))).toBe(
      `The data folder “${file}” cannot be used: a file stands in its place. Mend that or name another folder with --data, then start Linekeeper again.`,
    )
    expect(plain(await lineOf(startLinekeeper(join(file, 'below'))))).toContain('a file stands in its place')
    expect(readdirSync(folder)).toEqual(['numbers.txt'])
  })

  it.runIf(process.platform !== 'win32')('that may not be made: one line that says so', async () => {
    chmodSync(folder, 0o555)
    const started = startLinekeeper(join(folder, 'new'), { unprivileged: true })
    expect(plain(await lineOf(started))).toContain('this computer does not allow it')
  })

  it('whose settings file is a folder: one line that says so, and nothing is written', async () => {
    mkdirSync(join(folder, 'settings.json'))
    const line = await lineOf(startLinekeeper(folder))
    expect(plain(line)).toMatch(/settings file “.*” cannot be read: a folder stands in its place\. Mend that/)
    expect(readdirSync(join(folder, 'settings.json'))).toEqual([])
  })

  it('whose data file is a folder: a window that says so', async () => {
    mkdirSync(join(folder, 'linekeeper.db'))
    const app = await openLinekeeper(folder)
    const { notices } = await app.ask('app.info', null)
    expect(notices.map(({ sentence }) => plain(sentence))).toEqual([expect.stringMatching(/data/)])
    expect(app.said().err).toBe('')
    expect(await app.ask('accounts.list', null)).toEqual([])
    expect(await app.end('SIGINT')).toBe(0)
    expect(app.said().err).toBe('')
    expect(readdirSync(join(folder, 'linekeeper.db'))).toEqual([])
  })

  it('that is empty: a window, and nothing to say', async () => {
    const app = await openLinekeeper(join(folder, 'a', 'new', 'one'))
    expect((await app.ask('app.info', null)).notices).toEqual([])
    expect(app.said().err).toBe('')
  })
})
