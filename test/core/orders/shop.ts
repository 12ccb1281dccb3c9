import type { OrderAsk, Placed, Provider, ProviderContext } from '../../../electron/core/ports.ts'
import { providerZone, toCalendarDay } from '../../../shared/calendar.ts'
import { type Failure, FailureError } from '../../../shared/failure.ts'
import type { ApiId } from '../../../shared/model/account.ts'
import type { CatalogueNumber } from '../../../shared/model/market.ts'
import type { OwnedNumber } from '../../../shared/model/number.ts'
import type { OrderPart, ProviderOrder } from '../../../shared/model/order.ts'
import { type Money, toMoney } from '../../../shared/money.ts'
import { isTollFree } from '../../../shared/phone.ts'
import { noPlace, ownedNumber } from '../../support/builders.ts'
import { keyword } from './keyword.ts'

/** What becomes of one request that spends: whether it happens, and what is answered (null: yes). */
export type Fate = { readonly happens: boolean; readonly answer: Failure | 'bug' | null }

export const lost: Fate = { happens: true, answer: { kind: 'unsure', accountId: null } }
export const lostBefore: Fate = { happens: false, answer: { kind: 'unsure', accountId: null } }
export const says = (failure: Failure): Fate => ({ happens: false, answer: failure })
export const no: Failure = { kind: 'refused', status: 422, said: 'not for sale', accountId: null }

export const inSeattle = { ...noPlace, city: 'SEATTLE', state: 'WA', zip: '98101' }

const unit: Money = { amount: '2', currency: 'USD' }

/** A carrier of one account whose books lie open, and that does and says what it is told to. */
export class Shop {
  readonly owned = new Map<string, OwnedNumber>()
  readonly keywords = new Set<string>()
  /** What is for sale, with its monthly price; null: not told. */
  readonly sale = new Map<string, string | null>()
  readonly words = new Set<string>()
  readonly orders = new Map<string, ProviderOrder>()
  /** Every request that spends or gives up, as it arrived. */
  readonly sent: string[] = []
  /** Every question. */
  readonly asked: string[] = []
  fates: Fate[] = []
  /** The failure of every question of this kind. */
  readonly blind = new Map<'read' | 'pull' | 'order' | 'recent' | 'recheck' | 'billing', Failure>()
  credits: string | null = '100'
  /** Orders are worked off at once; else they stay as they were placed. */
  works = true
  /** The most that an order gets. */
  atMost = Number.POSITIVE_INFINITY
  listsOrders = true
  incomplete = false
  warning: string | null = null
  now = (): number => 0
  #gate: PromiseWithResolvers<void> | null = null
  #ids = 0

  /** Requests that spend are not answered until `release`. */
  hold(): void {
    this.#gate = Promise.withResolvers()
  }

  release(): void {
    this.#gate?.resolve()
    this.#gate = null
  }

  get lastOrder(): ProviderOrder {
    const order = [...this.orders.values()].at(-1)
    if (!order) throw new Error('nothing was ordered')
    return order
  }

  change(order: ProviderOrder): void {
    this.orders.set(order.id, order)
  }

  /** Leased today, or on another day. */
  obtain(number: string, begin: string | null = toCalendarDay(this.now(), providerZone)): void {
    this.sale.delete(number)
    const kind = isTollFree(number) ? 'tollFree' : 'local'
    const lease = { begin, end: null, autoRenew: true }
    this.owned.set(number, ownedNumber(number, { kind, place: inSeattle, lease }))
  }

  provider(api: ApiId, context: ProviderContext): Provider {
    const callfire = api === 'callfire-v2'
    const keys = context.credentials
    return {
      api,
      facets: [],
      check: async () => ({ checks: [], usable: true, hint: null }),
      numbers: {
        pull: () => this.#pull(),
        read: async (number) => {
          await keys()
          this.#ask('read', number)
          const found = this.owned.get(number)
          return found ? { number: found, routing: null } : null
        },
      },
      market: {
        search: ({ kind, count }) => this.#search(kind, count),
        recheck: async (numbers) => {
          this.#ask('recheck', numbers.join(' '))
          return numbers.flatMap((number) => this.#offer(number) ?? [])
        },
      },
      ...(callfire ? this.#callfire() : { buying: this.#flowroute() }),
    }
  }

  #callfire(): Pick<Provider, 'buying' | 'keywords' | 'billing'> {
    return {
      buying: {
        order: {
          place: (ask, signal) => this.#spend(describe(ask), () => this.#order(ask), signal),
          read: async (id) => {
            this.#ask('order', id)
            return this.orders.get(id) ?? null
          },
          recent: async () => {
            this.#ask('recent', '')
            return this.listsOrders ? [...this.orders.values()].toReversed() : null
          },
        },
      },
      keywords: {
        pull: async function* () {},
        read: async (word) => {
          this.#ask('read', word)
          return this.keywords.has(word) ? keyword(word) : null
        },
        available: async (words) => {
          this.#ask('recheck', words.join(' '))
          return words.filter((word) => this.words.has(word))
        },
      },
      billing: {
        read: async () => {
          this.#ask('billing', '')
          const none = { from: null, until: null, planCredits: null, payAsYouGoCredits: null, creditsUsed: null }
          return { ...none, totalCredits: this.credits, textsSent: null, callMinutes: null }
        },
      },
    }
  }

  #flowroute(): NonNullable<Provider['buying']> {
    const bought = (number: string) => () => {
      this.obtain(number)
      return null
    }
    const released = (number: string) => () => {
      this.owned.delete(number)
      return null
    }
    return {
      buyOne: (number, signal) => this.#spend(`buy ${number}`, bought(number), signal),
      release: (number, signal) => this.#spend(`release ${number}`, released(number), signal),
    }
  }

