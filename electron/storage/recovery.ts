import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { formatDay, toCalendarDay } from '../../shared/calendar.ts'
import type { Notice } from '../../shared/model/settings.ts'
import type { Log } from '../core/ports.ts'
import { isDamage, toDiskFailure } from './disk-failure.ts'
import { copyInPlace, dataFile, listCopies, setAside, sizeOf } from './files.ts'
import { isGoodCopy, openEmpty, openToRead, openWritable } from './open-file.ts'
import { type Salvaged, salvage } from './salvage.ts'

type Where = { readonly folder: string; readonly now: number; readonly log: Log }
export type Opened = { readonly sql: DatabaseSync; readonly readOnly: boolean; readonly notices: readonly Notice[] }

/** Opens the data file, whatever became of it. Throws FailureError only for what must not be touched: newer, or in use. */
export function openData(where: Where): Opened {
  try {
    mkdirSync(where.folder, { recursive: true })
    return { sql: openWritable(placeOf(where)), readOnly: false, notices: [] }
  } catch (error) {
    where.log('warn', 'The data file did not open as it should', { why: String(error) })
    if (isDamage(error)) return recover(where)
    return withoutWriting(where, error)
  }
}

const placeOf = ({ folder, now }: Where) => ({ folder, path: dataFile(folder), now })

/** The ladder: set the broken file aside, take the last good copy, else start empty; each step says what it did. */
function recover(where: Where): Opened {
  try {
    const aside = setAside(dataFile(where.folder), where.now)
    const setAsideNotice = notice(where, 'setAside', asideWords(aside))
    const copy = listCopies(where.folder).find(({ path }) => isGoodCopy(path))
    if (copy) copyInPlace(copy.path, dataFile(where.folder))
    const sql = openWritable(placeOf(where))
    const orders = ordersWords(salvage(join(where.folder, aside), sql))
    const next = copy
      ? notice(where, 'restoredCopy', restoredWords(copy.at) + orders)
      : notice(where, 'startedEmpty', emptyWords + orders)
    return { sql, readOnly: false, notices: [setAsideNotice, next] }
  } catch (error) {
    return withoutWriting(where, error)
  }
}

/** Everything that was read before can still be looked at; nothing new is kept. */
function withoutWriting(where: Where, error: unknown): Opened {
  const failure = toDiskFailure(error)
  const locked = failure?.failure.kind === 'disk' && failure.failure.detail.startsWith('Another program')
  const newer = failure?.failure.kind === 'disk' && failure.failure.why === 'newer'
  if (failure && (locked || newer)) throw failure
  if (!failure && !isFileError(error)) throw error
  const found = sizeOf(dataFile(where.folder)) === null ? null : openToRead(dataFile(where.folder))
  const told = notice(where, 'notWritable', found ? notWritableWords : nothingWords)
  return { sql: found ?? openEmpty(), readOnly: true, notices: [told] }
}

const isFileError = (error: unknown): boolean => error instanceof Error && 'syscall' in error

const notice = ({ now }: Where, kind: Notice['kind'], sentence: string): Notice => ({
  id: `${kind}-${now}`,
  kind,
  sentence,
})

const asideWords = (name: string): string =>
  `Linekeeper’s data file was damaged. It is kept as “${name}” in the data folder and is no longer used; delete it when nothing is missing.`

const restoredWords = (at: number): string =>
  `The copy of ${formatDay(toCalendarDay(at, Intl.DateTimeFormat().resolvedOptions().timeZone), 'long')} took its place. ` +
  'Sync to bring it up to date.'

const emptyWords =
  'There was no good copy of the data file, so Linekeeper started with an empty one. Sync to read your numbers again; nothing has changed at CallFire or Flowroute.'

/** Orders made from this computer are in no provider's list as such: what is lost of them can only be told. */
function ordersWords({ purchases, missing }: Salvaged): string {
  if (missing)
    return ' Not every order made from this computer could be read from the damaged file: look at your numbers at CallFire and Flowroute before you order again.'
  return purchases > 0 ? ' The orders made from this computer are all there.' : ''
}

const notWritableWords =
  'Linekeeper cannot write to its data folder. Everything read before is here to look at, but nothing new can be kept. Allow writing to the folder or free some disk space, then start Linekeeper again.'

const nothingWords =
  'Linekeeper cannot write to its data folder and found no data in it that it can read. Nothing can be kept. Allow writing to the folder or free some disk space, then start Linekeeper again.'
