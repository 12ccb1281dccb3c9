import { z } from 'zod'
import { check, readObject } from '../body.ts'
import { noContent, reply } from '../documents.ts'
import { notFound } from '../problem.ts'
import { type Endpoint, type Endpoints, heldNumber, idOf } from './endpoint.ts'

const url = z.url({ protocol: /^https?$/, error: 'Not a valid URL.' })

const callback = z.object({ data: z.object({ attributes: z.object({ callback_url: url }) }) })

const setCallback =
  (kind: string): Endpoint =>
  (call) => {
    const { number } = heldNumber(call)
    const { data } = check(callback, readObject(call.body))
    call.account.messaging.callbacks.set(`${number} ${kind}`, data.attributes.callback_url)
    return noContent
  }

const accountCallback =
  (kind: string): Endpoint =>
  ({ account, body }) => {
    const { data, ...flat } = readObject(body)
    const wrapped = z.object({ attributes: z.object({ callback_url: url }) }).safeParse(data)
    const wanted = wrapped.success ? wrapped.data.attributes : check(z.object({ callback_url: url }), flat)
    account.messaging.callbacks.set(kind, wanted.callback_url)
    return noContent
  }

const provision = z.object({
  numbers: z.array(z.string().regex(/^\+?\d{2,15}$/, { error: 'Not a valid number.' })).min(1, { error: 'Too few.' }),
  action: z.enum(['enable', 'disable'], { error: 'Not a valid choice.' }),
  callback_url: url.optional(),
  email: z.string().optional(),
})

/** Texting on or off for many numbers at once, as a job. */
const startProvision: Endpoint = ({ account, body }) => {
  const { numbers, action } = check(provision, readObject(body))
  const wanted = numbers.map((number) => number.replace('+', ''))
  if (!wanted.every(account.numbers.isHeld)) throw notFound('No such number on this account.')
  const task = account.messaging.start({ numbers: wanted, action }, account.behaviour().provisioningMs)
  for (const number of wanted) {
    account.numbers.change(number, { messaging: action === 'enable', messagingTask: task.id })
  }
  return reply(201, { data: account.messaging.toResource(task) })
}

const getProvision: Endpoint = (call) => {
  const task = call.account.messaging.get(idOf(call))
  if (!task) throw notFound('No such task.')
  return reply(200, { data: call.account.messaging.toResource(task) })
}

/** The last one is the old name of the third. */
const kinds = ['sms_callback', 'mms_callback', 'sms_dlr_callback', 'mms_dlr_callback', 'dlr_callback']

export const messagingEndpoints: Endpoints = {
  ...Object.fromEntries(kinds.map((kind) => [`POST /v2/numbers/{id}/relationships/${kind}`, setCallback(kind)])),
  ...Object.fromEntries(kinds.map((kind) => [`PUT /v2.1/messages/${kind}`, accountCallback(kind)])),
  'POST /v2/message-provision': startProvision,
  'GET /v2/message-provision/status/{id}': getProvision,
}
