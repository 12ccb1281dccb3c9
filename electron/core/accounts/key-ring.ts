import { FailureError, isFailure } from '../../../shared/failure.ts'
import type { Account, AccountId, Credentials, KeyKeeping, KeyState } from '../../../shared/model/account.ts'
import type { Ports, Sealed, StoredKeys } from '../ports.ts'
import { within } from '../within.ts'
import { answerLimitMs, inTime, type Opened, openKeys, parseKeys, sealKeys, vaultPending } from './key-vault.ts'
import { createScrub, type Scrub } from './scrub.ts'

type World = Pick<Ports, 'vault' | 'wait' | 'now' | 'settings' | 'log'>
type Stored = Readonly<Record<AccountId, StoredKeys>>

/** Keys that are ready to be kept, but not kept yet. */
export type PreparedKeys = { readonly keys: Credentials; readonly stored: StoredKeys }

const minute = 60_000

/** All keys of all accounts: what the settings file holds of them, and what is open in this process. */
export class KeyRing {
  readonly #world: World
  readonly #changed: (accountId: AccountId, late: boolean) => void
  readonly #open = new Map<AccountId, Credentials>()
  readonly #opening = new Map<AccountId, Promise<Credentials>>()
  readonly #unreadable = new Set<AccountId>()
  readonly #used = new Map<AccountId, number>()
  readonly #givenUp = new Set<AccountId>()
  #stored: Stored

  /** `changed` hears of keys that open or turn out unreadable; `late` when somebody gave up waiting for them. */
  constructor(world: World, stored: Stored, changed: (accountId: AccountId, late: boolean) => void) {
    this.#world = world
    this.#stored = stored
    this.#changed = changed
  }

  state({ id, sample, createdAt }: Account): KeyState {
    const now = this.#world.now()
    const stored = this.#stored[id]
    const usedAt = this.#used.get(id) ?? stored?.lastUsedAt ?? null
    // A clock that was set back must not make keys come from the future.
    const times = (setAt: number) => ({ setAt: Math.min(setAt, now), lastUsedAt: usedAt && Math.min(usedAt, now) })
    if (sample) return { kind: 'ready', keeping: 'session', ...times(createdAt) }
    if (!stored) return { kind: 'missing', why: 'none' }
    const why = this.#missing(id, stored)
    return why ? { kind: 'missing', why } : { kind: 'ready', keeping: stored.keeping, ...times(stored.setAt) }
  }

  /** The keys of an account that are kept by us. Throws `keysMissing`, or `vault` while the system asks the person. */
  async credentials(id: AccountId): Promise<Credentials> {
    const keys = this.#open.get(id) ?? (await this.#openSealed(id))
    this.#use(id)
    return keys
  }

  /** The login of keys that are open now, which never leaves main; null: they are not. */
  loginOf(id: AccountId): string | null {
    return this.#open.get(id)?.login ?? null
  }

