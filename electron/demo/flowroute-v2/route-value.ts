import { invalidAt } from './problem.ts'
import type { RouteType } from './route-book.ts'

const hostName = /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$/i
const transports = ['tcp', 'udp', 'tls']

const isPort = (text: string) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535

function isHost(text: string): boolean {
  const [name = '', port, ...rest] = text.split(':')
  if (rest.length > 0 || (port !== undefined && !isPort(port))) return false
  const parts = name.split('.')
  const looksLikeAddress = parts.every((part) => /^\d+$/.test(part))
  if (looksLikeAddress) return parts.length === 4 && parts.every((part) => Number(part) <= 255)
  return hostName.test(name)
}

function isUri(text: string): boolean {
  const [, user, domain] = /^sips?:([^@\s;]+)@(.+)$/.exec(text) ?? []
  return user !== undefined && domain !== undefined && isHost(domain)
}

/** `;transport=…` and `;weight=0…1000`, each at most once; numbers take a weight only. */
function areOptions(options: readonly string[], type: RouteType): boolean {
  const names = options.map((option) => option.split('=')[0])
  if (new Set(names).size < names.length) return false
  return options.every((option) => {
    const [name, value = ''] = option.split('=')
    if (name === 'weight') return /^\d{1,4}$/.test(value) && Number(value) <= 1_000
    return name === 'transport' && type !== 'number' && transports.includes(value.toLowerCase())
  })
}

const tests: Readonly<Record<RouteType, (text: string) => boolean>> = {
  host: (text) => isHost(text.replace(/^sips:/, '')),
  number: (text) => /^1\d{10}$/.test(text),
  uri: isUri,
  'sip-reg': () => false,
}

/** Throws a 422 that points to the value. */
export function checkRouteValue(type: RouteType, value: string): void {
  const [target = '', ...options] = value.split(';')
  if (tests[type](target) && areOptions(options, type)) return
  throw invalidAt(['data', 'attributes', 'value'], `Not a valid value for a route of type ${type}.`)
}
