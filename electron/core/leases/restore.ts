import { formatDay, providerZone, toCalendarDay } from '../../../shared/calendar.ts'
import { type Failure, isFailure } from '../../../shared/failure.ts'
import type { Account, AccountId } from '../../../shared/model/account.ts'
import type { LeaseOutcome, RestorePoint } from '../../../shared/model/lease.ts'
import { formatPhone } from '../../../shared/phone.ts'
import { carrierNames } from '../accounts/carrier-names.ts'
import { needConnection, needWritable } from '../accounts/needs.ts'
import type { NumberSettings, Provider } from '../ports.ts'
import { invalid } from '../requests.ts'
import { type Looked, lookAtNumber } from './line.ts'
import { reasonOf, stopsAll } from './reasons.ts'
import type { LeaseWorld } from './world.ts'

/**
 * Puts kept settings back on a number that is owned again, and looks at it afterwards. The first line is about the whole, the others
 * about single parts. Putting back says what should be true, so doing it twice is harmless.
 */
export async function restoreSettings(
  world: LeaseWorld,
  { accountId, pointId }: { readonly accountId: AccountId; readonly pointId: string },
): Promise<readonly LeaseOutcome[]> {
  const account = world.book.find(accountId)
  const point = world.ports.storage.restorePoints.get(pointId)
  if (!point) throw invalid('pointId', 'These kept settings are not here any more, so nothing was sent.')
  needWritable(account)
  needUnlocked(world, point)
  needConnection(world.ports.host, account)
  const provider = await world.connections.open(account)
  const { settings } = provider
  if (!settings) {
    throw invalid('accountId', `Settings cannot be put back at ${carrierNames[account.api]}, so nothing was sent.`)
  }
  const job = { world, account, provider, settings, point }
  await needOwned(job)
  return putBack(job)
}

type Job = {
  readonly world: LeaseWorld
  readonly account: Account
  readonly provider: Provider
  readonly settings: NumberSettings
  readonly point: RestorePoint
}

function needUnlocked({ ports }: LeaseWorld, { number }: RestorePoint): void {
  if (ports.storage.orders.locked([number]).length === 0) return
  throw invalid('pointId', `An order of ${formatPhone(number)} is still being checked. Wait until it is settled.`)
}

/** A number with a lease is one of CallFire, one without of Flowroute; their settings do not fit each other. */
async function needOwned(job: Job): Promise<void> {
  const { account, point } = job
  const carrier = carrierNames[account.api]
  const looked = await look(job)
  if (!looked) {
    const named = `${formatPhone(point.number)} for “${account.name}”`
    throw invalid('pointId', `${carrier} does not list ${named}, so nothing was sent.`)
  }
  if ((looked.lease === null) === (point.snapshot.lease === null)) return
  throw invalid('pointId', `These settings are from another carrier, and ${carrier} cannot take them.`)
}

const look = ({ world, provider, account, point }: Job): Promise<Looked | null> =>
  lookAtNumber({ world, provider, accountId: account.id }, point.number)

async function putBack(job: Job): Promise<readonly LeaseOutcome[]> {
  const { world, account, settings, point } = job
  const line = toLine(point)
  const { snapshot, routing, routes } = point
  try {
    const left = await settings.restore(point.number, { snapshot, routing, routes }, world.signal)
    return [...(await seenAfter(job, left.length > 0)), ...left.map((said) => line('notSent', said))]
  } catch (error) {
    if (!isFailure(error) || stopsAll(error.failure)) throw error
    return [line(isNo(error.failure) ? 'refused' : 'unknown', reasonOf(error.failure, carrierNames[account.api]))]
  } finally {
    // Where its calls go comes with the account's lists alone at some providers.
    world.sync.start(account.id)
  }
}

const isNo = ({ kind }: Failure): boolean => kind === 'refused' || kind === 'forbidden' || kind === 'notFound'

async function seenAfter(job: Job, isPartly: boolean): Promise<readonly LeaseOutcome[]> {
  const { point, account } = job
  const line = toLine(point)
  const carrier = carrierNames[account.api]
  const day = formatDay(toCalendarDay(point.takenAt, providerZone), 'long')
  const looked = await look(job)
  if (!looked?.number) return [line('unknown', `It was sent, but ${carrier} does not list the number any more.`)]
  looked.save()
  if (isPartly) return [line('done', `What could be put back of its settings of ${day} was put back.`)]
  const missing = missingParts(point, looked.number)
  if (missing.length === 0) return [line('done', `Its settings of ${day} were put back.`)]
  return missing.map((part) => line('unknown', `It was sent, but ${carrier} does not show ${part} yet.`))
}

/** Only what comes with the number itself can be compared; routes made anew have other ids. */
function missingParts(point: RestorePoint, now: NonNullable<Looked['number']>): readonly string[] {
  const parts: string[] = []
  if (point.snapshot.alias !== null && now.number.alias !== point.snapshot.alias) parts.push('its name')
  if (point.routing?.kind === 'routes' && now.routing?.kind === 'routes') {
    if (point.routing.primary !== null && now.routing.primary === null) parts.push('its first route')
    if (point.routing.failover !== null && now.routing.failover === null) parts.push('its second route')
  }
  return parts
}

const toLine =
  ({ number }: RestorePoint) =>
  (outcome: LeaseOutcome['outcome'], said: string): LeaseOutcome => ({ thing: number, outcome, said })
