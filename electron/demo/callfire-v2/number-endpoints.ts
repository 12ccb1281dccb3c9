import { z } from 'zod'
import { flag, part, readBody, text } from './body.ts'
import type { Books } from './books.ts'
import { nextConfig, numberConfigBody } from './config-body.ts'
import type { FeatureStatus } from './documents.ts'
import { type Call, type Endpoints, orNotFound, parameter, reads, withTotal, writes } from './endpoint.ts'
import type { LeaseFilter } from './lease-book.ts'
import { readPaging, toPage } from './paging.ts'
import { Problem } from './problem.ts'
import { readRegion } from './region.ts'

const feature = part(z.enum(['UNSUPPORTED', 'PENDING', 'DISABLED', 'ENABLED']))

/** Everything else of a lease is read-only and may be sent: SDK users put back the whole document. */
const leaseBody = z.object({ number: text, autoRenew: flag, callFeatureStatus: feature, textFeatureStatus: feature })

/** Sending back what was reported is no change; only ENABLED and DISABLED can be asked for. */
function nextFeature(current: FeatureStatus, wanted: FeatureStatus | undefined, name: string): FeatureStatus {
  if (wanted === undefined || wanted === current) return current
  if (wanted === 'UNSUPPORTED' || wanted === 'PENDING') throw new Problem(400, `${name} cannot be set to ${wanted}`)
  if (current !== 'UNSUPPORTED') return wanted
  if (wanted === 'ENABLED') throw new Problem(400, `${name} is not supported by this number`)
  return current
}

function checkPath(sent: string | undefined, number: string): void {
  if (sent !== undefined && sent !== number) throw new Problem(400, `number ${sent} in the body is not ${number}`)
}

const filterOf = ({ query }: Call): LeaseFilter => ({ region: readRegion(query), labelName: query.text('labelName') })

const missing = (number: string) => `number lease ${number}`

function updateLease({ leases }: Books, call: Call): void {
  const number = parameter(call, 'number')
  const lease = orNotFound(leases.find(number), missing(number))
  const body = readBody(leaseBody, call.body)
  checkPath(body.number, number)
  leases.change(number, {
    autoRenew: body.autoRenew ?? lease.autoRenew,
    callFeatureStatus: nextFeature(lease.callFeatureStatus, body.callFeatureStatus, 'callFeatureStatus'),
    textFeatureStatus: nextFeature(lease.textFeatureStatus, body.textFeatureStatus, 'textFeatureStatus'),
  })
}

function updateConfig({ leases, configs }: Books, call: Call): void {
  const number = parameter(call, 'number')
  const current = orNotFound(leases.find(number) && configs.find(number), missing(number))
  const body = readBody(numberConfigBody, call.body)
  checkPath(body.number, number)
  configs.replace(number, nextConfig(current, body))
}

export const numberEndpoints = (books: Books): Endpoints => ({
  'GET /numbers/leases': reads((call) => {
    const places = books.leases.select({ ...filterOf(call), tollFree: call.query.flag('tollFree') })
    return withTotal(toPage(places, readPaging(call.query), books.leases.at), books.settings.totalCount)
  }),
  'GET /numbers/leases/{number}': reads((call) => {
    const number = parameter(call, 'number')
    return orNotFound(books.leases.find(number), missing(number))
  }),
  'PUT /numbers/leases/{number}': writes((call) => updateLease(books, call)),
  'GET /numbers/leases/configs': reads((call) => {
    const places = books.leases.select(filterOf(call))
    return withTotal(toPage(places, readPaging(call.query), books.configs.at), books.settings.totalCount)
  }),
  'GET /numbers/leases/configs/{number}': reads((call) => {
    const number = parameter(call, 'number')
    return orNotFound(books.leases.find(number) && books.configs.find(number), missing(number))
  }),
  'PUT /numbers/leases/configs/{number}': writes((call) => updateConfig(books, call)),
})
