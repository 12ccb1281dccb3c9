import { type Failure, type FailureError, isFailure } from '../../../shared/failure.ts'
import type { OddRow } from '../../../shared/model/sync.ts'
import type { NumberDetails, Page } from '../../core/ports.ts'
import { decodeRows, type RowReader, type Rows } from '../decode.ts'
import { asDocument, foreignWords, oddDocument } from '../documents.ts'
import { isWrongPath } from '../failures.ts'
import { gather } from '../gather.ts'
import { type Api, readRows } from './lists.ts'
import { toOwnedNumber } from './numbers.ts'
import { numberPath, toRouting } from './owned.ts'
import { type WireNumberInFull, wireNumberInFull } from './wire.ts'

const bulkPath = '/v2/numbers/details'
/** Numbers in one bulk question, and in one piece of work when they are asked for one by one. */
const bulkSize = 200
const singleSize = 50

/**
 * A number without its links is left out: to say "rings nowhere" of it would be a guess.
 */
const detailReader: RowReader<WireNumberInFull, NumberDetails> = {
  schema: wireNumberInFull,
  needs: '.relationships.primary_route: expected object',
  toItem: (wire) => {
    const number = toOwnedNumber(wire)
    const routing = toRouting(wire)
    return number === null || routing === null ? null : { number, routing }
  },
}

type PullDetails = (numbers: readonly string[], signal: AbortSignal) => AsyncIterable<Page<NumberDetails>>

/** Whether the account has the bulk read is found out by asking once, and remembered as long as this provider lives. */
export function createPullDetails(api: Api): PullDetails {
  let hasBulk: boolean | null = null
  const inBulk = async (numbers: readonly string[], signal: AbortSignal): Promise<Rows<NumberDetails>> => {
    try {
      const found = await readBulk(api, numbers, signal)
      hasBulk = true
      return await withMissing(api, { numbers, found, signal })
    } catch (error) {
      if (!isFailure(error) || !isBulkRefused(error.failure)) throw error
      if (isBulkAbsent(error.failure)) hasBulk = false
      return readSingles(api, numbers, signal)
    }
  }
  return async function* pullDetails(numbers, signal) {
    const total = numbers.length
    let left = numbers
    if (hasBulk === null && total > 0) {
      yield { ...(await inBulk(left.slice(0, bulkSize), signal)), total }
      left = left.slice(bulkSize)
    }
    const read =
      hasBulk === false ? (some: readonly string[], both: AbortSignal) => readSingles(api, some, both) : inBulk
    const size = hasBulk === false ? singleSize : bulkSize
    const next = () => {
      const some = left.slice(0, size)
      left = left.slice(size)
      return some.length === 0 ? null : (both: AbortSignal) => read(some, both)
    }
    const window = hasBulk === false ? 2 : 8
    for await (const rows of gather({ next, window, signal })) yield { ...rows, total }
  }
}

const isBulkRefused = (failure: Failure): boolean =>
  isWrongPath(failure) || ['notFound', 'forbidden', 'refused'].includes(failure.kind)

/** Not served or not allowed: no list of numbers would change that. Other refusals may be about one of these numbers. */
const isBulkAbsent = (failure: Failure): boolean =>
  isWrongPath(failure) ||
  failure.kind === 'forbidden' ||
  (failure.kind === 'refused' && [405, 415].includes(failure.status))

async function readBulk(api: Api, numbers: readonly string[], signal: AbortSignal): Promise<Rows<NumberDetails>> {
  const answer = await api.http.read({ method: 'POST', path: bulkPath, body: { numbers }, signal })
  return decodeRows(readRows(api, answer), detailReader, (index) => `${answer.place} data[${index}]`)
}

type Found = { readonly numbers: readonly string[]; readonly found: Rows<NumberDetails>; readonly signal: AbortSignal }

/** What the bulk answer leaves out is asked for by itself: only a 404 of its own says that a number is gone. */
async function withMissing(api: Api, { numbers, found, signal }: Found): Promise<Rows<NumberDetails>> {
  const has = new Set(found.items.map(({ number }) => number.number))
  const missing = numbers.filter((number) => !has.has(number))
  if (missing.length === 0) return found
  const singles = await askEach(api, missing, signal)
  return together([{ items: found.items, odd: found.odd.filter(({ kept }) => kept) }, ...singles])
}

const readSingles = async (api: Api, numbers: readonly string[], signal: AbortSignal): Promise<Rows<NumberDetails>> =>
  together(await askEach(api, numbers, signal))

type Single = Rows<NumberDetails> & { readonly failure?: FailureError }

const askEach = (api: Api, numbers: readonly string[], signal: AbortSignal): Promise<readonly Single[]> =>
  Promise.all(numbers.map((number) => readSingle(api, number, signal)))

/** A number that always fails would be the first to fail each time, and keep all others from being read for ever. */
function together(all: readonly Single[]): Rows<NumberDetails> {
  const items = all.flatMap((one) => one.items)
  const failure = all.find((one) => one.failure)?.failure
  if (failure && items.length === 0) throw failure
  return { items, odd: all.flatMap(({ odd }): readonly OddRow[] => odd) }
}

async function readSingle(api: Api, number: string, signal: AbortSignal): Promise<Single> {
  const path = numberPath(number)
  try {
    const answer = await api.http.read({ method: 'GET', path, signal })
    const data = asDocument(answer.body)?.data
    const isOurs = foreignWords(answer.body, 'Flowroute') === null && asDocument(data) !== null
    if (isOurs) return decodeRows([data], detailReader, () => `${answer.place} data`)
    const { place } = answer
    throw oddDocument(answer.body, 'Flowroute', { place, problem: 'data: expected object', accountId: api.accountId })
  } catch (error) {
    if (!isFailure(error)) throw error
    const { failure } = error
    if (failure.kind === 'notFound') return { items: [], odd: [] }
    if (!ofOneNumber.has(failure.kind)) throw error
    const fallback = `flowroute-v2 GET ${path}: expected an answer, got ${failure.kind}`
    const place = failure.kind === 'garbled' ? failure.place : fallback
    return { items: [], odd: [{ place, kept: false }], failure: error }
  }
}

/** These may be about the one number that was asked for; all else is about the account or the way. */
const ofOneNumber: ReadonlySet<Failure['kind']> = new Set(['broken', 'refused', 'garbled', 'forbidden'])
