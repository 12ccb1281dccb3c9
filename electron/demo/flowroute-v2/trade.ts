import type { Stock } from '../catalogue/stock.ts'
import type { DemoClock } from '../kit/clock.ts'
import type { Effect } from '../kit/ledger.ts'
import type { NumberBook } from './number-book.ts'
import type { NumberRecord } from './number-record.ts'

type Waiting = { readonly at: number; readonly run: () => void }

/** Runs things now, or when the lag is over and somebody asks for something. */
export function createLag(clock: DemoClock, lagMs: () => number) {
  let waiting: readonly Waiting[] = []
  return {
    after: (run: () => void) => {
      if (lagMs() <= 0) return run()
      waiting = [...waiting, { at: clock.now() + lagMs(), run }]
    },
    isDue: () => waiting.some(({ at }) => at <= clock.now()),
    settle: () => {
      const due = waiting.filter(({ at }) => at <= clock.now())
      waiting = waiting.filter((effect) => !due.includes(effect))
      for (const { run } of due) run()
    },
  }
}

type Trade = {
  readonly numbers: NumberBook
  readonly stock: Stock
  readonly clock: DemoClock
  readonly readsLag: () => boolean
}

/** A purchase and a release count at once and are seen later. */
export function createTrade({ numbers, stock, clock, readsLag }: Trade, later: (run: () => void) => void) {
  const left = new Map<string, NumberRecord>()
  const unseen = new Set<string>()
  const effects: Effect[] = []
  const note = (kind: Effect['kind'], thing: string) =>
    void effects.push({ at: clock.now(), kind, what: 'number', thing, orderId: null })
  return {
    effects,
    isSeen: (number: string) => numbers.isHeld(number) && !(readsLag() && unseen.has(number)),
    isForSale: (number: string) => !numbers.isHeld(number) && stock.isForSale(number),
    leaving: (number: string) => left.get(number) ?? null,
    hold: (record: NumberRecord) => {
      const { number } = record
      numbers.hold(record)
      note('bought', number)
      unseen.add(number)
      later(() => {
        unseen.delete(number)
        stock.take(number)
        if (numbers.isHeld(number)) numbers.show(number)
      })
    },
    release: (number: string) => {
      const record = numbers.get(number)
      if (record) left.set(number, record)
      if (record) note('released', number)
      numbers.drop(number)
      later(() => {
        left.delete(number)
        if (numbers.isHeld(number)) return
        numbers.hide(number)
        stock.putBack(number)
      })
    },
  }
}
