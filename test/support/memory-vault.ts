import type { Sealed, Vault } from '../../electron/core/ports.ts'
import { FailureError } from '../../shared/failure.ts'
import type { KeystoreState } from '../../shared/model/settings.ts'

/** A key store of our own: seals by numbering, and can be weak, locked behind a prompt, changed or broken on demand. */
export class MemoryVault implements Vault {
  keystore: KeystoreState = { kind: 'protected', backend: 'test' }
  /** Fails every opening, as a key store does that was restored from elsewhere. */
  broken = false
  /** Asks for every ciphertext to be sealed again, as a key store does after a change of its own. */
  asksAgain = false
  /** Breaks down when it is asked how it stands. */
  down = false
  opened = 0
  readonly #secrets = new Map<string, { readonly secret: string; readonly passphrase: string | null }>()
  #prompt: PromiseWithResolvers<void> | null = null

  /** The system shows its prompt; nothing is answered until `answerPrompt`. */
  showPrompt(): void {
    this.#prompt = Promise.withResolvers()
  }

  answerPrompt(): void {
    this.#prompt?.resolve()
    this.#prompt = null
  }

  readonly state = async (): Promise<KeystoreState> => {
    await this.#prompt?.promise
    if (this.down) throw new FailureError({ kind: 'vault', why: 'unavailable' })
    return this.keystore
  }

  readonly seal = async (secret: string): Promise<Sealed> => {
    await this.#prompt?.promise
    return this.#seal(secret, null)
  }

  readonly open = async (sealed: Sealed) => {
    await this.#prompt?.promise
    this.opened += 1
    const held = this.#secrets.get(sealed.ciphertext)
    if (this.broken || !held) throw new FailureError({ kind: 'keysMissing', accountId: null, why: 'unreadable' })
    return { secret: held.secret, again: this.asksAgain ? this.#seal(held.secret, null) : null }
  }

  readonly sealWithPassphrase = async (secret: string, passphrase: string): Promise<Sealed> =>
    this.#seal(secret, passphrase)

  readonly openWithPassphrase = async (sealed: Sealed, passphrase: string): Promise<string> => {
    const held = this.#secrets.get(sealed.ciphertext)
    if (held?.passphrase !== passphrase) throw new FailureError({ kind: 'vault', why: 'wrongPassphrase' })
    return held.secret
  }

  #seal(secret: string, passphrase: string | null): Sealed {
    const ciphertext = `sealed-${this.#secrets.size + 1}`
    this.#secrets.set(ciphertext, { secret, passphrase })
    const backend = 'backend' in this.keystore ? this.keystore.backend : 'test'
    return { ciphertext, backend, tag: 'test', at: 0, keyId: 'test' }
  }
}
