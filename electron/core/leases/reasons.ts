import type { Failure } from '../../../shared/failure.ts'

/** Going on with the next thing would end the same way. */
const concernsAll: ReadonlySet<Failure['kind']> = new Set([
  'offline',
  'tlsUntrusted',
  'unauthorized',
  'keysMissing',
  'vault',
  'disk',
  'cancelled',
])
export const stopsAll = ({ kind }: Failure): boolean => concernsAll.has(kind)

/** Why a step did not work, as a whole sentence about the carrier. */
export function reasonOf(failure: Failure, carrier: string): string {
  switch (failure.kind) {
    case 'refused':
    case 'forbidden':
    case 'notFound':
      return failure.said ? `${carrier} refused: ${ended(failure.said)}` : `${carrier} refused and gave no reason.`
    case 'unauthorized':
      return `${carrier} did not accept the keys.`
    case 'offline':
    case 'tlsUntrusted':
      return `${carrier} could not be reached.`
    case 'busy':
      return `${carrier} asked to be asked more slowly.`
    case 'keysMissing':
    case 'vault':
      return 'The keys of this account are not at hand.'
    case 'disk':
      return 'The disk did not take what must be written down first.'
    case 'cancelled':
      return 'Linekeeper was stopped.'
    case 'invalid':
      return failure.problem
    case 'timeout':
    case 'broken':
    case 'garbled':
    case 'unsure':
      return `${carrier} gave no clear answer.`
    case 'unknownAccount':
      return 'The account was removed in the meantime.'
    default:
      return failure satisfies never
  }
}

const ended = (said: string): string => (/[.!?…]$/.test(said.trim()) ? said.trim() : `${said.trim()}.`)
