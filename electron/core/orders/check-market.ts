import { isFailure } from '../../../shared/failure.ts'
import type { Account } from '../../../shared/model/account.ts'
import type { CatalogueNumber } from '../../../shared/model/market.ts'
import type { CountAsk, DraftThing } from '../../../shared/model/purchase.ts'
import { formatMoney } from '../../../shared/money.ts'
import { isTollFree } from '../../../shared/phone.ts'
import { carrierNames } from '../accounts/carrier-names.ts'
import type { MarketAsk } from '../ports.ts'
import { type Check, type CheckTask, type Finding, failed, notRun, passed, thingsOf } from './check.ts'
import { costOf, costOfCount, guessOf, isSamePrice, type Price } from './cost.ts'
import { withProblems } from './draft.ts'
import { whyNot } from './outcome.ts'
import { askInWords, displayOf, howMany, isOrAre, listed } from './words.ts'

export const onSaleCheck: Check = {
  name: 'onSale',
  about: 'Whether it is still for sale.',
  run: async (task) => {
    try {
      return await onSale(task)
    } catch (error) {
      if (!isFailure(error)) throw error
      const { account } = task
      return notRun(
        `${carrierNames[account.api]} could not be asked what is for sale: ${whyNot(error.failure)}. Check again later.`,
      )
    }
  },
}

function onSale(task: CheckTask): Promise<Finding> {
  const { order } = task
  if (order.kind === 'keywords') return keywordsOnSale(task, order.things)
  return order.kind === 'count' ? enoughOnSale(task, order.ask) : numbersOnSale(task, thingsOf(order))
}

async function numbersOnSale(task: CheckTask, numbers: readonly string[]): Promise<Finding> {
  const { market } = task.provider
  if (!market) return notRun(`${carrierNames[task.account.api]} cannot be asked what is for sale.`)
  const now = await market.recheck(numbers, task.signal)
  const finding = stillFree(task, new Set(now.map(({ number }) => number)), 'no longer for sale')
  return { ...finding, learned: { ...finding.learned, things: priced(task, finding.learned?.things ?? [], now) } }
}

async function keywordsOnSale(task: CheckTask, words: readonly string[]): Promise<Finding> {
  const { keywords } = task.provider
  if (!keywords) return notRun(`${carrierNames[task.account.api]} has no keywords.`)
  const free = await keywords.available(words, task.signal)
  const finding = stillFree(task, new Set(free.map((word) => word.toUpperCase())), 'taken')
  return { ...finding, learned: { ...finding.learned, things: priced(task, finding.learned?.things ?? [], []) } }
}

function stillFree({ draft, order }: CheckTask, free: ReadonlySet<string>, word: string): Finding {
  const lost = thingsOf(order).filter((thing) => !free.has(thing))
  const things = withProblems(draft.things, new Map(lost.map((thing) => [thing, `It is ${word}.`])))
  const all = thingsOf(order).length
  if (lost.length === 0) return passed(all === 1 ? 'It is for sale.' : `All ${all} are for sale.`, { things })
  const names = listed(lost.map((thing) => displayOf(order.kind, thing)))
  return failed(
    `${names} ${isOrAre(lost.length)} ${word}. Take ${lost.length === 1 ? 'it' : 'them'} out, then check again.`,
    { things },
  )
}

/** With today's prices; where the provider tells none, with what the last order cost apiece. */
function priced(
  task: CheckTask,
  things: readonly DraftThing[],
  now: readonly CatalogueNumber[],
): readonly DraftThing[] {
  const told = new Map(now.map(({ number, setup, monthly }) => [number, { setup, monthly }]))
  return things.map((thing) => ({ ...thing, ...priceOf(task, thing.thing, told.get(thing.thing) ?? null) }))
}

function priceOf({ world, account, order }: CheckTask, thing: string, told: Price | null): Price {
  if (told && (told.monthly !== null || account.api !== 'callfire-v2')) return told
  if (account.api !== 'callfire-v2') return { setup: null, monthly: null }
  const kind = order.kind === 'keywords' ? 'keyword' : isTollFree(thing) ? 'tollFree' : 'local'
  return guessOf(world.ports.storage.lists, account.id, kind)
}

