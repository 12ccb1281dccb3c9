import { FailureError } from '../../../shared/failure.ts'
import type { LeaseConfig } from '../../../shared/model/lease-config.ts'
import type { FeatureState, OwnedNumber } from '../../../shared/model/number.ts'
import { toDigits } from '../../../shared/phone.ts'
import type { NumberSettings } from '../../core/ports.ts'
import { putBack } from '../putting-back.ts'
import { toConfigBody } from './config-body.ts'
import { configReader } from './configs.ts'
import { leasePath, readLease } from './leases.ts'
import type { Api } from './lists.ts'
import { readListed } from './one.ts'

type Sentences = Promise<readonly string[]>

/** Reads first and sends only what differs. Each part apart, so that one that is refused does not cost the others. */
export const createSettings = (api: Api): NumberSettings => ({
  restore: async (number, { snapshot, routing }, signal) => {
    const now = await readLease(api, number, signal)
    if (now === null) throw new FailureError({ kind: 'notFound', said: null, accountId: api.accountId })
    const writing: Writing = { api, number, signal }
    const features = [
      ...(await restoreFeature(writing, {
        name: 'Calls',
        member: 'callFeatureStatus',
        was: snapshot.calls,
        is: now.calls,
      })),
      ...(await restoreFeature(writing, {
        name: 'Texts',
        member: 'textFeatureStatus',
        was: snapshot.texts,
        is: now.texts,
      })),
    ]
    const config = routing?.kind === 'config' ? await restoreConfig(writing, routing.config) : []
    return [...config, ...features, ...lostLabels(snapshot, now)]
  },
})

type Writing = { readonly api: Api; readonly number: string; readonly signal: AbortSignal }
type Feature = {
  readonly name: string
  readonly member: string
  readonly was: FeatureState | null
  readonly is: FeatureState | null
}

const words: Readonly<Partial<Record<FeatureState, string>>> = { on: 'ENABLED', off: 'DISABLED' }

async function restoreFeature({ api, number, signal }: Writing, { name, member, was, is }: Feature): Sentences {
  const word = was === null ? undefined : words[was]
  if (word === undefined || was === is) return []
  if (is === 'unsupported') return was === 'on' ? [`${name} were on, but this number does not support them now.`] : []
  const send = () => api.http.write({ method: 'PUT', path: leasePath(number), body: { [member]: word }, signal })
  return putBack(`${name} (${was})`, 'CallFire', send)
}

async function restoreConfig({ api, number, signal }: Writing, config: LeaseConfig): Sentences {
  const path = `/numbers/leases/configs/${toDigits(number)}`
  const isIt = (read: { readonly number: string }) => read.number === number
  const now = await readListed(api, { path, reader: configReader, isIt, signal })
  if (JSON.stringify(now?.config) === JSON.stringify(config)) return []
  if (config.kind === 'other') return [`Its settings are of a kind that Linekeeper does not know (${config.word}).`]
  const isLeft = config.kind === 'unconfigured' && now !== null && now.config.kind !== 'unconfigured'
  const left = isLeft ? ['It had no call settings before; those that it has now were left as they are.'] : []
  const body = toConfigBody(config)
  if (body === null) return left
  const send = () => api.http.write({ method: 'PUT', path, body, signal })
  return [...left, ...(await putBack('The call settings', 'CallFire', send))]
}

/** Whether labels can be written is not documented (callfire-v2.md section 11). */
function lostLabels({ labels }: OwnedNumber, now: OwnedNumber): readonly string[] {
  const lost = labels.filter((label) => !now.labels.includes(label))
  if (lost.length === 0) return []
  return [`CallFire takes labels on its own web site only. It had: ${lost.join(', ')}.`]
}
