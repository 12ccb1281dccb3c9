import { FailureError } from '../../../shared/failure.ts'
import type { Account, AccountId } from '../../../shared/model/account.ts'
import type { Ports } from '../ports.ts'
import type { Push } from '../pushes.ts'
import { invalid } from '../requests.ts'

type World = Pick<Ports, 'settings' | 'storage'>

/** The accounts, in the order in which they were added. The settings file is written before anything else changes. */
export class AccountBook {
  readonly #world: World
  readonly #push: Push
  #accounts: readonly Account[]

  constructor(world: World, push: Push, accounts: readonly Account[]) {
    this.#world = world
    this.#push = push
    this.#accounts = accounts
    this.#name()
  }

  get all(): readonly Account[] {
    return this.#accounts
  }

  has(id: AccountId): boolean {
    return this.#accounts.some((account) => account.id === id)
  }

  /** Throws `unknownAccount`. */
  find(id: AccountId): Account {
    const account = this.#accounts.find((candidate) => candidate.id === id)
    if (!account) throw new FailureError({ kind: 'unknownAccount' })
    return account
  }

  /** Two accounts of one name could not be told apart in a confirmation. */
  checkName(name: string, except: AccountId | null): void {
    const wanted = fold(name)
    const taken = this.#accounts.find((account) => account.id !== except && fold(account.name) === wanted)
    if (taken) throw invalid('name', `There is an account named “${taken.name}” already. Choose another name.`)
  }

  add(account: Account): void {
    this.#save([...this.#accounts, account])
  }

  replace(account: Account): void {
    this.#save(this.#accounts.map((old) => (old.id === account.id ? account : old)))
  }

  remove(id: AccountId): void {
    this.#save(this.#accounts.filter((account) => account.id !== id))
  }

  #save(accounts: readonly Account[]): void {
    this.#world.settings.saveAccounts(accounts)
    this.#accounts = accounts
    this.#name()
    this.#push('accounts')
    this.#push('numbers')
  }

  #name(): void {
    this.#world.storage.numbers.nameAccounts(this.#accounts.map(({ id, name }) => ({ accountId: id, name })))
  }
}

const fold = (name: string): string => name.trim().normalize('NFKC').toLowerCase()
