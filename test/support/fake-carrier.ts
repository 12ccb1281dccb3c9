import type { CreateProvider, Page, Provider, ProviderContext } from '../../electron/core/ports.ts'
import { type Failure, FailureError } from '../../shared/failure.ts'
import type { ApiId } from '../../shared/model/account.ts'
import type { OwnedNumber } from '../../shared/model/number.ts'
import type { OddRow } from '../../shared/model/sync.ts'
import { ownedNumbers, route } from './builders.ts'

const facets = {
  'callfire-v2': ['numbers', 'leases', 'leaseConfigs', 'keywords', 'doNotContact', 'orders', 'billing'],
  'flowroute-v2': ['numbers', 'routes'],
} as const

export const facetsOf = (api: ApiId): Provider['facets'] => facets[api]

type Place =
  | 'numbers'
  | 'numberDetails'
  | 'leaseConfigs'
  | 'routes'
  | 'keywords'
  | 'doNotContact'
  | 'orders'
  | 'billing'

/** A carrier that keeps its lists and can fail, hang or say odd things, a place at a time. For decisions of core alone. */
export class FakeCarrier {
  numbers: readonly OwnedNumber[] = ownedNumbers(3)
  pageSize = 2
  total: number | null = null
  odd: readonly OddRow[] = []
  /** What it lists may lack some numbers. */
  incomplete = false
  /** What a check says, for reports that repeat what they should not. */
  says = 'ok'
  /** Fails at the place after this many pages. */
  readonly failures = new Map<Place, { readonly after: number; readonly failure: Failure | Error }>()
  readonly asked: Place[] = []
  readonly detailsAsked: string[] = []
  readonly contexts: ProviderContext[] = []
  readonly credentialsSeen: string[] = []
  #callers = 0
  #gate: (PromiseWithResolvers<void> & { readonly place: Place | null; readonly page: number }) | null = null

  fail(place: Place, failure: Failure | Error, after = 0): void {
    this.failures.set(place, { after, failure })
  }

  /** Nothing more is answered until `release`. */
  hold(): void {
    this.holdAt(null, 0)
  }

  /** The place (null: any) does not answer from this page on, until `release`. */
  holdAt(place: Place | null, page: number): void {
    this.#gate = { ...Promise.withResolvers(), place, page }
  }

  release(): void {
    this.#gate?.resolve()
    this.#gate = null
  }

  /** Those who were waiting for an answer are no more; it reaches nobody. */
  forgetCallers(): void {
    this.#callers += 1
  }

  /** Tells the last context that it has to wait. */
  askToWait(until: number | null): void {
    this.contexts.at(-1)?.onWait(until)
  }

  readonly create: CreateProvider = (context) => {
    this.contexts.push(context)
    const { api } = context
    return {
      api,
      facets: facetsOf(api),
      check: async () => {
        await this.#answer(context, 'billing', new AbortController().signal)
        return { checks: [{ name: 'numbers', outcome: 'ok', sentence: this.says }], usable: true, hint: this.says }
      },
      ...(api === 'callfire-v2' ? this.#callfire(context) : this.#flowroute(context)),
    }
  }

  #callfire(context: ProviderContext) {
    const empty = (place: Place) => ({
      pull: (signal: AbortSignal) => this.#pull(context, place, { items: [], signal }),
    })
    return {
      numbers: {
        pull: (signal: AbortSignal) => this.#pull(context, 'numbers', { items: this.numbers, signal }),
        read: (number: string) => this.#read(number),
      },
      leaseConfigs: {
        pull: (signal: AbortSignal) => {
          const items = this.numbers.map(({ number }) => ({
            number,
            config: { kind: 'unconfigured', texts: null } as const,
          }))
          return this.#pull(context, 'leaseConfigs', { items, signal })
        },
      },
      keywords: { ...empty('keywords'), read: async () => null, available: async () => [] },
      doNotContact: empty('doNotContact'),
      orders: empty('orders'),
      billing: {
        read: async (signal: AbortSignal) => {
          await this.#answer(context, 'billing', signal)
          const none = { from: null, until: null, planCredits: null, payAsYouGoCredits: null, totalCredits: null }
          return { ...none, creditsUsed: null, textsSent: null, callMinutes: null }
        },
      },
    } satisfies Partial<Provider>
  }

  #flowroute(context: ProviderContext) {
    return {
      numbers: {
        pull: (signal: AbortSignal) => this.#pull(context, 'numbers', { items: this.numbers, signal }),
        read: (number: string) => this.#read(number),
        pullDetails: (numbers: readonly string[], signal: AbortSignal) => {
          this.detailsAsked.push(...numbers)
          const items = this.numbers
            .filter(({ number }) => numbers.includes(number))
            .map((number) => ({ number, routing: { kind: 'routes', primary: '7', failover: null } as const }))
          return this.#pull(context, 'numberDetails', { items, signal })
        },
      },
      routes: {
        pull: (signal: AbortSignal) => this.#pull(context, 'routes', { items: [route('7')], signal }),
        edgeStrategies: async () => [],
      },
    } satisfies Partial<Provider>
  }

  async #read(number: string) {
    const found = this.numbers.find((candidate) => candidate.number === number)
    return found ? { number: found, routing: null } : null
  }

  async *#pull<Item>(
    context: ProviderContext,
    place: Place,
    { items, signal }: { readonly items: readonly Item[]; readonly signal: AbortSignal },
  ): AsyncGenerator<Page<Item>> {
    const pages = Math.max(1, Math.ceil(items.length / this.pageSize))
    for (let page = 0; page < pages; page += 1) {
      await this.#answer(context, place, signal, page)
      const from = page * this.pageSize
      const odd = place === 'numbers' && page === 0 ? this.odd : []
      const incomplete = place === 'numbers' && this.incomplete
      yield { items: items.slice(from, from + this.pageSize), odd, total: this.total, incomplete }
    }
  }

  async #answer(context: ProviderContext, place: Place, signal: AbortSignal, page = 0): Promise<void> {
    this.asked.push(place)
    const { login, secret } = await context.credentials()
    this.credentialsSeen.push(`${login}:${secret}`)
    await this.#released(place, page, signal)
    const failing = this.failures.get(place)
    if (!failing || page < failing.after) return
    if (failing.failure instanceof Error) throw failing.failure
    throw new FailureError(failing.failure)
  }

  async #released(place: Place, page: number, signal: AbortSignal): Promise<void> {
    const cancelled = Promise.withResolvers<never>()
    const onAbort = () => cancelled.reject(new FailureError({ kind: 'cancelled', accountId: null }))
    if (signal.aborted) onAbort()
    signal.addEventListener('abort', onAbort, { once: true })
    const gate = this.#gate
    const held = gate !== null && (gate.place === null || (gate.place === place && page >= gate.page))
    cancelled.promise.catch(() => undefined)
    const caller = this.#callers
    await Promise.race([held ? gate.promise : Promise.resolve(), cancelled.promise])
    if (caller !== this.#callers) await new Promise(() => undefined)
    signal.removeEventListener('abort', onAbort)
  }
}
