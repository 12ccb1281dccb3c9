import { z } from 'zod'
import { flag, readBody, text } from './body.ts'
import type { Books } from './books.ts'
import type { DoNotContactFilter } from './do-not-contact.ts'
import { type Call, deletes, type Endpoints, parameter, reads, withTotal, writes } from './endpoint.ts'
import { readPaging, toPage } from './paging.ts'
import { Problem } from './problem.ts'

const usualSource = 'Api V2'

/** A list that leaves `text` out blocks texts too: both default to true. */
const addBody = z.object({
  numbers: z.array(z.string()).min(1, 'should have at least one number'),
  call: flag.transform((value) => value ?? true),
  text: flag.transform((value) => value ?? true),
  inboundCall: flag,
  inboundText: flag,
  source: text,
})

/** Number, source, campaign and date may be sent along; they are read-only. */
const updateBody = z.object({ call: flag, text: flag, inboundCall: flag, inboundText: flag })

/** One bad number refuses the whole list, so that nobody believes that it was blocked. */
function checkNumbers(numbers: readonly string[]): readonly string[] {
  const wrong = numbers.filter((number) => !/^\d{11,15}$/.test(number))
  if (wrong.length > 0) throw new Problem(400, `invalid numbers: ${wrong.join(', ')}`)
  return numbers
}

function add({ doNotContact }: Books, call: Call): void {
  const { numbers, source = usualSource, ...flags } = readBody(addBody, call.body)
  for (const number of checkNumbers(numbers)) doNotContact.put(number, flags, source)
}

function update({ doNotContact }: Books, call: Call): void {
  const [number = ''] = checkNumbers([parameter(call, 'number')])
  doNotContact.put(number, readBody(updateBody, call.body), usualSource)
}

/** The documents call the member `number`, the official SDKs send `numbers`. */
function filterOf({ query }: Call): DoNotContactFilter {
  const prefix = query.text('prefix')
  if (prefix !== undefined && !/^\d{1,10}$/.test(prefix)) throw new Problem(400, 'prefix should have 1 to 10 digits')
  return {
    prefix,
    campaignId: query.whole('campaignId'),
    source: query.text('source'),
    numbers: [...query.all('number'), ...query.all('numbers')].flatMap((list) => list.split(',')),
    call: query.flag('call'),
    text: query.flag('text'),
    inboundCall: query.flag('inboundCall'),
    inboundText: query.flag('inboundText'),
  }
}

function list({ doNotContact, settings }: Books, call: Call) {
  const page = toPage(doNotContact.list(filterOf(call)), readPaging(call.query), (entry) => entry)
  const { items, totalCount } = page
  return withTotal(settings.doNotContactEnvelope === 'full' ? page : { items, totalCount }, settings.totalCount)
}

export const doNotContactEndpoints = (books: Books): Endpoints => ({
  'GET /contacts/dncs': reads((call) => list(books, call)),
  'POST /contacts/dncs': writes((call) => add(books, call)),
  'GET /contacts/dncs/{number}': reads((call) => books.doNotContact.find(parameter(call, 'number'))),
  'PUT /contacts/dncs/{number}': writes((call) => update(books, call)),
  'DELETE /contacts/dncs/{number}': deletes((call) => books.doNotContact.remove(parameter(call, 'number').split(','))),
  'DELETE /contacts/dncs/sources/{source}': deletes((call) =>
    books.doNotContact.removeSource(parameter(call, 'source')),
  ),
  'GET /contacts/dncs/universals/{toNumber}': reads((call) => ({
    items: [books.doNotContact.universal(parameter(call, 'toNumber'), call.query.text('fromNumber'))],
  })),
})
