import { describe, expect, it } from 'vitest'
import { verdictOf } from '../../../electron/core/orders/outcome.ts'
import type { Failure } from '../../../shared/failure.ts'

const from = { accountId: null }
const verdict = (failure: Failure) => verdictOf(failure, 'CallFire')

describe('what became of a request that spends', () => {
  it.each<Failure>([
    { kind: 'refused', status: 400, said: 'unavailable numbers: 12065550101', ...from },
    { kind: 'forbidden', said: null, ...from },
    { kind: 'notFound', said: 'gone', ...from },
    { kind: 'unauthorized', ...from },
    { kind: 'busy', retryAfterMs: 1000, ...from },
  ])('$kind is the provider’s own no', (failure) => expect(verdict(failure).kind).toBe('no'))

  it.each<Failure>([
    { kind: 'offline', ...from },
    { kind: 'tlsUntrusted', ...from },
    { kind: 'keysMissing', why: 'locked', ...from },
    { kind: 'cancelled', ...from },
    { kind: 'busy', retryAfterMs: 1000, held: true, ...from },
    { kind: 'invalid', field: 'address', problem: 'No address.' },
    { kind: 'vault', why: 'unavailable' },
  ])('$kind means that it never left', (failure) => expect(verdict(failure).kind).toBe('notSent'))

  it.each<Failure>([
    { kind: 'unsure', ...from },
    { kind: 'timeout', afterMs: 30_000, ...from },
    { kind: 'broken', status: 500, ...from },
    { kind: 'garbled', place: 'callfire-v2 POST /orders/numbers: expected JSON', ...from },
    { kind: 'unknownAccount' },
    { kind: 'disk', why: 'full', detail: '' },
  ])('$kind may have happened all the same', (failure) => expect(verdict(failure).kind).toBe('unknown'))

  it('keeps the provider’s own words', () =>
    expect(verdict({ kind: 'refused', status: 400, said: 'no valid credit card on file', ...from }).said).toBe(
      'CallFire said no: “no valid credit card on file”.',
    ))
})
