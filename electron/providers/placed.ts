import { FailureError } from '../../shared/failure.ts'
import type { AccountId } from '../../shared/model/account.ts'
import type { Placed } from '../core/ports.ts'
import { asDocument, foreignWords, type Owner } from './documents.ts'
import type { Written } from './http.ts'

/**
 * What a 2xx to a request that spends comes to. An answer without a usable document still says that it happened; one that is no
 * document of this provider at all says nothing, because it may come from somebody in between.
 */
export function toPlaced({ body, told }: Written, owner: Owner, accountId: AccountId | null): Placed {
  const isOurs = body === null || (asDocument(body) !== null && foreignWords(body, owner) === null)
  if (!isOurs) throw new FailureError({ kind: 'unsure', accountId })
  return { orderId: null, warning: null, answer: told }
}
