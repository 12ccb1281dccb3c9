import type { HandlersOf } from '../../../shared/contract.ts'
import type { Account, AccountId } from '../../../shared/model/account.ts'
import type { AutoRenewChange, Ending, LeasedThings, LeaseOutcome, RestorePoint } from '../../../shared/model/lease.ts'
import type { NumberRouting, OwnedNumber } from '../../../shared/model/number.ts'
import { changeAutoRenew } from './auto-renew.ts'
import { consequencesOf } from './consequences.ts'
import type { Looked } from './line.ts'
import { restoreSettings } from './restore.ts'
import { Turns } from './turns.ts'
import type { LeaseWorld } from './world.ts'

/** What goes on by itself, what is given up, and how its settings come back. */
export class Leases {
  readonly #world: LeaseWorld
  readonly #turns = new Turns()

  constructor(world: LeaseWorld) {
    this.#world = world
  }

  consequences(asked: LeasedThings & { readonly ending: Ending }) {
    return consequencesOf(this.#world, asked)
  }

  async setAutoRenew(change: AutoRenewChange): Promise<readonly LeaseOutcome[]> {
    const keepSettings = ({ id }: Account, { number }: Looked) => {
      if (number) this.#keep({ accountId: id, why: 'autoRenewOff', ...number })
    }
    const outcomes = await changeAutoRenew({ world: this.#world, turns: this.#turns, keepSettings }, change)
    return this.#world.scrub()(outcomes)
  }

  restorePoints(number: string): readonly RestorePoint[] {
    return this.#world.ports.storage.restorePoints.of(number)
  }

  async restore(asked: { readonly accountId: AccountId; readonly pointId: string }): Promise<readonly LeaseOutcome[]> {
    const outcomes = await restoreSettings(this.#world, asked)
    return this.#world.scrub()(outcomes)
  }

  /** To be called before a release begins: on the disk when it returns. A number that is not known here has no settings to keep. */
  keepSettings(accountId: AccountId, number: string): void {
    const stored = this.#world.ports.storage.numbers.get({ accountId, number })
    if (stored) this.#keep({ accountId, why: 'release', number: stored.snapshot, routing: stored.routing })
  }

  /** Whatever a look gave is stored by now. Where calls go does not come with every look: then what was read last is what is known. */
  #keep({ accountId, why, number, routing }: Kept): void {
    const { storage, newId, now } = this.#world.ports
    const stored = storage.numbers.get({ accountId, number: number.number })
    storage.restorePoints.save({
      id: newId(),
      accountId,
      number: number.number,
      takenAt: now(),
      why,
      snapshot: number,
      routing: routing ?? stored?.routing ?? null,
      routes: [stored?.primary ?? null, stored?.failover ?? null].filter((route) => route !== null),
    })
  }
}

type Kept = {
  readonly accountId: AccountId
  readonly why: Ending
  readonly number: OwnedNumber
  readonly routing: NumberRouting | null
}

export const createLeases = (world: LeaseWorld): Leases => new Leases(world)

export const leaseHandlers = (leases: Leases): HandlersOf<'leases'> => ({
  'leases.consequences': (asked) => leases.consequences(asked),
  'leases.setAutoRenew': (change) => leases.setAutoRenew(change),
  'leases.restorePoints': ({ number }) => leases.restorePoints(number),
  'leases.restore': (asked) => leases.restore(asked),
})
