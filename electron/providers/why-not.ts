import type { CameInstead, Failure } from '../../shared/failure.ts'
import type { Owner } from './documents.ts'

/** One plain sentence for a line of the connection report. */
export function whyNot(failure: Failure, provider: Owner): string {
  switch (failure.kind) {
    case 'offline':
      return `${provider} could not be reached. Check the internet connection and the address.`
    case 'timeout':
      return `${provider} did not answer within ${Math.round(failure.afterMs / 1000)} seconds. Try again later.`
    case 'tlsUntrusted':
      return 'The connection is not safe: the certificate at this address is not trusted. No keys were sent.'
    case 'unauthorized':
      return `${provider} does not accept these keys. Copy them again from the ${provider} web site.`
    case 'forbidden':
      return withWords(`${provider} does not allow this with these keys`, failure.said)
    case 'notFound':
      return withWords(`${provider} does not have this for this account`, failure.said)
    case 'refused':
      return withWords(`${provider} refused`, failure.said)
    case 'busy':
      return `${provider} asks to wait ${toWait(failure.retryAfterMs)} before the next try.`
    case 'broken':
      return `${provider} has a fault of its own at the moment. Try again later.`
    case 'garbled':
      return ofGarbled(failure.got, provider)
    case 'cancelled':
      return 'The test was stopped.'
    case 'keysMissing':
      return 'There are no keys for this account at hand. Enter them again.'
    case 'invalid':
      return failure.problem
    default:
      return `${provider} could not be asked.`
  }
}

const withWords = (sentence: string, said: string | null): string =>
  said === null ? `${sentence}.` : `${sentence}: ${said.replace(/[.\s]+$/, '')}.`

function toWait(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000))
  if (seconds < 90) return seconds === 1 ? '1 second' : `${seconds} seconds`
  return `${Math.ceil(seconds / 60)} minutes`
}

function ofGarbled(got: CameInstead | undefined, provider: Owner): string {
  const other = provider === 'CallFire' ? 'Flowroute' : 'CallFire'
  switch (got) {
    case 'page':
      return `A web page answers in place of ${provider}. Sign in to this network in your browser if it asks you to; else check the address.`
    case 'nothing':
      return `What answers at this address says nothing. Check the address, or try again later.`
    case 'half':
      return `${provider}’s answer broke off in the middle. Try again.`
    case 'tooMuch':
      return `What answers at this address sends far more than ${provider} ever would. Check the address.`
    case 'otherProvider':
      return `${other} answers at this address, not ${provider}. Check the address and the provider.`
    case undefined:
      return `What answers at this address is not ${provider}, or not as documented. Check the address.`
    default:
      return got satisfies never
  }
}
