import type { Failure } from '../../../shared/failure.ts'
import { quoted } from './words.ts'

/** What became of a request that spends, as far as its failure tells. */
export type Verdict =
  /** The provider's own no; still believed only after a look. */
  | { readonly kind: 'no'; readonly said: string }
  | { readonly kind: 'notSent'; readonly said: string }
  | { readonly kind: 'unknown'; readonly said: string }

/** `carrier` is the name people know. The sentences hold no secret but what the carrier put into its own words. */
export function verdictOf(failure: Failure, carrier: string): Verdict {
  switch (failure.kind) {
    case 'refused':
    case 'forbidden':
    case 'notFound':
    case 'unauthorized':
      return { kind: 'no', said: ownNo(failure, carrier) }
    case 'busy':
      return failure.held
        ? notSent(`${carrier} asked to be left alone for a while`)
        : { kind: 'no', said: `${carrier} said no: too many requests at once.` }
    case 'invalid':
    case 'cancelled':
    case 'vault':
      return notSent(whyNot(failure))
    case 'offline':
      return notSent('there was no connection')
    case 'tlsUntrusted':
      return notSent(`the secure connection to ${carrier} could not be trusted`)
    case 'keysMissing':
      return notSent('the keys of this account were not at hand')
    default:
      return { kind: 'unknown', said: `${noAnswer(failure, carrier)} It may have happened all the same.` }
  }
}

const notSent = (why: string): Verdict => ({ kind: 'notSent', said: `Not sent: ${why}.` })

function ownNo(
  failure: Extract<Failure, { kind: 'refused' | 'forbidden' | 'notFound' | 'unauthorized' }>,
  carrier: string,
): string {
  if (failure.kind === 'unauthorized') return `${carrier} said no: it does not accept the keys of this account.`
  if (failure.said) return `${carrier} said no: ${quoted(failure.said)}.`
  return failure.kind === 'forbidden'
    ? `${carrier} said no: this account may not do that.`
    : `${carrier} said no, without giving a reason.`
}

function noAnswer(failure: Failure, carrier: string): string {
  if (failure.kind === 'broken') return `${carrier} answered that something broke there.`
  if (failure.kind === 'garbled') return `${carrier}’s answer could not be understood.`
  return `No answer came from ${carrier}.`
}

/** Why something could not be asked: ends a sentence such as "Clinic could not be asked: …". */
export function whyNot(failure: Failure): string {
  switch (failure.kind) {
    case 'offline':
      return 'there is no connection to it'
    case 'timeout':
    case 'unsure':
      return 'it did not answer in time'
    case 'tlsUntrusted':
      return 'the secure connection to it could not be trusted'
    case 'unauthorized':
      return 'it does not accept the keys of this account'
    case 'forbidden':
    case 'refused':
    case 'notFound':
      return failure.said ? `it said ${quoted(failure.said)}` : 'it refused to say'
    case 'busy':
      return 'it asked to be left alone for a while'
    case 'broken':
      return 'something is broken there'
    case 'garbled':
      return 'its answer could not be understood'
    case 'keysMissing':
    case 'vault':
      return 'the keys of this account are not at hand'
    case 'cancelled':
      return 'it was broken off'
    case 'unknownAccount':
      return 'the account was removed'
    case 'invalid':
      return failure.problem.replace(/\.$/, '')
    case 'disk':
      return 'the disk of this computer takes nothing more'
    default:
      return failure satisfies never
  }
}

/** How what is kept of an item begins when the provider answered yes to it. */
export const yes = (carrier: string): string => `${carrier} said yes`

const warned = ', with a warning: '

/** What is kept of an item after a yes; a warning outlives the look that finds the item in the list. */
export const yesInWords = (carrier: string, warning: string | null): string =>
  warning === null ? `${yes(carrier)}; its list is being read.` : `${yes(carrier)}${warned}${warning}`

export function warningIn(said: string | null): string | null {
  const at = said?.indexOf(warned) ?? -1
  return said === null || at === -1 ? null : said.slice(at + warned.length)
}
