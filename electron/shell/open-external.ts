import type { Shell } from 'electron'

/** Where keys are made. The front doors: what lies behind them moves without notice, and needs a login first anyway. */
export const pages = {
  callfireKeys: 'https://www.callfire.com/',
  flowrouteKeys: 'https://manage.flowroute.com/',
} as const

const hosts: ReadonlySet<string> = new Set(['www.callfire.com', 'manage.flowroute.com'])

/** Https, a host that we know to the letter, its usual port, nobody's name in it; nothing that merely looks alike. */
export function isKnownPage(address: string): boolean {
  const url = address === address.trim() ? URL.parse(address) : null
  if (url === null || url.protocol !== 'https:') return false
  return hosts.has(url.host) && url.username === '' && url.password === ''
}

/** The only way out of the window into another program. */
export async function openExternal(shell: Pick<Shell, 'openExternal'>, address: string): Promise<void> {
  if (!isKnownPage(address)) throw new Error('Only known pages are opened outside.')
  await shell.openExternal(address)
}