  /** Whether this is another login than the account's. False as well where the account's can no longer be known. */
  async isOther(id: AccountId, login: string): Promise<boolean> {
    try {
      return (this.#open.get(id) ?? (await this.#openSealed(id))).login !== login
    } catch (error) {
      if (isFailure(error) && error.failure.kind === 'keysMissing') return false
      throw error
    }
  }

  /** Seals without keeping, so that a person can be told what is wrong before anything has changed. */
  async prepare(keys: Credentials, how: KeyKeeping, passphrase: string | null): Promise<PreparedKeys> {
    const sealed = await sealKeys(this.#world, keys, how, passphrase)
    return { keys, stored: { keeping: how, setAt: this.#world.now(), lastUsedAt: null, sealed } }
  }

  keep(id: AccountId, { keys, stored }: PreparedKeys): void {
    this.#save({ ...this.#stored, [id]: stored })
    this.#used.delete(id)
    this.#settle(id, keys)
  }

  /** Keys of the demo carriers: held so that they can be scrubbed from texts, and never stored. */
  hold(id: AccountId, keys: Credentials): void {
    this.#open.set(id, keys)
    this.#used.set(id, this.#world.now())
  }

  drop(id: AccountId): void {
    const { [id]: _dropped, ...rest } = this.#stored
    if (id in this.#stored) this.#save(rest)
    for (const memory of [this.#open, this.#opening, this.#used, this.#unreadable]) memory.delete(id)
  }

  /** The accounts that this passphrase opened. Throws `vault` `wrongPassphrase` when it opened none. */
  async unlock(passphrase: string): Promise<readonly AccountId[]> {
    const locked = Object.entries(this.#stored).filter(([id, stored]) => this.#missing(id, stored) === 'locked')
    const opened = await Promise.all(locked.map(([id, { sealed }]) => this.#tryPassphrase(id, sealed, passphrase)))
    const ids = locked.map(([id]) => id).filter((_, index) => opened[index])
    if (ids.length === 0) throw new FailureError({ kind: 'vault', why: 'wrongPassphrase' })
    return ids
  }

  /** Takes every key that is open now, and these, out of texts that a carrier may have put them into. */
  scrub(more: readonly Credentials[] = []): Scrub {
    return createScrub([...this.#open.values(), ...more])
  }

  #missing(id: AccountId, stored: StoredKeys): 'session' | 'locked' | 'unreadable' | null {
    if (this.#open.has(id)) return null
    if (stored.keeping === 'session') return 'session'
    if (stored.keeping === 'passphrase') return 'locked'
    return this.#unreadable.has(id) || stored.sealed === null ? 'unreadable' : null
  }

  async #openSealed(id: AccountId): Promise<Credentials> {
    const stored = this.#stored[id]
    const why = stored ? this.#missing(id, stored) : 'none'
    if (!stored?.sealed || why === 'session' || why === 'locked') throw keysMissing(id, why ?? 'none')
    const opening = this.#opening.get(id) ?? this.#beginOpening(id, stored.sealed)
    const outcome = await within(opening, answerLimitMs, this.#world.wait)
    if (!outcome.late) return outcome.value
    this.#givenUp.add(id)
    throw vaultPending()
  }

  /** One opening an account, however many ask; it goes on when they have given up, and its keys count when they come. */
  #beginOpening(id: AccountId, sealed: Sealed): Promise<Credentials> {
    const opening = openKeys(this.#world, sealed).then((opened) => this.#afterOpening(id, sealed, opened))
    this.#opening.set(id, opening)
    const over = () => {
      if (this.#opening.get(id) === opening) this.#opening.delete(id)
    }
    opening.then(over, over)
    return opening
  }

  #afterOpening(id: AccountId, sealed: Sealed, opened: Opened | null): Credentials {
    const stored = this.#stored[id]
    // Replaced or removed while the system was asking: what was opened is of no use any more.
    if (stored?.sealed !== sealed) throw keysMissing(id, 'none')
    if (opened === null) {
      this.#unreadable.add(id)
      this.#changed(id, false)
      throw keysMissing(id, 'unreadable')
    }
    if (opened.again) this.#save({ ...this.#stored, [id]: { ...stored, sealed: opened.again } })
    this.#settle(id, opened.keys)
    return opened.keys
  }

  async #tryPassphrase(id: AccountId, sealed: Sealed | null, passphrase: string): Promise<boolean> {
    if (sealed === null) return false
    try {
      const keys = parseKeys(await inTime(this.#world, this.#world.vault.openWithPassphrase(sealed, passphrase)))
      if (keys && this.#stored[id]?.sealed === sealed) this.#settle(id, keys)
      return keys !== null
    } catch (error) {
      if (isFailure(error) && error.failure.kind === 'vault' && error.failure.why === 'wrongPassphrase') return false
      throw error
    }
  }

  #settle(id: AccountId, keys: Credentials): void {
    this.#open.set(id, keys)
    this.#unreadable.delete(id)
    this.#changed(id, this.#givenUp.delete(id))
  }

  /** "Last used today" needs no more than a write a minute; and no request fails because it could not be written. */
  #use(id: AccountId): void {
    const now = this.#world.now()
    const stored = this.#stored[id]
    const last = this.#used.get(id) ?? stored?.lastUsedAt ?? null
    if (last !== null && Math.abs(now - last) < minute) return
    this.#used.set(id, now)
    if (!stored) return
    try {
      this.#save({ ...this.#stored, [id]: { ...stored, lastUsedAt: now } })
    } catch (error) {
      if (!isFailure(error)) throw error
      this.#world.log('warn', 'The time of last use could not be stored', { kind: error.failure.kind })
    }
  }

  #save(stored: Stored): void {
    this.#world.settings.saveKeys(stored)
    this.#stored = stored
  }
}

export const keysMissing = (accountId: AccountId, why: 'none' | 'session' | 'locked' | 'unreadable') =>
  new FailureError({ kind: 'keysMissing', accountId, why })
