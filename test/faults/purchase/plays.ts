import { type Case, caseName } from './cases.ts'
import { Office } from './office.ts'
import { play } from './play.ts'
import { Tally } from './tally.ts'

/** Runs an office serves before its carriers have grown too large to be read quickly. */
const runsAnOffice = 80

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
          await play(office, next.one).then(
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
