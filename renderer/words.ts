import type { CameInstead, Failure } from '../shared/failure.ts'
import type { AccountView, ApiId, KeyState } from '../shared/model/account.ts'
import type { SyncPart } from '../shared/model/sync.ts'
import { formatMoney, type Money } from '../shared/money.ts'

export const providerNames: Readonly<Record<ApiId, string>> = {
  'callfire-v2': 'CallFire',
  'flowroute-v2': 'Flowroute',
}

/** What each provider calls the two halves of its keys. */
export const keyNames: Readonly<Record<ApiId, { readonly login: string; readonly secret: string }>> = {
  'callfire-v2': { login: 'API login', secret: 'API password' },
  'flowroute-v2': { login: 'Access key', secret: 'Secret key' },
}

/** `CallFire · Bakery`: an account's name wherever it stands alone; a name that says the provider says it once. */
export const accountTitle = ({ api, name }: Pick<AccountView, 'api' | 'name'>): string =>
  name.startsWith(providerNames[api]) ? name : `${providerNames[api]} · ${name}`

/**
 * What happened and what to do, in a sentence or two. `who` names the provider or account that the request was made for;
 * without one it reads "the provider".
 */
export function failureSentence(failure: Failure, who = 'the provider'): string {
  const Who = capital(who)
  switch (failure.kind) {
    case 'offline':
      return `${Who} cannot be reached. Check the internet connection; what was read before stays here meanwhile.`
    case 'timeout':
      return `${Who} did not answer within ${duration(failure.afterMs)}. Try again in a moment.`
    case 'tlsUntrusted':
      return `The connection to ${who} is not safe: its certificate is not trusted. Check this computer’s date and network, or ask whoever runs the network.`
    case 'unauthorized':
      return `${Who} did not accept the keys. Copy them again from its web site and use “Replace keys”.`
    case 'forbidden':
      return `${Who} does not allow this with these keys${quoted(failure.said)}. Give the keys more rights on its web site, or use other keys.`
    case 'notFound':
      return `${Who} has nothing at that address${quoted(failure.said)}. Check the API address of the account, then read again.`
    case 'refused':
      return `${Who} refused${quoted(failure.said)}. Change what it names, then try again.`
    case 'busy':
      return `${Who} asked us to slow down; it can be asked again in ${duration(failure.retryAfterMs)}.`
    case 'broken':
      return `${Who} has trouble of its own right now. Nothing is wrong here; try again in a few minutes.`
    case 'garbled':
      return garbledSentence(failure.got, who)
    case 'unsure':
      return `${Who} got the request but did not answer, so it may have happened. Look at the list before trying again.`
    case 'cancelled':
      return 'Stopped on request. What was read so far is kept; read again when you like.'
    case 'keysMissing':
      return keysMissingSentence(failure.why)
    case 'invalid':
      return failure.problem
    case 'unknownAccount':
      return 'This account is no longer here. It was removed in the meantime; pick another one.'
    case 'vault':
      return vaultSentence(failure.why)
    case 'disk':
      return diskSentence(failure.why)
    default:
      return failure satisfies never
  }
}

