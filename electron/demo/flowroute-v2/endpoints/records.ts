import { type CallerName, firstCallerNames } from '../caller-names.ts'
import { list, type Resource, reply } from '../documents.ts'
import { type EmergencyAddress, firstAddresses } from '../emergency.ts'
import { toAddress, toCallerName } from '../extras-document.ts'
import type { NumberRecord } from '../number-record.ts'
import { invalidAt, methodNotAllowed, notFound } from '../problem.ts'
import { type Echo, readPaging, readText } from '../query.ts'
import { type Call, type Endpoint, type Endpoints, idOf } from './endpoint.ts'

const mostAddresses = 2_000
const mostRows = 200

const holds = (text: string | undefined, part: string) => (text ?? '').toLowerCase().includes(part.toLowerCase())

function fitsAddress(query: URLSearchParams) {
  const echo: Echo = ['label', 'street_name', 'city', 'state'].flatMap((name) => {
    const value = readText(query, name)
    return value === null ? [] : [[name, name === 'state' ? value.toUpperCase() : value]]
  })
  const fits = ({ attributes }: EmergencyAddress) =>
    echo.every(([name, value]) => (name === 'state' ? attributes.state === value : holds(attributes[name], value)))
  return { echo, fits }
}

const listAddresses: Endpoint = ({ account, query, path }) => {
  const { echo, fits } = fitsAddress(query)
  return list(account.behaviour(), {
    rows: firstAddresses.filter(fits),
    toResource: (address) => toAddress(account, address),
    paging: readPaging(query, mostAddresses),
    echo,
    path,
  })
}

function knownAddress(call: Call): EmergencyAddress {
  const address = firstAddresses.find(({ id }) => id === idOf(call))
  if (!address) throw notFound('No such E911 record on this account.')
  return address
}

/** Single documents of these two kinds have no links of their own. */
const getAddress: Endpoint = (call) => reply(200, { data: toAddress(call.account, knownAddress(call)) })

/** Numbers in short: what they are and what they are called. */
const shortNumber = (host: string, { number, alias }: NumberRecord): Resource => ({
  type: 'number',
  id: number,
  attributes: { alias, value: number },
  links: { self: `${host}/v2/numbers/${number}` },
})

const addressNumbers: Endpoint = (call) => {
  const { account, query, path } = call
  const { id } = knownAddress(call)
  return list(account.behaviour(), {
    rows: account.numbers.notable().filter(({ e911 }) => e911 === id),
    toResource: (record) => shortNumber(account.behaviour().linkHost, record),
    paging: readPaging(query, mostRows),
    echo: [],
    path,
  })
}

function readApproved(query: URLSearchParams): boolean | null {
  const text = readText(query, 'is_approved')?.toLowerCase() ?? null
  if (text === null) return null
  if (text !== 'true' && text !== 'false') throw invalidAt(['is_approved'], 'Not a valid boolean.')
  return text === 'true'
}

const listCallerNames: Endpoint = ({ account, query, path }) => {
  const approved = readApproved(query)
  const value = readText(query, 'value')
  const fits = (name: CallerName) =>
    (approved === null || name.approved === approved) && (value === null || holds(name.value, value))
  const said: Echo = approved === null ? [] : [['is_approved', approved ? 'True' : 'False']]
  return list(account.behaviour(), {
    rows: firstCallerNames.filter(fits),
    toResource: (name) => toCallerName(account, name),
    paging: readPaging(query, mostRows),
    echo: value === null ? said : [...said, ['value', value]],
    path,
  })
}

/** Three forms were recorded: with numbers, with an empty list of them, and without a word about numbers. */
const getCallerName: Endpoint = (call) => {
  const { account } = call
  const name = firstCallerNames.find(({ id }) => id === idOf(call))
  if (!name) throw notFound('No such CNAM record on this account.')
  const data = toCallerName(account, name)
  if (!name.tellsNumbers) return reply(200, { data })
  const numbers = account.numbers.notable().filter(({ cnam }) => cnam === name.id)
  const relationships = { numbers: { data: numbers.map(({ number }) => ({ type: 'number', id: number })) } }
  const included = numbers.map((record) => shortNumber(account.behaviour().linkHost, record))
  return reply(200, { data: { ...data, relationships }, ...(numbers.length > 0 && { included }) })
}

const readOnly: Endpoint = () => {
  throw methodNotAllowed(['GET'])
}

const noOrders: Endpoint = () => {
  throw notFound('No port orders on this account.')
}

/** These are for reading only here: every other method on them is refused. */
export const recordEndpoints: Endpoints = {
  'GET /v2/e911s': listAddresses,
  'GET /v2/e911s/{id}': getAddress,
  'GET /v2/e911s/{id}/relationships/numbers': addressNumbers,
  'POST /v2/e911s/validate': readOnly,
  'PATCH /v2/numbers/{id}/relationships/e911s/{record}': readOnly,
  'DELETE /v2/numbers/{id}/relationships/e911s': readOnly,
  'GET /v2/cnams': listCallerNames,
  'GET /v2/cnams/{id}': getCallerName,
  'PATCH /v2/numbers/{id}/relationships/cnams/{record}': readOnly,
  'DELETE /v2/numbers/{id}/relationships/cnams': readOnly,
  'PATCH /v2/numbers/{id}/relationships/cnam/{record}': readOnly,
  'DELETE /v2/numbers/{id}/relationships/cnam': readOnly,
  'GET /v2/portorders': noOrders,
  'GET /v2/portorders/{id}': noOrders,
  'GET /v2/portorders/{id}/status': noOrders,
}
