import { formatDay } from '../../../shared/calendar.ts'
import type { Consequences, ThingConsequences } from '../../../shared/model/lease.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
import styles from './giving-up.module.css'
import { savedWords } from './words.ts'

/** What follows, from what is known of each thing. */
export function Meaning({ consequences }: { readonly consequences: Consequences }) {
  const { ending, things, savedPerYear, savedUnknown } = consequences
  const [first] = things
  return (
    <>
      <Facts>
        {things.length === 1 && first && <Days thing={first} ending={ending} />}
        <Fact name="You save">{savedWords(savedPerYear, savedUnknown)}</Fact>
      </Facts>
      {things.length === 1 && first ? <One thing={first} ending={ending} /> : <Many things={things} ending={ending} />}
    </>
  )
}

type ThingProps = { readonly thing: ThingConsequences; readonly ending: Consequences['ending'] }

const One = ({ thing }: ThingProps) => (
  <ul className={styles.lines}>
    {thing.lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
)

function Days({ thing: { lastDay, buyBackFrom }, ending }: ThingProps) {
  return (
    <>
      <Fact name="Last day">
        <strong>{lastDay ? formatDay(lastDay, 'long') : noDay[ending]}</strong>
      </Fact>
      {buyBackFrom && <Fact name="Buy it back">not before {formatDay(buyBackFrom, 'long')}</Fact>}
    </>
  )
}

const noDay = { release: 'at once', autoRenewOff: 'not told' } as const

type ManyProps = { readonly things: readonly ThingConsequences[]; readonly ending: Consequences['ending'] }

const Many = ({ things, ending }: ManyProps) => (
  <ul className={styles.things}>
    {things.map((thing) => (
      <li key={thing.thing} className={styles.thing}>
        <details>
          <summary>
            <span className={styles.name}>{thing.display}</span>
            <span className={styles.day}>
              {thing.lastDay ? `until ${formatDay(thing.lastDay, 'long')}` : noDay[ending]}
            </span>
          </summary>
          <One thing={thing} ending={ending} />
        </details>
      </li>
    ))}
  </ul>
)
