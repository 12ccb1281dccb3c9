import { type Failure, FailureError, isFailure } from '../../../shared/failure.ts'
import type { LeaseOutcome } from '../../../shared/model/lease.ts'
import type { LeaseLine, Looked } from './line.ts'
import { reasonOf } from './reasons.ts'
import { isOver } from './stored.ts'
import type { LeaseWorld } from './world.ts'

export type Wish = {
  readonly world: Pick<LeaseWorld, 'ports' | 'signal'>
  readonly line: LeaseLine
  readonly carrier: string
  readonly autoRenew: boolean
  /** Before the first write; throws when that cannot be written down. */
  readonly keepSettings: (before: Looked) => void
}

/** It is what should be true, so it may be written again; but only after a look has shown that it is not true yet. */
const writes = 3
/** A carrier's list may be a moment behind its own answers. */
const lookAfterMs = [0, 1_000, 3_000] as const
const longestWaitMs = 60_000

/**
 * Looks, writes, looks again; what was seen last is stored. `done` only when a look has shown it. Throws the FailureError that
 * stopped it before anything was sent.
 */
export async function setAutoRenew(wish: Wish): Promise<LeaseOutcome> {
  const { line, carrier, autoRenew, world } = wish
  const before = await line.look()
  if (!before) return told(wish, 'notSent', `${carrier} does not list it any more, so nothing was sent.`)
  before.save()
  if (!before.lease) return told(wish, 'notSent', `${carrier} tells no lease of it, so nothing was sent.`)
  if (isOver(before.lease, world.ports.now())) {
    return told(wish, 'notSent', 'Its lease has ended, so auto-renew cannot be changed any more.')
  }
  if (!autoRenew) wish.keepSettings(before)
  if (before.lease.autoRenew === autoRenew) return told(wish, 'done', 'It was so already.')
  return write(wish)
}

async function write(wish: Wish): Promise<LeaseOutcome> {
  let mayHaveHappened = false
  let last: Failure | null = null
  for (let left = writes; left > 0; left -= 1) {
    const failure = await sent(wish)
    if (failure && isNo(failure)) return told(wish, 'refused', reasonOf(failure, wish.carrier))
    if (failure && wasNotSent(failure)) {
      if (!mayHaveHappened) throw new FailureError(failure)
      return told(wish, 'unknown', reasonOf(failure, wish.carrier))
    }
    last = failure
    if (failure?.kind === 'busy') {
      if (failure.retryAfterMs > longestWaitMs) break
      await pause(wish, failure.retryAfterMs)
      continue
    }
    mayHaveHappened = true
    const seen = await lookAfter(wish)
    if (seen.kind === 'wanted') return told(wish, 'done', null)
    if (seen.kind === 'unseen') return told(wish, 'unknown', seen.why)
  }
  const why = last ? reasonOf(last, wish.carrier) : `${wish.carrier} took the change`
  if (!mayHaveHappened) return told(wish, 'notSent', `${why} Nothing was changed.`)
  const still = `auto-renew is still shown as ${wish.autoRenew ? 'off' : 'on'}`
  return told(wish, 'unknown', last ? `${why} In its list ${still}.` : `${why}, but in its list ${still}.`)
}

/** When the app stops the wait is over, and what comes next says `cancelled`. */
async function pause({ world: { ports, signal } }: Wish, ms: number): Promise<void> {
  try {
    await ports.wait(ms, signal)
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

/** Null: the carrier took it. */
async function sent({ line, autoRenew }: Wish): Promise<Failure | null> {
  try {
    await line.write(autoRenew)
    return null
  } catch (error) {
    if (isFailure(error)) return error.failure
    throw error
  }
}

/** The carrier's own no, about this thing. */
const isNo = ({ kind }: Failure): boolean => kind === 'refused' || kind === 'forbidden' || kind === 'notFound'

/** `unauthorized` is a no as well, but one about the account. */
const unsent: ReadonlySet<Failure['kind']> = new Set([
  'offline',
  'tlsUntrusted',
  'keysMissing',
  'vault',
  'unauthorized',
  'invalid',
  'cancelled',
])
const wasNotSent = ({ kind }: Failure): boolean => unsent.has(kind)

type Seen =
  | { readonly kind: 'wanted' | 'notYet' }
  /** `why`: a whole sentence. */
  | { readonly kind: 'unseen'; readonly why: string }

async function lookAfter(wish: Wish): Promise<Seen> {
  let seen: Seen = { kind: 'notYet' }
  for (const ms of lookAfterMs) {
    if (ms > 0) await pause(wish, ms)
    seen = await lookOnce(wish)
    if (seen.kind === 'wanted') return seen
  }
  return seen
}

async function lookOnce({ line, autoRenew, carrier }: Wish): Promise<Seen> {
  try {
    const looked = await line.look()
    if (!looked) return { kind: 'unseen', why: `${carrier} does not list it any more.` }
    looked.save()
    const shown = looked.lease?.autoRenew ?? null
    if (shown === null) return { kind: 'unseen', why: `${carrier} does not show whether auto-renew is on.` }
    return { kind: shown === autoRenew ? 'wanted' : 'notYet' }
  } catch (error) {
    if (!isFailure(error)) throw error
    const why = `It was sent, but looking at it did not work. ${reasonOf(error.failure, carrier)}`
    return { kind: 'unseen', why }
  }
}

const told = ({ line: { thing } }: Wish, outcome: LeaseOutcome['outcome'], said: string | null): LeaseOutcome => ({
  thing,
  outcome,
  said,
})
