import type { CallTracking, LeaseConfig } from '../../../shared/model/lease-config.ts'
import type { NumberRouting, Rings } from '../../../shared/model/number.ts'
import type { Route } from '../../../shared/model/route.ts'
import { formatPhone, toPhoneNumber } from '../../../shared/phone.ts'
import { type DialplanSketch, type Key, sketchDialplan } from './dialplan.ts'

type FindRoute = (id: string) => Route | null

/** Where a caller ends up, in one plain sentence. */
export function ringsAt(routing: NumberRouting | null, route: FindRoute): Rings {
  if (routing === null) return { sentence: 'Not read yet', state: 'unread' }
  return routing.kind === 'routes' ? routesRing(routing, route) : configRings(routing.config)
}

const somewhere = (sentence: string): Rings => ({ sentence, state: 'somewhere' })
const nowhere = (sentence = 'Rings nowhere'): Rings => ({ sentence, state: 'nowhere' })

function routesRing({ primary, failover }: Extract<NumberRouting, { kind: 'routes' }>, route: FindRoute): Rings {
  if (primary === null && failover === null) return nowhere()
  const then = failover === null ? '' : `, then ${routeWords(failover, route)}`
  return somewhere(primary === null ? `No first route${then}` : routeWords(primary, route) + then)
}

/** `0` is Flowroute's built-in route; any other that is missing here has not been read yet, or is gone. */
function routeWords(id: string, find: FindRoute): string {
  const route = find(id)
  if (route === null) return id === '0' ? 'SIP registration' : `Route ${id}`
  if (route.kind === 'sipRegistration') return 'SIP registration'
  const words = [route.name, targetWords(route)].filter((part) => part !== null && part !== '')
  return words.join(' → ') || `Route ${id}`
}

/** The weight and the scheme matter to the route's editor, not to the sentence. */
function targetWords({ kind, target }: Route): string | null {
  if (target === null) return null
  const plain = target.replace(/;weight=\d+$/i, '')
  if (kind === 'number') return phoneWords(plain)
  return plain.replace(/^sips?:/i, '')
}

function phoneWords(text: string): string {
  const number = toPhoneNumber(text)
  return number === null ? text : formatPhone(number)
}

function configRings(config: LeaseConfig): Rings {
  switch (config.kind) {
    case 'unconfigured':
      return nowhere()
    case 'tracking':
      return trackingRings(config.tracking)
    case 'ivr':
      return dialplanRings(sketchDialplan(config.dialplanXml))
    case 'other':
      return somewhere(`Set up as ${config.word.toLowerCase().replaceAll('_', ' ')}`)
    default:
      return config satisfies never
  }
}

function trackingRings({ transferNumbers, voicemail }: CallTracking): Rings {
  if (transferNumbers.length > 0) return somewhere(`Tracks calls → ${phonesWords(transferNumbers)}`)
  return voicemail === true ? somewhere('Tracks calls → voicemail') : nowhere('Tracks calls, but rings nowhere')
}

const phonesWords = (numbers: readonly string[]): string => {
  const first = numbers.slice(0, 1).map(phoneWords)
  return numbers.length > 1 ? `${first} and ${numbers.length - 1} more` : first.join('')
}

function dialplanRings(plan: DialplanSketch): Rings {
  if (!plan.readable) return somewhere('A call plan that could not be read')
  if (plan.keys.length > 0) return somewhere(`Menu: ${keysWords(plan.keys)}`)
  const start = plan.plays ? 'Plays a message' : ''
  if (plan.transfers.length > 0) return somewhere(`${start || 'Forwards'} → ${phonesWords(plan.transfers)}`)
  if (plan.records) return somewhere('Takes a message')
  if (plan.plays) return somewhere('Plays a message, then hangs up')
  return plan.hangsUp ? nowhere('Hangs up at once') : nowhere()
}

const shownKeys = 4

function keysWords(keys: readonly Key[]): string {
  const shown = keys.slice(0, shownKeys)
  const more = keys.length > shownKeys ? ` and ${keys.length - shownKeys} more` : ''
  const named = shown.every(({ word }) => word !== null)
  const list = shown.map(({ pressed, word }) => (named ? `${pressed} ${word}` : pressed)).join(', ')
  return named ? list + more : `${keys.length === 1 ? 'key' : 'keys'} ${list}${more}`
}
