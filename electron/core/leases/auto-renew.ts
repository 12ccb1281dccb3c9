import { type Failure, isFailure } from '../../../shared/failure.ts'
import type { Account } from '../../../shared/model/account.ts'
import type { AutoRenewChange, LeaseOutcome } from '../../../shared/model/lease.ts'
import { carrierNames } from '../accounts/carrier-names.ts'
import { needConnection, needWritable } from '../accounts/needs.ts'
import type { Provider } from '../ports.ts'
import { invalid } from '../requests.ts'
import { type LeaseLine, type Looked, lineTo } from './line.ts'
import { reasonOf, stopsAll } from './reasons.ts'
import { setAutoRenew } from './set-auto-renew.ts'
import { heldThings, needTyped } from './stored.ts'
import type { Turns } from './turns.ts'
import type { LeaseWorld } from './world.ts'

export type AutoRenewing = {
  readonly world: LeaseWorld
  readonly turns: Turns
  readonly keepSettings: (account: Account, before: Looked) => void
}

/**
 * One thing after another, an outcome each. Throws only before anything was sent: for what the owner can put right, and for the
 * failure of the first thing that would be the failure of all.
 */
export async function changeAutoRenew(on: AutoRenewing, change: AutoRenewChange): Promise<readonly LeaseOutcome[]> {
  const { world } = on
  const account = world.book.find(change.accountId)
  needWritable(account)
  const held = await heldThings(world.ports, change)
  if (!change.autoRenew) needTyped(held, change.typed)
  needConnection(world.ports.host, account)
  const provider = await world.connections.open(account)
  const lines = held.map(({ thing }) => needLine({ world, provider, account }, change, thing))
  return inOrder(on, { account, autoRenew: change.autoRenew, lines })
}

type At = { readonly world: LeaseWorld; readonly provider: Provider; readonly account: Account }

function needLine({ world, provider, account }: At, { kind }: AutoRenewChange, thing: string): LeaseLine {
  const line = lineTo({ world, provider, accountId: account.id }, kind, thing)
  if (line) return line
  throw invalid('accountId', `${carrierNames[account.api]} has no auto-renew for this, so nothing was sent.`)
}

type Job = { readonly account: Account; readonly autoRenew: boolean; readonly lines: readonly LeaseLine[] }

async function inOrder(on: AutoRenewing, job: Job): Promise<readonly LeaseOutcome[]> {
  const { ports } = on.world
  const outcomes: LeaseOutcome[] = []
  let stopped: Failure | null = null
  for (const line of job.lines) {
    // The storage is closed as soon as what runs has come to its end.
    if (on.world.signal.aborted) stopped ??= { kind: 'cancelled', accountId: job.account.id }
    if (stopped) {
      outcomes.push(notSent(job, line, stopped))
      continue
    }
    try {
      outcomes.push(await on.turns.take(`${job.account.id} ${line.thing}`, () => setOne(on, job, line)))
    } catch (error) {
      if (!isFailure(error) || (stopsAll(error.failure) && outcomes.length === 0)) throw error
      if (stopsAll(error.failure)) stopped = error.failure
      outcomes.push(notSent(job, line, error.failure))
    }
  }
  const counts = Object.groupBy(outcomes, ({ outcome }) => outcome)
  const said = Object.fromEntries(Object.entries(counts).map(([outcome, those]) => [outcome, those.length]))
  ports.log('info', 'Auto-renew changed', { accountId: job.account.id, autoRenew: job.autoRenew, ...said })
  return outcomes
}

/** A number whose purchase or release is open belongs to nobody for sure. */
async function setOne(on: AutoRenewing, { account, autoRenew }: Job, line: LeaseLine): Promise<LeaseOutcome> {
  const { world } = on
  const carrier = carrierNames[account.api]
  if (world.ports.storage.orders.locked([line.thing]).length > 0) {
    return {
      thing: line.thing,
      outcome: 'notSent',
      said: 'An order of it is still being checked, so nothing was sent.',
    }
  }
  const keepSettings = (before: Looked) => on.keepSettings(account, before)
  return setAutoRenew({ world, line, carrier, autoRenew, keepSettings })
}

const notSent = ({ account }: Job, { thing }: LeaseLine, failure: Failure): LeaseOutcome => ({
  thing,
  outcome: 'notSent',
  said: `${reasonOf(failure, carrierNames[account.api])} Nothing was sent for this one.`,
})