  async #spend(what: string, effect: () => string | null, signal: AbortSignal): Promise<Placed> {
    this.sent.push(what)
    const { happens, answer } = this.fates.shift() ?? { happens: true, answer: null }
    const orderId = happens ? effect() : null
    const broken = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(new FailureError({ kind: 'unsure', accountId: null })))
    })
    broken.catch(() => undefined)
    await Promise.race([this.#gate?.promise ?? Promise.resolve(), broken])
    if (answer === 'bug') throw new TypeError('a bug of ours')
    if (answer) throw new FailureError(answer)
    return { orderId, warning: this.warning, answer: '{"id":1}' }
  }

  #order(ask: OrderAsk): string {
    this.#ids += 1
    const id = String(9_000 + this.#ids)
    this.orders.set(id, this.#started(id, ask))
    if (this.works) this.workOff(id, ask)
    return id
  }

  #started(id: string, ask: OrderAsk): ProviderOrder {
    const part = (ordered: number): OrderPart | null =>
      ordered > 0 ? { ordered, unitCost: unit, fulfilled: [] } : null
    const count = (wanted: boolean) =>
      ask.kind === 'numbers' ? ask.numbers.filter((number) => isTollFree(number) === wanted).length : 0
    const [local, tollFree] = ask.kind === 'count' ? [ask.ask.local, ask.ask.tollFree] : [count(false), count(true)]
    const head = { id, state: 'running', said: 'PROCESSING', created: this.now(), total: null } as const
    const words = ask.kind === 'keywords' ? ask.keywords.length : 0
    return { ...head, local: part(local), tollFree: part(tollFree), keywords: part(words) }
  }

  /** Ends an order as far as there is stock, or `atMost`. */
  workOff(id: string, ask: OrderAsk): void {
    const order = this.orders.get(id)
    if (!order) throw new Error(`no order ${id}`)
    const of = (part: OrderPart | null, wanted: readonly string[]): OrderPart | null =>
      part && {
        ...part,
        fulfilled: wanted
          .filter((thing) => this.sale.has(thing) || this.words.has(thing))
          .slice(0, Math.min(part.ordered, this.atMost)),
      }
    const all = [...this.sale.keys()]
    const named = ask.kind === 'numbers' ? ask.numbers : ask.kind === 'count' ? all : []
    const local = of(
      order.local,
      named.filter((number) => !isTollFree(number)),
    )
    const tollFree = of(order.tollFree, named.filter(isTollFree))
    const keywords = of(order.keywords, ask.kind === 'keywords' ? ask.keywords : [])
    for (const number of [...(local?.fulfilled ?? []), ...(tollFree?.fulfilled ?? [])]) this.obtain(number)
    for (const word of keywords?.fulfilled ?? []) this.keywords.add(word)
    this.change({ ...order, state: 'finished', said: 'FINISHED', total: toMoney('6'), local, tollFree, keywords })
  }

  async *#pull() {
    this.#ask('pull', '')
    yield { items: [...this.owned.values()], odd: [], total: null, incomplete: this.incomplete }
  }

  async *#search(kind: 'local' | 'tollFree', count: number) {
    this.#ask('recheck', kind)
    const found = [...this.sale.keys()].filter((number) => isTollFree(number) === (kind === 'tollFree'))
    yield { items: found.slice(0, count).flatMap((number) => this.#offer(number) ?? []), odd: [], notes: [] }
  }

  #offer(number: string): CatalogueNumber | null {
    const price = this.sale.get(number)
    if (price === undefined) return null
    const monthly = toMoney(price)
    return { number, kind: 'local', place: inSeattle, setup: monthly && { amount: '1', currency: 'USD' }, monthly }
  }

  #ask(place: 'read' | 'pull' | 'order' | 'recent' | 'recheck' | 'billing', what: string): void {
    this.asked.push(`${place} ${what}`.trim())
    const failure = this.blind.get(place)
    if (failure) throw new FailureError(failure)
  }
}

const describe = (ask: OrderAsk): string =>
  ask.kind === 'count'
    ? `order ${ask.ask.local}+${ask.ask.tollFree}`
    : `order ${(ask.kind === 'numbers' ? ask.numbers : ask.keywords).join(' ')}`