/** Nothing says that a number will still be free then; but fewer than asked for now will hardly become more. */
async function enoughOnSale(task: CheckTask, ask: CountAsk): Promise<Finding> {
  const { market } = task.provider
  if (!market) return notRun(`${carrierNames[task.account.api]} cannot be asked what is for sale.`)
  const seen = { local: await countOnSale(task, 'local', ask), tollFree: await countOnSale(task, 'tollFree', ask) }
  if (seen.local >= ask.local && seen.tollFree >= ask.tollFree) return passed(`There are enough: ${askInWords(ask)}.`)
  const only = (seen: number, asked: number, kind: string) =>
    seen < asked ? [seen === 0 ? `no ${kind} number` : `only ${seen} of ${asked} ${kind} numbers`] : []
  const lacks = [...only(seen.local, ask.local, 'local'), ...only(seen.tollFree, ask.tollFree, 'toll-free')].join(
    ' and ',
  )
  return failed(`A search there shows ${lacks}. Order fewer, or widen the place.`)
}

async function countOnSale(
  { provider, signal }: CheckTask,
  kind: 'local' | 'tollFree',
  ask: CountAsk,
): Promise<number> {
  const wanted = ask[kind]
  if (wanted === 0 || !provider.market) return 0
  const seen = new Set<string>()
  for await (const page of provider.market.search(searchOf(kind, ask), signal)) {
    for (const { number } of page.items) seen.add(number)
    if (seen.size >= wanted) break
  }
  return seen.size
}

/** Regions narrow local numbers only. */
function searchOf(kind: 'local' | 'tollFree', ask: CountAsk): MarketAsk {
  const where = (text: string) => (kind === 'tollFree' || text === '' ? null : text)
  return {
    kind,
    city: where(ask.city),
    state: where(ask.state),
    zip: where(ask.zip),
    prefix: where(ask.prefix),
    rateCenter: null,
    pattern: null,
    count: ask[kind],
  }
}

export const priceCheck: Check = {
  name: 'price',
  about: 'Whether the price is still the one you saw.',
  run: (task) => priceFinding(task),
}

function priceFinding(task: CheckTask): Finding {
  const { world, account, order, draft } = task
  const { lists } = world.ports.storage
  if (order.kind === 'count') {
    const cost = costOfCount(lists, account.id, order.ask)
    return passed(priceTold(task, cost.now !== null), { cost })
  }
  const cost = costOf(draft.things, account.api === 'callfire-v2')
  const seen = lastSeen(task)
  const things = draft.things.map((thing) => ({ ...thing, before: changeOf(account, seen(thing.thing), thing) }))
  const changed = things.filter(({ before }) => before !== null)
  if (changed.length === 0) return passed(priceTold(task, cost.now !== null), { cost, things })
  const lines = changed.map((thing) => `${thing.display} was ${inWords(thing.before)} and is ${inWords(thing)} now`)
  const sentence = `The price of ${howMany(order.kind, changed.length)} has changed since you saw it: ${listed(lines)}. Accept the new price to go on.`
  return { state: 'waiting', sentence, learned: { cost, things, asksPrice: true } }
}

function priceTold(task: CheckTask, known: boolean): string {
  const { account, order } = task
  const carrier = carrierNames[account.api]
  if (!known) return `${carrier} does not tell the price before an order.`
  if (account.api === 'callfire-v2')
    return `${carrier} does not tell prices before an order; what your last order there cost is shown.`
  return thingsOf(order).some((thing) => lastSeen(task)(thing) !== null)
    ? 'The price is the one you saw.'
    : 'The price is known.'
}

/** What it cost when the owner last saw it: in the basket, in a search, or accepting a price. Null: never seen. */
function lastSeen({ world, account, accepted }: CheckTask): (number: string) => Price | null {
  const lines = world.ports.storage.market.basket().filter(({ accountId }) => accountId === account.id)
  const basket = new Map(lines.map((line) => [line.number, line]))
  return (number) => {
    const offer = basket.get(number) ?? world.market.seen({ accountId: account.id, number })
    const agreed = accepted(number)
    return agreed && agreed.at >= (offer?.seenAt ?? 0) ? agreed : offer
  }
}

/** Null: nothing to compare with, or no change. */
function changeOf({ api }: Account, seen: Price | null, now: Price): Price | null {
  // A provider that tells no prices had none to change.
  if (!seen || (seen.monthly === null && api === 'callfire-v2')) return null
  return isSamePrice(seen, now) ? null : { setup: seen.setup, monthly: seen.monthly }
}

function inWords(price: Price | null): string {
  if (!price || price.monthly === null) return 'not known'
  const setup = price.setup === null ? '' : `${formatMoney(price.setup)} and `
  return `${setup}${formatMoney(price.monthly)} a month`
}
