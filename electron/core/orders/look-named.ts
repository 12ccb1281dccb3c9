import { isFailure } from '../../../shared/failure.ts'
import type { PurchaseItem } from '../../../shared/model/purchase.ts'
import { isTollFree } from '../../../shared/phone.ts'
import { judge, type OrderWord, wordOf } from './judge.ts'
import type { ItemChange } from './ledger.ts'
import type { OrderSeen } from './look-order.ts'
import { checkingItems, type Looking, type Seen } from './looking.ts'
import { warningIn, whyNot, yes } from './outcome.ts'
import { type Found, readOne } from './owned.ts'

type Named = PurchaseItem & { readonly thing: string }
const isNamed = (item: PurchaseItem): item is Named => item.thing !== null

const together = 4

/** Looks for each thing that has a name, a few at a time, so that what is ours is shown as soon as it is known. */
export async function* lookForNamed(looking: Looking, seen: OrderSeen): AsyncGenerator<Seen> {
  const named = checkingItems(looking.purchase).filter(isNamed)
  const words = new Map(named.map((item) => [item.slot, wordFor(looking, item, seen)]))
  // An order that is being worked on is waited for: its things cannot be in the lists much before.
  const wanted = named.filter(({ slot }) => looking.deep || words.get(slot) !== 'running')
  for (let at = 0; at < wanted.length; at += together) {
    const some = wanted.slice(at, at + together)
    const read = await Promise.all(some.map((item) => readItem(looking, item)))
    yield toSeen(looking, read, words)
    const stop = read.find((one) => one.stop !== null)
    if (stop) {
      yield { note: `${looking.carrier} could not be asked: ${stop.stop}.` }
      return
    }
  }
}

function wordFor({ purchase }: Looking, { thing }: Named, seen: OrderSeen): OrderWord {
  if (seen.kind === 'none') return seen.doubt ? 'doubtful' : 'none'
  if (seen.kind === 'forgotten') return seen.kind
  const part = purchase.kind === 'keywords' ? 'keywords' : isTollFree(thing) ? 'tollFree' : 'local'
  return wordOf(seen.order, part, thing)
}

type Read = {
  readonly item: Named
  readonly found: Found | null
  readonly known: boolean
  readonly stop: string | null
}

/** A failure that concerns the whole account ends the look; one that concerns the thing leaves just this one open. */
async function readItem({ provider, purchase, signal }: Looking, item: Named): Promise<Read> {
  try {
    const found = await readOne(provider, { kind: purchase.kind, thing: item.thing }, signal)
    return { item, found, known: true, stop: null }
  } catch (error) {
    if (!isFailure(error)) throw error
    const { kind } = error.failure
    const single = kind === 'garbled' || kind === 'refused' || kind === 'broken'
    return { item, found: null, known: false, stop: single ? null : whyNot(error.failure) }
  }
}

function toSeen(looking: Looking, read: readonly Read[], words: ReadonlyMap<number, OrderWord>): Seen {
  const { purchase } = looking
  const judged = read.map((one) => {
    const order = words.get(one.item.slot) ?? 'none'
    const saidNo = purchase.noes.includes(one.item.slot)
    const listed = one.known ? one.found !== null : null
    return { ...one, order, saidNo, end: judge({ kind: purchase.kind, listed, saidNo, order }) }
  })
  const done = judged.filter(({ end }) => end === 'done')
  return {
    items: judged.flatMap((one) => changeOf(looking, one)),
    found: done.flatMap(({ found }) => found ?? []),
    gone: purchase.kind === 'release' ? done.map(({ item }) => item.thing) : [],
  }
}

type Judged = Read & { readonly order: OrderWord; readonly saidNo: boolean; readonly end: ReturnType<typeof judge> }

function changeOf(looking: Looking, { item, end, order, saidNo, known }: Judged): readonly ItemChange[] {
  const { slot } = item
  if (end === 'done') return [{ slot, state: 'done', said: saidNo ? null : warningIn(item.said) }]
  // The carrier's own words stand there already where it answered no.
  if (end === 'refused')
    return [
      { slot, state: 'refused', said: saidNo ? item.said : `The order at ${looking.carrier} finished without it.` },
    ]
  if (saidNo || !known || warningIn(item.said) !== null) return []
  const said = openWords(looking, order, item.said)
  return said === null || said === item.said ? [] : [{ slot, said }]
}

/** What is known of a thing that stays open; null: nothing new. Holds no times: it is written down when it changes. */
function openWords({ carrier, purchase }: Looking, order: OrderWord, before: string | null): string | null {
  switch (order) {
    case 'running':
      return `${carrier} is working on the order.`
    case 'waiting':
      return `${carrier} holds the order until it is paid or approved there.`
    case 'fulfilled':
      return `${carrier} says that it was obtained, but does not list it yet.`
    case 'unclear':
      return `The order at ${carrier} does not tell what became of it, and its list does not show it.`
    case 'forgotten':
      return `${carrier} does not know the order any more, and its list does not show this one so far.`
    case 'none':
      if (before?.startsWith(yes(carrier))) return `${yes(carrier)}, but its list does not show that so far.`
      return purchase.kind === 'release'
        ? `${carrier} still lists it, and never answered no.`
        : `${carrier}’s list does not show it so far, and ${carrier} never answered no.`
    default:
      return null
  }
}
