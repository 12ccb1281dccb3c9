import { type Failure, isFailure } from '../../shared/failure.ts'
import type { ConnectionCheck, ConnectionReport, Credentials } from '../../shared/model/account.ts'
import type { ProviderContext } from '../core/ports.ts'
import type { Owner } from './documents.ts'
import { toHint } from './hints.ts'
import { whyNot } from './why-not.ts'

type Name = ConnectionCheck['name']
type Line = Pick<ConnectionCheck, 'outcome' | 'sentence'>

/** One thing to try; it gives the sentence for success, or a whole line, or throws a FailureError. */
export type Probe = { readonly name: Name; readonly run: () => Promise<string | Line> }

export type Probing = {
  readonly provider: Owner
  readonly context: ProviderContext
  /** Asked first and alone: when the keys or the way there are at fault, the rest is not tried. */
  readonly first: Probe
  /** Read off the first answer, or tried side by side after it. */
  readonly others: readonly Probe[]
  readonly absent: readonly ConnectionCheck[]
}

type Tried = { readonly check: ConnectionCheck; readonly failure: Failure | null }

/** Line by line what these keys can do. Never throws for what a provider answers. */
export async function toReport(probing: Probing): Promise<ConnectionReport> {
  const { first, others, provider } = probing
  const tried = await tryOne(first, provider)
  const hopeless = tried.failure !== null && isForAll(tried.failure)
  const rest = hopeless
    ? others.map(notRun)
    : (await Promise.all(others.map((probe) => tryOne(probe, provider)))).map(toCheck)
  const checks = [toReach(tried, provider), tried.check, ...rest, ...probing.absent]
  const usable = checks.some(({ name, outcome }) => name === 'numbers' && outcome === 'ok')
  return { checks, usable, hint: usable ? null : await hintOf(probing) }
}

const toCheck = ({ check }: Tried): ConnectionCheck => check

async function tryOne({ name, run }: Probe, provider: Owner): Promise<Tried> {
  try {
    const said = await run()
    const line: Line = typeof said === 'string' ? { outcome: 'ok', sentence: said } : said
    return { check: { name, ...line }, failure: null }
  } catch (error) {
    if (!isFailure(error)) throw error
    return { check: { name, outcome: 'failed', sentence: whyNot(error.failure, provider) }, failure: error.failure }
  }
}

const notRun = ({ name }: Probe): ConnectionCheck => ({
  name,
  outcome: 'notRun',
  sentence: 'Not tried, because the first step did not work.',
})

/** Failures of the way or of the keys, not of the one thing that was asked for. */
const isForAll = ({ kind }: Failure): boolean => !['forbidden', 'notFound', 'refused', 'broken'].includes(kind)

const neverReached = ['offline', 'timeout', 'tlsUntrusted', 'garbled', 'cancelled', 'keysMissing', 'invalid']

function toReach({ failure }: Tried, provider: Owner): ConnectionCheck {
  if (failure === null || !neverReached.includes(failure.kind)) {
    return { name: 'reach', outcome: 'ok', sentence: `${provider} answers.` }
  }
  return { name: 'reach', outcome: 'failed', sentence: whyNot(failure, provider) }
}

async function hintOf({ context }: Probing): Promise<string | null> {
  try {
    const keys: Credentials = await context.credentials()
    return toHint(context.api, keys)
  } catch (error) {
    if (isFailure(error)) return null
    throw error
  }
}
