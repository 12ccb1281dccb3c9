import {
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import type { Storage } from '../../electron/core/ports.ts'
import { FailureError } from '../../shared/failure.ts'
import { ownedNumbers } from '../support/builders.ts'
import { begin, day, type Logged, noon, numbersOf, open, readAll, temporaryFolder } from './support.ts'

const dataOf = (folder: string) => join(folder, 'linekeeper.db')
const copiesOf = (folder: string) =>
  existsSync(join(folder, 'copies')) ? readdirSync(join(folder, 'copies')).sort() : []

/** A data file with numbers, closed well. */
function stocked(count: number, now = noon) {
  const folder = temporaryFolder()
  const storage = open(folder, now)
  readAll(storage, (run) => storage.numbers.saveNumbers(run, ownedNumbers(count)), { now })
  storage.close()
  return folder
}

const kindsOf = (notices: readonly { readonly kind: string }[]) => notices.map(({ kind }) => kind)

function failureOf(work: () => unknown) {
  try {
    work()
  } catch (error) {
    if (error instanceof FailureError) return error.failure
    throw error
  }
  throw new Error('it did not fail')
}

describe('a data file that is damaged', () => {
  const damages: readonly (readonly [string, (path: string) => void])[] = [
    ['cut in half', (path) => truncateSync(path, Math.floor(statSync(path).size / 2))],
    ['emptied', (path) => truncateSync(path, 0)],
    ['cut to a few bytes', (path) => truncateSync(path, 10)],
    ['no database at all', (path) => writeFileSync(path, 'x'.repeat(20_000))],
    [
      'scribbled over in the middle',
      (path) => {
        const bytes = readFileSync(path)
        bytes.fill(0xab, 4096, Math.min(bytes.length, 30_000))
        writeFileSync(path, bytes)
      },
    ],
  ]

  it.each(damages)('(%s) is set aside, and the last good copy takes its place', (_, damage) => {
    const folder = stocked(300)
    damage(dataOf(folder))
    const damaged = readFileSync(dataOf(folder))
    const storage = open(folder, noon + 60_000)
    expect(kindsOf(storage.notices)).toEqual(['setAside', 'restoredCopy'])
    expect(storage.notices[1]?.sentence).toContain('21 November 2026')
    expect(numbersOf(storage)).toHaveLength(100)
    expect(storage.holdings('bakery').numbers).toBe(300)
    const aside = readdirSync(folder).find((name) => name.includes('damaged')) ?? ''
    expect(storage.notices[0]?.sentence).toContain(aside)
    expect(readFileSync(join(folder, aside)).equals(damaged)).toBe(true)
    readAll(storage, (run) => storage.numbers.saveNumbers(run, ownedNumbers(301)), { now: noon + 60_000 })
    expect(storage.holdings('bakery').numbers).toBe(301)
  })

  it('passes over a copy that is damaged too', () => {
    const folder = stocked(300)
    const second = open(folder, noon + 2 * day)
    readAll(second, (run) => second.numbers.saveNumbers(run, ownedNumbers(310)), { now: noon + 2 * day })
    second.close()
    const [older, newer] = copiesOf(folder)
    expect(older && newer).toBeTruthy()
    truncateSync(join(folder, 'copies', newer ?? ''), 5000)
    truncateSync(dataOf(folder), 5000)
    const storage = open(folder, noon + 2 * day)
    expect(kindsOf(storage.notices)).toEqual(['setAside', 'restoredCopy'])
    expect(storage.holdings('bakery').numbers).toBe(300)
  })

  it('leaves an empty, working one when there is no good copy', () => {
    const folder = stocked(300)
    for (const copy of copiesOf(folder)) truncateSync(join(folder, 'copies', copy), 100)
    truncateSync(dataOf(folder), 5000)
    const storage = open(folder)
    expect(kindsOf(storage.notices)).toEqual(['setAside', 'startedEmpty'])
    readAll(storage, (run) => storage.numbers.saveNumbers(run, ownedNumbers(3)))
    expect(numbersOf(storage)).toHaveLength(3)
    storage.close()
    expect(open(folder).notices).toEqual([])
  })

  it('is set aside again and again under names of their own', () => {
    const folder = stocked(50)
    for (let time = 0; time < 3; time++) {
      truncateSync(dataOf(folder), 5000)
      open(folder).close()
    }
    expect(readdirSync(folder).filter((name) => name.endsWith('.db') && name.includes('damaged'))).toHaveLength(3)
  })

  it('is not mended with a log that belongs to it, nor is the copy that takes its place', () => {
    const folder = stocked(300)
    const storage = open(folder)
    storage.numbers.saveNumbers(begin(storage), ownedNumbers(5, 9000))
    const crashed = temporaryFolder()
    cpSync(folder, crashed, { recursive: true })
    const bytes = readFileSync(dataOf(crashed))
    writeFileSync(dataOf(crashed), bytes.fill(0xab, 100))
    const next = open(crashed)
    expect(kindsOf(next.notices)).toEqual(['setAside', 'restoredCopy'])
    expect(next.holdings('bakery').numbers).toBe(300)
  })
})

describe('a data file of many megabytes', () => {
  const fill = (storage: Storage) => {
    const run = begin(storage)
    const long = ownedNumbers(1800).map((number) => ({ ...number, note: number.number.repeat(900) }))
    for (let at = 0; at < long.length; at += 100) storage.numbers.saveNumbers(run, long.slice(at, at + 100))
  }
  const scribble = (path: string) => {
    const bytes = readFileSync(path)
    expect(bytes.length).toBeGreaterThan(16 * 1024 * 1024)
    const half = Math.floor(bytes.length / 2 / 4096) * 4096
    writeFileSync(path, bytes.fill(0xff, half, half + 200 * 4096))
  }

  it('is looked at as a whole after a crash', () => {
    const [folder, crashed] = [temporaryFolder(), temporaryFolder()]
    fill(open(folder))
    cpSync(folder, crashed, { recursive: true })
    scribble(dataOf(crashed))
    expect(kindsOf(open(crashed).notices)).toEqual(['setAside', 'startedEmpty'])
  })

  it('that was closed well is opened at once; damage met later is told, and mended at the next start', () => {
    const folder = temporaryFolder()
    const first = open(folder)
    fill(first)
    first.close()
    scribble(dataOf(folder))
    const second = open(folder)
    expect(second.notices).toEqual([])
    const readAll = () => ownedNumbers(1800).map(({ number }) => second.numbers.get({ accountId: 'bakery', number }))
    expect(failureOf(readAll)).toMatchObject({ kind: 'disk', why: 'damaged' })
    const third = open(folder)
    expect(kindsOf(third.notices)).toEqual(['setAside', 'restoredCopy'])
    expect(third.holdings('bakery').numbers).toBe(1800)
  })
})

describe('a data file of a newer Linekeeper', () => {
  it('is refused and left exactly as it is', () => {
    const folder = stocked(10)
    const newer = new DatabaseSync(dataOf(folder))
    newer.exec('PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)')
    newer.close()
    const before = [readFileSync(dataOf(folder)), readdirSync(folder).sort()] as const
    expect(failureOf(() => open(folder))).toMatchObject({ kind: 'disk', why: 'newer' })
    expect(readFileSync(dataOf(folder)).equals(before[0])).toBe(true)
    expect(readdirSync(folder).sort()).toEqual(before[1])
  })

  it('is refused too when only its log tells so', () => {
    const folder = stocked(10)
    const crashed = temporaryFolder()
    const newer = new DatabaseSync(dataOf(folder))
    newer.exec('PRAGMA user_version = 99')
    for (const name of ['linekeeper.db', 'linekeeper.db-wal']) copyFileSync(join(folder, name), join(crashed, name))
    newer.close()
    expect(failureOf(() => open(crashed))).toMatchObject({ kind: 'disk', why: 'newer' })
  })
})

describe('copies', () => {
  it('are made on closing, one a day at most, and the last three are kept', () => {
    const folder = stocked(5)
    open(folder, noon + 1000).close()
    expect(copiesOf(folder)).toHaveLength(1)
    for (let days = 1; days <= 5; days++) open(folder, noon + days * day).close()
    expect(copiesOf(folder).map((name) => name.slice(0, 17))).toEqual([
      'linekeeper-000004',
      'linekeeper-000005',
      'linekeeper-000006',
    ])
  })

  it('stay in their order when the clock is set back a year', () => {
    const folder = stocked(5)
    for (let back = 1; back <= 3; back++) open(folder, noon - 365 * day + back * day).close()
    expect(copiesOf(folder).map((name) => name.slice(11, 17))).toEqual(['000002', '000003', '000004'])
  })

  it('that were not finished are not taken for copies', () => {
    const folder = stocked(5)
    writeFileSync(join(folder, 'copies', 'unfinished.db'), 'half')
    open(folder, noon + day).close()
    expect(copiesOf(folder)).toHaveLength(2)
  })

  it('that cannot be made do not keep it from closing', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'copies'), 'a file where the folder should be')
    const logged: Logged[] = []
    const storage = open(folder, noon, logged)
    readAll(storage, (run) => storage.numbers.saveNumbers(run, ownedNumbers(2)))
    storage.close()
    expect(logged.map(({ level }) => level)).toContain('warn')
    expect(open(folder).holdings('bakery').numbers).toBe(2)
  })
})
