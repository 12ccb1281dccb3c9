import { FailureError } from '../../../shared/failure.ts'
import type { Account } from '../../../shared/model/account.ts'
import type { Host } from '../ports.ts'
import { invalid } from '../requests.ts'

/** Throws `offline` for what is of no use later, such as a question about what is for sale now. */
export function needConnection({ isOnline }: Pick<Host, 'isOnline'>, { id }: Pick<Account, 'id'>): void {
  if (!isOnline()) throw new FailureError({ kind: 'offline', accountId: id })
}

/** Throws `invalid` when the owner has said that nothing of this account may be changed from this computer. */
export function needWritable({ name, readOnly }: Pick<Account, 'name' | 'readOnly'>): void {
  if (!readOnly) return
  throw invalid(
    'accountId',
    `“${name}” is read-only on this computer, so nothing was sent. Switch that off in its settings to change something.`,
  )
}
