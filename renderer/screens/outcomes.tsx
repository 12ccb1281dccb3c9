import type { LeaseOutcome } from '../../shared/model/lease.ts'
import { formatPhone } from '../../shared/phone.ts'
import { Status } from '../ui/status.tsx'
import styles from './outcomes.module.css'

type OutcomesProps = { readonly outcomes: readonly LeaseOutcome[]; readonly doneWord: string }

/** What became of each thing, in a line: done, refused, or not known. */
export function Outcomes({ outcomes, doneWord }: OutcomesProps) {
  return (
    <ul className={styles.outcomes}>
      {outcomes.map(({ thing, outcome, said }) => (
        <li key={thing} className={styles.line}>
          <span className={styles.thing}>{thing.startsWith('+') ? formatPhone(thing) : thing}</span>
          <Sign outcome={outcome} doneWord={doneWord} />
          {said && <span className={styles.said}>{said}</span>}
        </li>
      ))}
    </ul>
  )
}

function Sign({ outcome, doneWord }: Pick<LeaseOutcome, 'outcome'> & { readonly doneWord: string }) {
  switch (outcome) {
    case 'done':
      return (
        <Status tone="good" shape="disc">
          {doneWord}
        </Status>
      )
    case 'refused':
      return (
        <Status tone="bad" shape="cross">
          Refused
        </Status>
      )
    case 'notSent':
      return (
        <Status tone="calm" shape="ring">
          Not sent
        </Status>
      )
    case 'unknown':
      return (
        <Status tone="warn" shape="question">
          Not certain
        </Status>
      )
    default:
      return outcome satisfies never
  }
}