function garbledSentence(got: CameInstead | undefined, who: string): string {
  const Who = capital(who)
  switch (got) {
    case 'page':
      return `A web page came in place of an answer from ${who}. If this network asks to sign in first, do so in your browser and try again; else check the API address of the account. What was read before stays.`
    case 'nothing':
      return `${Who} sent an empty answer. Try again in a few minutes; if it stays so, check the API address of the account. What was read before stays.`
    case 'half':
      return `The answer from ${who} broke off in the middle. Try again in a moment; what was read before stays.`
    case 'tooMuch':
      return `${Who} sent far more than a list of numbers can be, so it was not taken. Check the API address of the account; if it is right, try again later. What was read before stays.`
    case 'otherProvider':
      return `Another provider answers at the API address of this account, not ${who}. Correct the address, or add the account anew under the right provider. What was read before stays.`
    case undefined:
      return `${Who} answered with something that it does not document. Check the API address of the account; if it is right, try again later. What was read before stays.`
    default:
      return got satisfies never
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A sync that failed without a reason that life gives: a fault of ours, which the log holds. */
export const unexplained =
  'Something in Linekeeper itself went wrong while reading. Try again; if it happens again, the log in the data folder says what it was.'

type WhyMissing = Extract<KeyState, { kind: 'missing' }>['why']

export function keysMissingSentence(why: WhyMissing): string {
  switch (why) {
    case 'none':
      return 'No keys are stored for this account. Use “Replace keys” to enter them.'
    case 'session':
      return 'The keys were kept for the last session only. Enter them again to go on; everything already read stays.'
    case 'locked':
      return 'The keys are sealed with your passphrase. Unlock them to read from the provider again.'
    case 'unreadable':
      return 'The stored keys cannot be opened on this computer any more. Enter them again with “Replace keys”.'
    default:
      return why satisfies never
  }
}

function vaultSentence(why: Extract<Failure, { kind: 'vault' }>['why']): string {
  switch (why) {
    case 'pending':
      return 'The computer’s key store has not answered yet. Look for its own window and confirm there, then try again.'
    case 'unavailable':
      return 'This computer has no safe place for keys right now. Keep them for this session only, or seal them with a passphrase.'
    case 'wrongPassphrase':
      return 'That passphrase does not open the keys. Try again; nothing is lost by a wrong one.'
    default:
      return why satisfies never
  }
}

function diskSentence(why: Extract<Failure, { kind: 'disk' }>['why']): string {
  switch (why) {
    case 'full':
      return 'The disk is full, so nothing more can be kept. Free some space, then try again.'
    case 'readOnly':
      return 'The data folder cannot be written to. Check its permissions, or start Linekeeper with another folder.'
    case 'damaged':
      return 'The file with your data is damaged. Start Linekeeper again: it then brings back the last good copy and says what it did.'
    case 'newer':
      return 'The data was written by a newer Linekeeper. Update this one; nothing was changed.'
    case 'inUse':
      return 'Another Linekeeper has your data open, and two at once would write over each other. Use that one, or close it and start this one again. Nothing is lost.'
    case 'other':
      return 'The data could not be read or written. Open the data folder in Settings and check that it is there and not in use.'
    default:
      return why satisfies never
  }
}

const quoted = (said: string | null): string => (said ? `: “${said.replace(/[.\s]+$/, '')}”` : '')

/** `12 s`, `3 min`, `2 h`; at least one second. */
export function duration(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000))
  if (seconds < 100) return `${seconds} s`
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`
}

/** `just now`, `2 min ago`, `3 h ago`, `yesterday`, `4 Nov`. Never negative: a clock that was set back reads `just now`. */
export function age(then: number, now: number): string {
  const minutes = Math.floor(Math.max(0, now - then) / 60_000)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return `${minutes} min ago`
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h ago`
  const days = Math.floor(minutes / (24 * 60))
  if (days === 1) return 'yesterday'
  return days < 7 ? `${days} days ago` : date(then, now)
}

/** `from 09:14` today, `from 4 Nov, 09:14` before: since when the data on the screen stands. */
export function since(then: number, now: number): string {
  const time = new Date(then).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  return new Date(then).toDateString() === new Date(now).toDateString() ? time : `${date(then, now)}, ${time}`
}

/** `4 Nov`, with the year when it is another one. */
export function date(then: number, now: number): string {
  const sameYear = new Date(then).getFullYear() === new Date(now).getFullYear()
  return new Date(then).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  })
}

/** `today`, `tomorrow`, `in 12 days`, `yesterday`, `12 days ago`. */
export function inDays(days: number): string {
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  return days > 0 ? `in ${count(days)} days` : `${count(-days)} days ago`
}

const grouping = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })

/** `1,204`. */
export const count = (value: number): string => grouping.format(value)

/** `1 number`, `1,204 numbers`. */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`

/** Rows of a list that did not come as their provider documents them; the machine's own words about each stand below it. */
export const oddSentence = (rows: number, who: string): string =>
  `${counted(rows, 'row')} did not come as ${who} describes ${rows === 1 ? 'it' : 'them'}; all others are unharmed. If a number looks wrong, show this list to its support.`

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const

/** `two accounts`: small counts as words, for running text. */
export const inWords = (value: number, one: string, many = `${one}s`): string =>
  `${small[value] ?? count(value)} ${value === 1 ? one : many}`

/** `at least $4.50`: a part of it is not known. */
export const leastPrice = (value: Money | null, isPart: boolean): string =>
  value && isPart ? `at least ${formatMoney(value)}` : price(value)

/** A price that the provider did not tell is said, never shown as 0. */
export const price = (value: Money | null): string => (value ? formatMoney(value) : 'not told')

/** `120 rows a second`. */
export const rate = (perSecond: number): string => `${counted(Math.round(perSecond), 'row')} a second`

export const partNames: Readonly<Record<SyncPart, string>> = {
  routes: 'routes',
  numbers: 'numbers',
  leaseConfigs: 'call settings',
  numberDetails: 'number details',
  keywords: 'keywords',
  doNotContact: 'do-not-contact list',
  orders: 'orders',
  billing: 'billing',
}
