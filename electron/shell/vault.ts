import type { SafeStorage } from 'electron'
import { FailureError, isFailure } from '../../shared/failure.ts'
import type { KeystoreState } from '../../shared/model/settings.ts'
import type { Sealed, Vault } from '../core/ports.ts'
import { openWithPassphrase, sealWithPassphrase } from './passphrase.ts'

/** The asynchronous half alone: the other is on its way out, and blocks while the system shows a prompt. */
export type KeyStore = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>

export type VaultWorld = {
  readonly keyStore: KeyStore
  readonly platform: NodeJS.Platform
  readonly now: () => number
  /** How long a prompt of the system may keep us waiting before we say so; it may still be answered later. */
  readonly patienceMs: number
}

export function createVault(world: VaultWorld): Vault {
  const state = createState(world)
  return {
    state,
    seal: async (secret) => seal(world, await state(), secret),
    open: (sealed) => open(world, state, sealed),
    sealWithPassphrase: (secret, passphrase) => sealWithPassphrase(secret, passphrase, world.now()),
    openWithPassphrase,
  }
}

/** Asked once; while the answer is out every caller waits for the same one, each no longer than its patience. */
function createState(world: VaultWorld): () => Promise<KeystoreState> {
  let asked: Promise<KeystoreState> | null = null
  return async () => {
    asked ??= look(world)
    const state = await within(world.patienceMs, asked)
    if (state?.kind === 'none') asked = null
    return state ?? { kind: 'pending' }
  }
}

/**
 * Linux says "available" for a key that is written into Chromium, too. It protects only when neither the backend's name
 * nor the first letters of a ciphertext give that key away. Elsewhere the same letters are the normal ones.
 */
async function look(world: VaultWorld): Promise<KeystoreState> {
  const { keyStore, platform } = world
  if (!(await keyStore.isAsyncEncryptionAvailable())) return { kind: 'none' }
  const backend = toBackend(keyStore, platform)
  if (platform !== 'linux') return { kind: 'protected', backend }
  if (backend === 'basic_text' || backend === 'unknown') return { kind: 'weak', backend }
  try {
    return { kind: toTag(await encrypt(world, 'probe')) === 'v10' ? 'weak' : 'protected', backend }
  } catch (error) {
    // It breaks down just now: nothing can be sealed, and whoever asks next has it looked at again.
    if (isFailure(error)) return { kind: 'none' }
    throw error
  }
}

const toBackend = (keyStore: KeyStore, platform: NodeJS.Platform): string =>
  platform === 'linux' ? keyStore.getSelectedStorageBackend() : platform === 'darwin' ? 'keychain' : 'dpapi'

const toTag = (ciphertext: Buffer): string => ciphertext.subarray(0, 3).toString('latin1')

async function seal(world: VaultWorld, state: KeystoreState, secret: string): Promise<Sealed> {
  if (state.kind !== 'protected') throw unavailable(state.kind === 'pending' ? 'pending' : 'unavailable')
  const ciphertext = await within(world.patienceMs, encrypt(world, secret))
  if (ciphertext === null) throw unavailable('pending')
  const { backend } = state
  const tag = toTag(ciphertext)
  // Between the probe and now the system may have fallen back to the key that everybody knows.
  if (world.platform === 'linux' && tag === 'v10') throw unavailable('unavailable')
  return {
    ciphertext: ciphertext.toString('base64'),
    backend,
    tag,
    at: world.now(),
    keyId: `${world.platform}/${backend}`,
  }
}

async function encrypt({ keyStore }: VaultWorld, secret: string): Promise<Buffer> {
  try {
    return await keyStore.encryptStringAsync(secret)
  } catch (cause) {
    throw unavailable('unavailable', cause)
  }
}

async function open(world: VaultWorld, state: () => Promise<KeystoreState>, sealed: Sealed) {
  const now = await state()
  if (now.kind === 'pending') throw unavailable('pending')
  if (now.kind === 'none') throw unavailable('unavailable')
  const opened = await within(world.patienceMs, decrypt(world, sealed, now.backend))
  if (opened === null) throw unavailable('pending')
  const stale = opened.shouldReEncrypt || sealed.backend !== now.backend
  return { secret: opened.result, again: stale ? await sealAgain(world, now, opened.result) : null }
}

/** A key that was opened is good, whether or not it can be sealed anew just now: the next opening tries again. */
async function sealAgain(world: VaultWorld, state: KeystoreState, secret: string): Promise<Sealed | null> {
  try {
    return state.kind === 'protected' ? await seal(world, state, secret) : null
  } catch (error) {
    if (isFailure(error)) return null
    throw error
  }
}

/** A refusal that is said to pass is one to try again; any other means that the key which made it is not here. */
async function decrypt({ keyStore }: VaultWorld, sealed: Sealed, backend: string) {
  try {
    return await keyStore.decryptStringAsync(Buffer.from(sealed.ciphertext, 'base64'))
  } catch (cause) {
    const passing = cause instanceof Error && /temporar/i.test(cause.message) && sealed.backend === backend
    if (passing) throw unavailable('unavailable', cause)
    throw new FailureError({ kind: 'keysMissing', accountId: null, why: 'unreadable' }, { cause })
  }
}

const unavailable = (why: 'pending' | 'unavailable', cause?: unknown): FailureError =>
  new FailureError({ kind: 'vault', why }, { cause })

/** Null when it takes longer. The slow answer is not lost: whoever holds its promise still gets it. */
async function within<T>(ms: number, answer: Promise<T>): Promise<T | null> {
  const { promise, resolve } = Promise.withResolvers<null>()
  const timer = setTimeout(resolve, ms, null)
  try {
    return await Promise.race([answer, promise])
  } finally {
    clearTimeout(timer)
  }
}
