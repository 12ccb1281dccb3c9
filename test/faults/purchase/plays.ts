import { type Case, caseName } from './cases.ts'
import { Office } from './office.ts'
import { play } from './play.ts'
import { Tally } from './tally.ts'

/** Runs an office serves before its carriers have grown too large to be read quickly. */
const runsAnOffice = 80

/** Far more than any run takes: one that hangs is broken, and the others go on. */
const runMs = 40_000

export type Playing = {
  readonly seed: number
  /** How many purchases go on at once, each with carriers and a process of its own. */
  readonly side: number
  readonly tell: (done: number, all: number) => void
}

/** Plays all cases; one that cannot be played is counted as broken, and the others go on. */
export async function playAll(cases: readonly Case[], { seed, side, tell }: Playing): Promise<Tally> {
  const tally = new Tally()
  const waiting = cases.map((one, at) => ({ one, at }))
  const work = async (worker: number) => {
    for (let round = 0; waiting.length > 0; round++) {
      const office = await Office.open(seed + worker + round * side)
      try {
        for (let run = 0; run < runsAnOffice && office.hasOffers(); run++) {
          const next = waiting.shift()
          if (!next) return
          const name = `#${next.at} ${caseName(next.one)}`
          await within(play(office, next.one), runMs).then(
            (played) => tally.add(name, played),
            async (error: unknown) => {
              tally.fail(name, error)
              await office.giveUp()
            },
          )
          tell(cases.length - waiting.length, cases.length)
        }
      } finally {
        await office.close()
      }
    }
  }
  await Promise.all(Array.from({ length: side }, (_, worker) => work(worker)))
  return tally
}

async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(`It did not end within ${ms / 1000} seconds.`)), ms)
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer))
}
