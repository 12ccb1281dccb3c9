import type { Account, AccountId, ApiId, ConnectionReport, Credentials } from '../../../shared/model/account.ts'
import type { Ports, Provider } from '../ports.ts'
import type { KeyRing } from './key-ring.ts'

type World = Pick<Ports, 'createProvider' | 'sampleCarriers'>
type OnWait = (accountId: AccountId, until: number | null) => void
type Line = { readonly address: string | null; readonly credentials: () => Promise<Credentials> }

/** One provider an account: pacing is kept there, so a second one would ask twice as fast as allowed. */
export class Connections {
  readonly #world: World
  readonly #keys: KeyRing
  readonly #onWait: OnWait
  readonly #providers = new Map<AccountId, Promise<Provider>>()

  constructor(world: World, keys: KeyRing, onWait: OnWait) {
    this.#world = world
    this.#keys = keys
    this.#onWait = onWait
  }

  /** The account's provider, with keys at hand. Throws `keysMissing` or `vault` before any request could be made. */
  async open(account: Account): Promise<Provider> {
    if (!account.sample) await this.#keys.credentials(account.id)
    const known = this.#providers.get(account.id)
    if (known) return known
    const provider = this.#connect(account)
    this.#providers.set(account.id, provider)
    provider.catch(() => this.drop(account.id))
    return provider
  }

  /** Which of a carrier's customers asks over it; null: its keys are not at hand. Not to be told or written down. */
  loginOf(id: AccountId): string | null {
    return this.#keys.loginOf(id)
  }

  /** To be called when the address changed or the account went. */
  drop(id: AccountId): void {
    this.#providers.delete(id)
  }

  /** Tests keys that are only typed so far; nothing of them is kept. */
  async check(api: ApiId, address: string | null, keys: Credentials, signal: AbortSignal): Promise<ConnectionReport> {
    const provider = this.#world.createProvider({
      accountId: null,
      api,
      address,
      credentials: async () => keys,
      onWait: () => undefined,
    })
    return provider.check(signal)
  }

  async #connect(account: Account): Promise<Provider> {
    const { address, credentials } = account.sample ? await this.#sample(account) : this.#own(account)
    return this.#world.createProvider({
      accountId: account.id,
      api: account.api,
      address,
      credentials,
      onWait: (until) => this.#onWait(account.id, until),
    })
  }

  #own({ id, address }: Account): Line {
    return { address, credentials: () => this.#keys.credentials(id) }
  }

  async #sample({ id, api }: Account): Promise<Line> {
    const { address, credentials } = await this.#world.sampleCarriers(api)
    this.#keys.hold(id, credentials)
    return {
      address,
      credentials: async () => {
        this.#keys.hold(id, credentials)
        return credentials
      },
    }
  }
}
