import type { ConnectionReport } from '../../../shared/model/account.ts'
import type { ProviderContext } from '../../core/ports.ts'
import { type Probe, toReport } from '../report.ts'
import { type Api, readEnvelope } from './lists.ts'
import { readOne } from './one.ts'
import { wireAccount, wirePlanUsage } from './wire.ts'

/** What the keys can do, line by line. The account is asked first: it tells at once whether the keys are right. */
export async function checkConnection(
  api: Api,
  context: ProviderContext,
  signal: AbortSignal,
): Promise<ConnectionReport> {
  let permissions: readonly string[] | null = null
  const account: Probe = {
    name: 'account',
    run: async () => {
      const said = await readOne(api, { path: '/me/account', schema: wireAccount, signal, hurried: true })
      permissions = said.permissions ?? null
      const names = [said.name, said.email].filter((text) => text).join(', ')
      return names === '' ? 'The keys open an account.' : `The keys open the account of ${names}.`
    },
  }
  const others = [
    { name: 'permissions' as const, run: async () => toPermissions(permissions) },
    list(api, signal, { name: 'numbers', path: '/numbers/leases', noun: ['number', 'numbers'] }),
    search(api, signal),
    billing(api, signal),
    list(api, signal, { name: 'keywords', path: '/keywords/leases', noun: ['keyword', 'keywords'] }),
    list(api, signal, {
      name: 'doNotContact',
      path: '/contacts/dncs',
      noun: ['do-not-contact entry', 'do-not-contact entries'],
    }),
  ]
  return toReport({ provider: 'CallFire', context, first: account, others, absent: [] })
}

function toPermissions(permissions: readonly string[] | null) {
  if (permissions === null || permissions.length === 0) {
    return { outcome: 'notRun' as const, sentence: 'CallFire did not say what these keys may do.' }
  }
  const words = permissions.map((word) => word.toLowerCase().replaceAll('_', ' ')).join(', ')
  const mayUse = permissions.includes('API') || permissions.includes('ACCOUNT_HOLDER')
  if (mayUse) return `CallFire lists these permissions: ${words}.`
  return { outcome: 'failed' as const, sentence: `The permission for the API is missing; CallFire lists: ${words}.` }
}

type ListLine = {
  readonly name: 'numbers' | 'keywords' | 'doNotContact'
  readonly path: string
  readonly noun: readonly [one: string, many: string]
}

const list = (api: Api, signal: AbortSignal, { name, path, noun: [one, many] }: ListLine): Probe => ({
  name,
  run: async () => {
    const answer = await api.http.read({ method: 'GET', path, query: { limit: 1 }, signal, hurried: true })
    const { total } = readEnvelope(api, answer)
    if (total === null) return `The list of ${many} can be read.`
    return total === 1 ? `1 ${one} can be read.` : `${total} ${many} can be read.`
  },
})

const search = (api: Api, signal: AbortSignal): Probe => ({
  name: 'search',
  run: async () => {
    readEnvelope(
      api,
      await api.http.read({ method: 'GET', path: '/numbers/tollfree', query: { limit: 1 }, signal, hurried: true }),
    )
    return 'Numbers for sale can be searched.'
  },
})

const billing = (api: Api, signal: AbortSignal): Probe => ({
  name: 'billing',
  run: async () => {
    const plan = await readOne(api, { path: '/me/billing/plan-usage', schema: wirePlanUsage, signal, hurried: true })
    const left = plan.totalRemainingCredits
    return typeof left === 'number' ? `${left} credits are left.` : 'The use of the plan can be read.'
  },
})
