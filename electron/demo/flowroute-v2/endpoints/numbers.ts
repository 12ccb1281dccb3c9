import { z } from 'zod'
import { check, looseFlag, readObject } from '../body.ts'
import { list, noContent, reply, single } from '../documents.ts'
import { numberDocument, numberResource, numberRow } from '../number-document.ts'
import type { NumberRecord } from '../number-record.ts'
import { invalidAt, notOnAccount, Unserved } from '../problem.ts'
import { type Echo, fitsDigits, readDigitFilter, readPaging, readText } from '../query.ts'
import { type Call, type Endpoint, type Endpoints, heldNumber, idOf } from './endpoint.ts'
import { applyMessaging, checkMessaging, messagingOptions } from './messaging-options.ts'

const mostRows = 200

/** Exact words, unlike the digit filters. Null when nobody asked. */
function readWords({ account, query }: Call) {
  const alias = query.get('alias') || null
  const tier = readText(query, 'tier')
  const echo: Echo = Object.entries({ alias, tier }).flatMap(([name, value]) => (value ? [[name, value]] : []))
  if (alias === null && tier === null) return { echo, fits: () => true }
  const { aliasOf, tierOf } = account.numbers
  const fits = (number: string) =>
    (alias === null || aliasOf(number) === alias) && (tier === null || tierOf(number) === tier)
  return { echo, fits }
}

function* choose(numbers: readonly string[], fits: (number: string) => boolean): Generator<string> {
  for (const number of numbers) if (fits(number)) yield number
}

const listNumbers: Endpoint = (call) => {
  const { account, query } = call
  const paging = readPaging(query, mostRows)
  const { filter, echo } = readDigitFilter(query)
  const words = readWords(call)
  const all = account.numbers.listed()
  const fits = (number: string) => fitsDigits(filter, number) && words.fits(number)
  const isOpen = echo.length === 0 && words.echo.length === 0
  const toResource = (number: string) => {
    const record = account.numbers.get(number) ?? account.leaving(number)
    if (!record) throw new Error(`listed without a record: ${number}`)
    return numberRow(account, record)
  }
  const rows = isOpen ? all : choose(all, fits)
  return list(account.behaviour(), { rows, toResource, paging, echo: [...echo, ...words.echo], path: call.path })
}

const getNumber: Endpoint = (call) => single(200, numberDocument(call.account, heldNumber(call)))

/** The number goes back to the stock; what it was is forgotten. */
const releaseNumber: Endpoint = (call) => {
  const { account } = call
  if (!account.numbers.isHeld(idOf(call))) throw notOnAccount()
  account.release(idOf(call))
  return noContent
}

const longestAlias = 64

const change = z.object({
  type: z.literal('number', { error: 'Must be "number".' }),
  alias: z
    .string({ error: 'Not a valid string.' })
    .max(longestAlias, { error: `Longer than maximum length ${longestAlias}.` })
    .nullish(),
  cnam_lookups_enabled: looseFlag.optional(),
  ...messagingOptions,
})

/** The documents show a flat body. Some clients wrap it in `data`, which is taken as well. */
function readChange(body: Buffer): z.infer<typeof change> {
  const flat = readObject(body)
  const { data } = flat
  const wrapped = typeof data === 'object' && data !== null ? { ...data } : null
  const inner = wrapped && 'attributes' in wrapped && typeof wrapped.attributes === 'object' ? wrapped.attributes : {}
  return wrapped ? check(change, { ...wrapped, ...inner }, ['data']) : check(change, flat)
}

const patchNumber: Endpoint = (call) => {
  const { account, body } = call
  const { number } = heldNumber(call)
  const wanted = readChange(body)
  checkMessaging(wanted)
  const changes: { -readonly [Name in keyof NumberRecord]?: NumberRecord[Name] } = {}
  if (wanted.alias !== undefined) changes.alias = wanted.alias
  if (wanted.cnam_lookups_enabled !== undefined) changes.lookups = wanted.cnam_lookups_enabled
  account.numbers.change(number, changes)
  const status = applyMessaging(account, number, wanted, 200)
  return single(status, numberDocument(account, heldNumber(call)))
}

const wantedNumbers = z.object({
  numbers: z
    .array(z.string().regex(/^\+\d{2,15}$/, { error: 'Must be a number with a leading plus.' }), {
      error: 'Not a valid list.',
    })
    .min(1, { error: 'Shorter than minimum length 1.' }),
})

/** Numbers that the account does not hold are left out. Routes are named by id only. */
const bulkDetails: Endpoint = ({ account, body }) => {
  const { bulkDetails: served, bulkLimit } = account.behaviour()
  if (!served) throw new Unserved()
  const { numbers } = check(wantedNumbers, readObject(body))
  if (numbers.length > bulkLimit) throw invalidAt(['numbers'], `Longer than maximum length ${bulkLimit}.`)
  const records = [...new Set(numbers)].map((number) => account.numbers.get(number.slice(1)))
  const found = records.filter((record) => record !== null)
  return reply(200, { data: found.map((record) => numberResource(account, record)) })
}

export const numberEndpoints: Endpoints = {
  'GET /v2/numbers': listNumbers,
  'GET /v2/numbers/{id}': getNumber,
  'PATCH /v2/numbers/{id}': patchNumber,
  'DELETE /v2/numbers/{id}': releaseNumber,
  'POST /v2/numbers/details': bulkDetails,
}
