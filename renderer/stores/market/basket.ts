import type { Failure, Result } from '../../../shared/failure.ts'
import type { Basket, OfferKey, OfferRow, OfferStanding } from '../../../shared/model/market.ts'
import { type Bridge, createTurns } from '../store.ts'
import type { Inside, MarketState, ShownOffer } from './state.ts'

type BasketPart = Pick<MarketState, 'add' | 'remove' | 'clear'> & { readonly read: () => Promise<void> }

/** Every answer is the whole basket; one that a later answer overtook is dropped. */
export function createBasket(bridge: Bridge, { set }: Inside): BasketPart {
  const turn = createTurns()
  const take = async (asked: Promise<Result<Basket>>, said = ''): Promise<Failure | null> => {
    const isCurrent = turn()
    const reply = await asked
    if (reply.ok && isCurrent()) set({ basket: reply.value, ...(said ? { said } : {}) })
    return reply.ok ? null : reply.failure
  }
  return {
    read: async () => set({ basketFailure: await take(bridge.invoke('market.basket', null)) }),
    add: (offers) =>
      take(bridge.invoke('market.addToBasket', { offers: offers.map(plain) }), `${names(offers)} in the basket`),
    remove: (offers) =>
      take(
        bridge.invoke('market.removeFromBasket', { offers: offers.map(plain) }),
        `${names(offers)} out of the basket`,
      ),
    async clear(accountId) {
      const failure = await take(bridge.invoke('market.clearBasket', { accountId }), 'The basket was cleared')
      set({ basketFailure: failure })
      return failure
    },
  }
}

const names = (offers: readonly ShownOffer[]): string => offers.map(({ display }) => display).join(', ')

const plain = ({ accountId, number }: OfferKey): OfferKey => ({ accountId, number })

export const offerKey = ({ accountId, number }: OfferKey): string => `${accountId} ${number}`

export const basketKeys = (basket: Basket | null): ReadonlySet<string> =>
  new Set(basket?.groups.flatMap(({ lines }) => lines.map(offerKey)))

/** What the basket says is newer than what the rows say: it answers at once, they come with the next push. */
export function standingNow(row: OfferRow, inBasket: ReadonlySet<string>): OfferStanding {
  if (row.standing !== 'free' && row.standing !== 'inBasket') return row.standing
  return inBasket.has(offerKey(row)) ? 'inBasket' : 'free'
}
