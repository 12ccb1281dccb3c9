import type { Account, AccountId } from '../../../shared/model/account.ts'
import type {
  AccountBudget,
  Basket,
  BasketGroup,
  BasketLine,
  Budget,
  Offer,
  OfferKey,
  OfferStanding,
} from '../../../shared/model/market.ts'
import { addMoney, type Money, zero } from '../../../shared/money.ts'
import { formatPhone } from '../../../shared/phone.ts'
import { invalid } from '../requests.ts'
import { offerKey } from './finds.ts'
import { monthOf } from './month.ts'
import { standings } from './standing.ts'
import type { MarketWorld } from './world.ts'

type World = Pick<MarketWorld, 'ports' | 'book' | 'push'>
type Seen = (keys: readonly OfferKey[]) => ReadonlyMap<string, Offer>
type Kept = Offer & { readonly addedAt: number }

const mostLines = 1000

/** What may be bought later: a list of wishes, for nobody holds a number until it is bought. */
export class WishBasket {
  readonly #world: World
  readonly #seen: Seen

  /** `seen`: offers as kept searches last saw them, by `offerKey`. */
  constructor(world: World, seen: Seen) {
    this.#world = world
    this.#seen = seen
  }

  view(): Basket {
    const lines = this.#lines()
    const standing = standings(
      this.#world.ports.storage,
      lines.map(({ number }) => number),
    )
    const shown = lines.map((line): BasketLine => {
      return { ...line, display: formatPhone(line.number), standing: standing(line.number).standing }
    })
    const groups = this.#world.book.all.flatMap((account) => {
      const own = shown.filter(({ accountId }) => accountId === account.id)
      return own.length === 0 ? [] : [toGroup(account, own, this.#budget(account))]
    })
    return { groups, count: lines.length }
  }

  budgets(): readonly AccountBudget[] {
    return this.#world.book.all.map((account) => ({ accountId: account.id, ...this.#budget(account) }))
  }

  keys(): ReadonlySet<string> {
    return new Set(this.#lines().map(offerKey))
  }

  /** All of them, or none and FailureError `invalid`. A number that lies there for another account moves to this one: it is bought once. */
  add(keys: readonly OfferKey[]): Basket {
    const { ports, book, push } = this.#world
    for (const { accountId } of keys) book.find(accountId)
    const offers = this.#offers(keys)
    this.#checkFree(offers.map(({ number }) => number))
    const wanted = new Map(offers.map((offer) => [offer.number, offer]))
    const lines = this.#lines()
    const elsewhere = lines.filter((line) => {
      const offer = wanted.get(line.number)
      return offer !== undefined && offer.accountId !== line.accountId
    })
    const lying = new Set(lines.map(offerKey))
    const fresh = [...wanted.values()].filter((offer) => !lying.has(offerKey(offer)))
    if (lines.length - elsewhere.length + fresh.length > mostLines) throw invalid('offers', full)
    ports.storage.market.removeFromBasket(elsewhere)
    // What lies there already takes on the price that was seen last.
    ports.storage.market.addToBasket([...wanted.values()], ports.now())
    push('market')
    return this.view()
  }

  remove(keys: readonly OfferKey[]): Basket {
    this.#world.ports.storage.market.removeFromBasket(keys)
    this.#world.push('market')
    return this.view()
  }

  /** Null: all of it. */
  clear(accountId: AccountId | null): Basket {
    this.#world.ports.storage.market.clearBasket(accountId)
    this.#world.push('market')
    return this.view()
  }

  /** These are owned now, by whatever account: nothing is left to wish for. */
  bought(numbers: readonly string[]): void {
    const gone = this.#lines().filter(({ number }) => numbers.includes(number))
    if (gone.length > 0) this.remove(gone)
  }

  #lines(): readonly Kept[] {
    return this.#world.ports.storage.market.basket().filter(({ accountId }) => this.#world.book.has(accountId))
  }

  #offers(keys: readonly OfferKey[]): readonly Offer[] {
    const lying = new Map(this.#lines().map((line) => [offerKey(line), line]))
    const seen = this.#seen(keys)
    return keys.map((key) => {
      const offer = seen.get(offerKey(key)) ?? lying.get(offerKey(key))
      if (!offer) throw invalid('offers', unseen(key.number))
      return offer
    })
  }

  #checkFree(numbers: readonly string[]): void {
    const { ports, book } = this.#world
    const standing = standings(ports.storage, numbers)
    for (const number of numbers) {
      const { standing: state, ownedBy } = standing(number)
      const owner = book.all.find(({ id }) => id === ownedBy)
      if (state === 'yours') throw invalid('offers', yours(number, owner?.name ?? null))
      if (state === 'checking') throw invalid('offers', checking(number))
    }
  }

  #budget({ id, spending }: Account): Budget {
    const { storage, now } = this.#world.ports
    const { from, to } = monthOf(now())
    const { known, unknown } = storage.orders.spent(id, from, to)
    return { perOrder: spending.perOrder, perMonth: spending.perMonth, spent: known, spentUnknown: unknown }
  }
}

const full = `The basket holds ${mostLines.toLocaleString('en-US')} numbers at most. Buy or remove some first.`
const unseen = (number: string): string =>
  `${formatPhone(number)} is in no search that is kept. Search for it again, then add it to the basket.`
const yours = (number: string, owner: string | null): string =>
  `${formatPhone(number)} is yours already${owner === null ? '' : `, in “${owner}”`}. It is in the list of your numbers.`
const checking = (number: string): string =>
  `A purchase of ${formatPhone(number)} is still being checked. Wait for its end; the Orders screen shows it.`

function toGroup({ id }: Account, lines: readonly BasketLine[], budget: Budget): BasketGroup {
  return {
    accountId: id,
    lines,
    setup: sum(lines.map(({ setup }) => setup)),
    monthly: sum(lines.map(({ monthly }) => monthly)),
    unknownPrices: lines.filter(({ setup, monthly }) => setup === null || monthly === null).length,
    budget,
  }
}

const sum = (prices: readonly (Money | null)[]): Money =>
  prices.reduce<Money>((total, price) => (price ? addMoney(total, price) : total), zero)

/** Of an offer among results, where the basket is known. */
export const inBasket = (standing: BasketLine['standing'], lies: boolean): OfferStanding =>
  lies && standing === 'free' ? 'inBasket' : standing
