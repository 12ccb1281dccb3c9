import type { Holdings } from '../../../shared/contract.ts'
import { FailureError, isFailure } from '../../../shared/failure.ts'
import {
  type Account,
  type AccountChange,
  type AccountDraft,
  type AccountId,
  type AccountView,
  type ApiId,
  type ConnectionReport,
  type ConnectionTest,
  type Credentials,
  type NewKeys,
  noLimits,
  type PracticeFault,
} from '../../../shared/model/account.ts'
import type { Ports } from '../ports.ts'
import { invalid } from '../requests.ts'
import { cleanAddress } from './address.ts'
import type { AccountBook } from './book.ts'
import type { Connections } from './connections.ts'
import type { KeyRing } from './key-ring.ts'
import type { Removal } from './removal.ts'
import { missingSamples } from './samples.ts'
import { cleanKeys } from './typed-keys.ts'

/** What accounts need of sync: it is told, and never asked about. */
export type SyncControl = {
  readonly start: (id: AccountId) => void
  /** Resolves when nothing of it runs any more. */
  readonly cancel: (id: AccountId) => Promise<void>
}

/** What may speak against other keys. */
export type KeysGuard = {
  /** Whether the login may not change now; it is compared only then, for that may need the key store. */
  readonly bound: () => boolean
  /** Called when the keys are about to be kept, and nothing can come between. Throws `invalid` when they may not be. */
  readonly admit: (isOtherLogin: boolean) => void
}

type Parts = {
  readonly ports: Pick<Ports, 'storage' | 'facetsOf' | 'newId' | 'now' | 'sampleCarriers'>
  readonly book: AccountBook
  readonly keys: KeyRing
  readonly connections: Connections
  readonly removal: Removal
  readonly sync: SyncControl
  /** Aborts when the app stops. */
  readonly signal: AbortSignal
}

/** What the page may do with accounts. */
export class Accounts {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  list(): readonly AccountView[] {
    return this.#parts.book.all.map((account) => this.#view(account))
  }

  async add(draft: AccountDraft): Promise<AccountView> {
    const { book, keys, ports } = this.#parts
    const address = cleanAddress(draft.address)
    const typed = cleanKeys(draft.api, draft)
    book.checkName(draft.name, null)
    const prepared = await keys.prepare(typed, draft.keeping, draft.passphrase)
    // Sealing may have taken a while, and two requests may have had the same name.
    book.checkName(draft.name, null)
    const { api, name, color, readOnly } = draft
    const made = { address, paused: false, sample: false, spending: noLimits, createdAt: ports.now() }
    const account: Account = { id: ports.newId(), api, name, color, readOnly, ...made }
    // Keys first: an account without them would hold the name, and its owner could not tell why.
    keys.keep(account.id, prepared)
    try {
      book.add(account)
    } catch (error) {
      keys.drop(account.id)
      throw error
    }
    this.#parts.sync.start(account.id)
    return this.#view(account)
  }

  addSamples(): readonly AccountView[] {
    const { book, ports, sync } = this.#parts
    for (const account of missingSamples(book.all, ports.newId, ports.now())) {
      book.add(account)
      sync.start(account.id)
    }
    return book.all.filter(({ sample }) => sample).map((account) => this.#view(account))
  }

  async test(test: ConnectionTest): Promise<ConnectionReport> {
    if ('accountId' in test) return this.#testStanding(this.#parts.book.find(test.accountId))
    const typed = cleanKeys(test.api, test)
    return this.#testTyped(test.api, cleanAddress(test.address), typed)
  }

  async change({ accountId, ...wanted }: AccountChange): Promise<AccountView> {
    const { book, connections, sync } = this.#parts
    const before = book.find(accountId)
    const after = changed(before, wanted)
    book.checkName(after.name, accountId)
    book.replace(after)
    const moved = after.address !== before.address
    if (moved) connections.drop(accountId)
    if (moved || (after.paused && !before.paused)) await sync.cancel(accountId)
    if (!after.paused && (moved || before.paused)) sync.start(accountId)
    return this.#view(after)
  }

  async replaceKeys(
    { accountId, keeping, passphrase, ...typed }: NewKeys,
    guard: KeysGuard = unguarded,
  ): Promise<AccountView> {
    const { book, keys, sync } = this.#parts
    const account = book.find(accountId)
    if (account.sample) throw invalid('accountId', 'A sample account needs no keys.')
    const cleaned = cleanKeys(account.api, typed)
    const prepared = await keys.prepare(cleaned, keeping, passphrase)
    if (guard.bound() && (await keys.isOther(accountId, cleaned.login))) guard.admit(true)
    // What began meanwhile has opened the keys.
    const standing = keys.loginOf(accountId)
    guard.admit(standing !== null && standing !== cleaned.login)
    const current = book.find(accountId)
    keys.keep(accountId, prepared)
    // A sync that began with the old keys may be failing on them just now.
    await sync.cancel(accountId)
    if (!current.paused) sync.start(accountId)
    return this.#view(current)
  }

  /** The accounts that this passphrase opened. */
  async unlock(passphrase: string): Promise<readonly AccountView[]> {
    const { book, keys, sync } = this.#parts
    const ids = await keys.unlock(passphrase)
    const accounts = book.all.filter(({ id }) => ids.includes(id))
    for (const { id, paused } of accounts) if (!paused) sync.start(id)
    return accounts.map((account) => this.#view(account))
  }

  holdings(id: AccountId): Holdings {
    return this.#parts.ports.storage.holdings(this.#parts.book.find(id).id)
  }

  async remove(id: AccountId): Promise<null> {
    await this.#parts.removal.remove(id)
    return null
  }

  /** What the carrier inside the app does to the next request that spends; a real carrier cannot be asked for that. */
  async practise(id: AccountId, fault: PracticeFault | null): Promise<null> {
    const { book, ports } = this.#parts
    const account = book.find(id)
    if (!account.sample) throw invalid('accountId', 'Only sample accounts can practise. Nothing was changed.')
    const carrier = await ports.sampleCarriers(account.api)
    carrier.practise(fault)
    return null
  }

  async #testStanding(account: Account): Promise<ConnectionReport> {
    const { connections, keys, signal } = this.#parts
    const provider = await connections.open(account)
    return keys.scrub()(await provider.check(signal))
  }

  /** These keys are not on the ring, so they are scrubbed here, from a failure as well. */
  async #testTyped(api: ApiId, address: string | null, typed: Credentials): Promise<ConnectionReport> {
    const { connections, keys, signal } = this.#parts
    const scrub = keys.scrub([typed])
    try {
      return scrub(await connections.check(api, address, typed, signal))
    } catch (error) {
      throw isFailure(error) ? new FailureError(scrub(error.failure)) : error
    }
  }

  #view(account: Account): AccountView {
    const { keys, ports } = this.#parts
    return { ...account, keys: keys.state(account), facets: ports.facetsOf(account.api) }
  }
}

const unguarded: KeysGuard = { bound: () => false, admit: () => undefined }

function changed(account: Account, { address, ...wanted }: Omit<AccountChange, 'accountId'>): Account {
  const { name = account.name, color = account.color } = wanted
  const { readOnly = account.readOnly, paused = account.paused, spending = account.spending } = wanted
  const next = { ...account, name, color, readOnly, paused, spending }
  if (address === undefined) return next
  const cleaned = cleanAddress(address)
  if (account.sample && cleaned !== null) throw invalid('address', 'A sample account has an address of its own.')
  return { ...next, address: cleaned }
}
