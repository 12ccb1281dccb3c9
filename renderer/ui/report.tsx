import type { ConnectionCheck } from '../../shared/model/account.ts'
import { Hidden } from './hidden.tsx'
import styles from './report.module.css'
import { Shape, type ShapeName } from './shape.tsx'
import type { Tone } from './status.tsx'

const signs: Readonly<Record<ConnectionCheck['outcome'], { tone: Tone; shape: ShapeName; word: string }>> = {
  ok: { tone: 'good', shape: 'disc', word: 'Works' },
  failed: { tone: 'bad', shape: 'cross', word: 'Does not work' },
  absent: { tone: 'calm', shape: 'ring', word: 'Does not exist here' },
  notRun: { tone: 'calm', shape: 'question', word: 'Not tried' },
}

/** What works of a connection, line by line. */
export function Report({ checks }: { readonly checks: readonly ConnectionCheck[] }) {
  return (
    <ul className={styles.report}>
      {checks.map(({ name, outcome, sentence }) => {
        const { tone, shape, word } = signs[outcome]
        return (
          <li key={name} className={styles.line}>
            <span className={styles[tone]}>
              <Shape name={shape} />
              <Hidden>{word}: </Hidden>
            </span>
            <span className={styles.sentence}>{sentence}</span>
          </li>
        )
      })}
    </ul>
  )
}
