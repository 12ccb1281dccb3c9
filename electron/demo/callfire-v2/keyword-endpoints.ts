import { z } from 'zod'
import { literal } from '../kit/server.ts'
import { coercedWhole, flag, part, readBody, text } from './body.ts'
import type { Books } from './books.ts'
import { textInboundConfig } from './config-body.ts'
import type { KeywordLease } from './documents.ts'
import { type Call, type Endpoints, orNotFound, parameter, reads, readsWhole, withTotal, writes } from './endpoint.ts'
import { shortCode } from './keyword-rows.ts'
import { readPaging, toPage } from './paging.ts'
import { Problem } from './problem.ts'

/** A contact list that is sent as null or 0 is detached; left out it stays. */
const leaseBody = z.object({
  keyword: text,
  autoRenew: flag,
  contactListId: z.union([coercedWhole, z.null()]).optional(),
  doubleOptInEnabled: flag,
  optInConfirmationMessage: text,
})

const configBody = z.object({ keyword: text, textInboundConfig: part(textInboundConfig) })

const missing = (keyword: string) => `keyword lease ${keyword}`

function checkPath(sent: string | undefined, keyword: string): void {
  if (sent === undefined || sent.toUpperCase() === keyword.toUpperCase()) return
  throw new Problem(400, `keyword ${sent} in the body is not ${keyword}`)
}

function updateLease({ keywords }: Books, call: Call): void {
  const keyword = parameter(call, 'keyword')
  const lease = orNotFound(keywords.find(keyword), missing(keyword))
  const body = readBody(leaseBody, call.body)
  checkPath(body.keyword, keyword)
  keywords.change(keyword, {
    autoRenew: body.autoRenew ?? lease.autoRenew,
    ...(body.contactListId && { contactListId: body.contactListId }),
    ...(body.doubleOptInEnabled !== undefined && { doubleOptInEnabled: body.doubleOptInEnabled }),
    ...(body.optInConfirmationMessage !== undefined && { optInConfirmationMessage: body.optInConfirmationMessage }),
  })
  if (body.contactListId === null || body.contactListId === 0) keywords.detachList(keyword)
}

function updateConfig({ keywords }: Books, call: Call): void {
  const keyword = parameter(call, 'keyword')
  orNotFound(keywords.find(keyword), missing(keyword))
  const body = readBody(configBody, call.body)
  checkPath(body.keyword, keyword)
  if (body.textInboundConfig) keywords.configure(keyword, body.textInboundConfig)
}

/** `filter` is a part of the keyword or of a label, `labelName` a whole label. */
function matching({ keywords }: Books, { query }: Call): readonly KeywordLease[] {
  const filter = query.text('filter')?.toUpperCase()
  const labelName = query.text('labelName')
  return keywords.list().filter(({ keyword, labels = [] }) => {
    const isNear = filter === undefined || [keyword, ...labels].some((word) => word.toUpperCase().includes(filter))
    return isNear && (labelName === undefined || labels.includes(labelName))
  })
}

const leaseEndpoints = (books: Books): Endpoints => ({
  'GET /keywords/leases': reads((call) =>
    withTotal(
      toPage(matching(books, call), readPaging(call.query), (lease) => lease),
      books.settings.totalCount,
    ),
  ),
  'GET /keywords/leases/{keyword}': reads((call) => {
    const keyword = parameter(call, 'keyword')
    return orNotFound(books.keywords.find(keyword), missing(keyword))
  }),
  'PUT /keywords/leases/{keyword}': writes((call) => updateLease(books, call)),
  'GET /keywords/leases/id/{id}': reads((call) => {
    const id = parameter(call, 'id')
    return orNotFound(/^\d{1,15}$/.test(id) ? books.keywords.findById(Number(id)) : null, missing(id))
  }),
})

const configEndpoints = (books: Books): Endpoints => ({
  'GET /keywords/leases/configs': reads((call) =>
    withTotal(
      toPage(matching(books, call), readPaging(call.query, 20), ({ keyword }) => books.keywords.config(keyword)),
      books.settings.totalCount,
    ),
  ),
  'GET /keywords/leases/configs/{keyword}': reads((call) => {
    const keyword = parameter(call, 'keyword')
    return orNotFound(books.keywords.config(keyword), missing(keyword))
  }),
  'PUT /keywords/leases/configs/{keyword}': writes((call) => updateConfig(books, call)),
})

export const keywordEndpoints = (books: Books): Endpoints => ({
  'GET /keywords': readsWhole(({ query }) => ({
    items: [...new Set(query.all('keywords').map((keyword) => keyword.toUpperCase()))]
      .filter(books.keywords.isAvailable)
      .map((keyword) => ({ keyword, shortCode })),
  })),
  'GET /keywords/{keyword}/available': (call) => literal(200, books.keywords.isAvailable(parameter(call, 'keyword'))),
  ...leaseEndpoints(books),
  ...configEndpoints(books),
})
