import { z } from 'zod'
import type { Account } from '../account.ts'
import { check, readObject } from '../body.ts'
import { noContent } from '../documents.ts'
import { notFound } from '../problem.ts'
import { type Endpoint, type Endpoints, heldNumber } from './endpoint.ts'

type Slot = 'primary' | 'failover'

const assignment = z.object({
  data: z
    .object(
      {
        type: z.literal('route', { error: 'Must be "route".' }),
        id: z.string({ error: 'Not a valid string.' }).regex(/^\d+$/, { error: 'Not a valid route id.' }),
      },
      { error: 'Missing data for required field.' },
    )
    .nullable(),
})

const cleared = (account: Account, slot: Slot): string | null =>
  slot === 'primary' ? account.behaviour().removedPrimary : null

/** `{"data": null}` clears, as the general rules of such documents have it. */
const assign =
  (slot: Slot): Endpoint =>
  (call) => {
    const { account, body } = call
    const { number } = heldNumber(call)
    const { data } = check(assignment, readObject(body))
    if (data && !account.routes.get(data.id)) throw notFound('No such route on this account.')
    account.numbers.change(number, { [slot]: data ? data.id : cleared(account, slot) })
    return noContent
  }

const remove =
  (slot: Slot): Endpoint =>
  (call) => {
    const { number } = heldNumber(call)
    call.account.numbers.change(number, { [slot]: cleared(call.account, slot) })
    return noContent
  }

export const assignmentEndpoints: Endpoints = {
  'PATCH /v2/numbers/{id}/relationships/primary_route': assign('primary'),
  'DELETE /v2/numbers/{id}/relationships/primary_route': remove('primary'),
  'PATCH /v2/numbers/{id}/relationships/failover_route': assign('failover'),
  'DELETE /v2/numbers/{id}/relationships/failover_route': remove('failover'),
}
