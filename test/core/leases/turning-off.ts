import { type Failure, FailureError } from '../../../shared/failure.ts'
import type { AutoRenewChange } from '../../../shared/model/lease.ts'
import type { Office } from './office.ts'

export const turnOff = (change: Partial<AutoRenewChange> = {}): AutoRenewChange => ({
  accountId: 'a1',
  kind: 'number',
  things: ['+12065550143'],
  autoRenew: false,
  typed: '0143',
  ...change,
})

export const writesOf = ({ carrier }: Office): readonly string[] =>
  carrier.asked.filter((line) => line.startsWith('write'))

export const isOn = ({ storage }: Office, number = '+12065550143') =>
  storage.numbers.get({ accountId: 'a1', number })?.snapshot.lease?.autoRenew

export async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const error: unknown = await work.catch((caught: unknown) => caught)
  if (error instanceof FailureError) return error.failure
  throw new Error('it worked')
}

export const refused = { kind: 'refused', status: 400, said: 'The plan does not allow it', accountId: 'a1' } as const
export const offline: Failure = { kind: 'offline', accountId: 'a1' }
