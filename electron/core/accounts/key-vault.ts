import { type Failure, FailureError, isFailure } from '../../../shared/failure.ts'
import type { Credentials, KeyKeeping } from '../../../shared/model/account.ts'
import type { KeystoreState } from '../../../shared/model/settings.ts'
import type { Ports, Sealed } from '../ports.ts'
import { invalid } from '../requests.ts'
import { within } from '../within.ts'

/** The operating system may be asking the person; after this long we say so and stay usable. */
export const answerLimitMs = 15_000
const passphraseLength = 8

type World = Pick<Ports, 'vault' | 'wait'>

export const vaultPending = () => new FailureError({ kind: 'vault', why: 'pending' })

export async function inTime<T>(world: World, work: Promise<T>): Promise<T> {
  const outcome = await within(work, answerLimitMs, world.wait)
  if (outcome.late) throw vaultPending()
  return outcome.value
}

/** How the key store stands, within `limitMs`. */
export async function keystoreState(world: World, limitMs = answerLimitMs): Promise<KeystoreState> {
  const outcome = await within(world.vault.state(), limitMs, world.wait)
  return outcome.late ? { kind: 'pending' } : outcome.value
}

/** Seals the keys in the way that the person chose; null: they are to live in memory only. */
export async function sealKeys(world: World, keys: Credentials, how: KeyKeeping, passphrase: string | null) {
  const secret = JSON.stringify(keys)
  switch (how) {
    case 'session':
      return null
    case 'passphrase':
      return inTime(world, world.vault.sealWithPassphrase(secret, checkPassphrase(passphrase)))
    case 'keystore':
      await needProtection(world)
      return inTime(world, world.vault.seal(secret))
    default:
      return how satisfies never
  }
}

function checkPassphrase(passphrase: string | null): string {
  if (passphrase !== null && passphrase.length >= passphraseLength) return passphrase
  throw invalid('passphrase', `Choose a passphrase of at least ${passphraseLength} characters, and remember it.`)
}

async function needProtection(world: World): Promise<void> {
  const state = await keystoreState(world)
  if (state.kind === 'pending') throw vaultPending()
  if (state.kind === 'protected') return
  throw invalid(
    'keeping',
    'This computer has no key store that protects keys. Choose to keep them for this session only, or protect them with a passphrase.',
  )
}

export type Opened = { readonly keys: Credentials; readonly again: Sealed | null }

/** Null: cannot be opened on this computer as it is; the ciphertext is to stay. Throws `vault` when trying later may help. */
export async function openKeys(world: World, sealed: Sealed): Promise<Opened | null> {
  const state = await world.vault.state()
  if (state.kind === 'pending') throw vaultPending()
  if (state.kind === 'none') return null
  try {
    const { secret, again } = await world.vault.open(sealed)
    const keys = parseKeys(secret)
    return keys && { keys, again }
  } catch (error) {
    if (isFailure(error) && isFinal(error.failure, state.backend === sealed.backend)) return null
    throw error
  }
}

/** A key store that is merely out of reach comes back; another key store than the one that sealed does not help. */
const isFinal = (failure: Failure, sameBackend: boolean): boolean =>
  failure.kind === 'keysMissing' || (failure.kind === 'vault' && failure.why === 'unavailable' && !sameBackend)

export function parseKeys(secret: string): Credentials | null {
  const keys = parseJson(secret)
  if (typeof keys !== 'object' || keys === null || !('login' in keys) || !('secret' in keys)) return null
  return typeof keys.login === 'string' && typeof keys.secret === 'string'
    ? { login: keys.login, secret: keys.secret }
    : null
}

/** A key store that opens with the wrong key may hand back noise. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
