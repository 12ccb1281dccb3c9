import { z } from 'zod'
import type { Account } from '../account.ts'
import { looseFlag } from '../body.ts'
import { invalidAt } from '../problem.ts'

/** What a purchase and a change may say of texting. */
export const messagingOptions = {
  messaging_enabled: looseFlag.optional(),
  messaging_email: looseFlag.optional(),
  messaging_callback_url: z.url({ protocol: /^https?$/, error: 'Not a valid URL.' }).optional(),
}

type Wanted = {
  readonly messaging_enabled?: boolean | undefined
  readonly messaging_email?: boolean | undefined
  readonly messaging_callback_url?: string | undefined
}

/** Checked before anything is changed. */
export function checkMessaging(wanted: Wanted): void {
  if (wanted.messaging_enabled !== undefined) return
  for (const name of ['messaging_email', 'messaging_callback_url'] as const) {
    if (wanted[name] !== undefined) throw invalidAt([name], 'Only together with messaging_enabled.')
  }
}

/**
 * Starts the texting job, when one is wanted. Gives the status of the answer: 207 when the texting service did not
 * take the job, in which case everything else stands.
 */
export function applyMessaging(account: Account, number: string, wanted: Wanted, status: number): number {
  const { messaging_enabled: enabled } = wanted
  if (enabled === undefined) return status
  const { messagingService, provisioningMs } = account.behaviour()
  if (messagingService === 'broken') return enabled ? 207 : status
  const action = enabled ? 'enable' : 'disable'
  const task = account.messaging.start({ numbers: [number], action }, provisioningMs)
  account.numbers.change(number, { messaging: enabled, messagingTask: task.id })
  if (wanted.messaging_callback_url) account.messaging.callbacks.set(number, wanted.messaging_callback_url)
  return status
}
