import { useEffect, useRef } from 'react'
import type { WordReport, WordStanding } from '../../../shared/model/keyword.ts'
import { Button } from '../../ui/button.tsx'
import type { ShapeName } from '../../ui/shape.tsx'
import { Status, type Tone } from '../../ui/status.tsx'
import { counted } from '../../words.ts'
import { useGetState, useScreen } from '../stores.ts'
import styles from './keywords.module.css'
import { useWordsAccount } from './use-keyword-accounts.ts'

const signs: Readonly<Record<WordStanding, { readonly tone: Tone; readonly shape: ShapeName; readonly word: string }>> =
  {
    free: { tone: 'good', shape: 'disc', word: 'Free' },
    taken: { tone: 'bad', shape: 'cross', word: 'Taken' },
    yours: { tone: 'calm', shape: 'disc', word: 'Yours' },
    checking: { tone: 'wait', shape: 'clock', word: 'Being checked' },
    invalid: { tone: 'warn', shape: 'triangle', word: 'Not valid' },
    unknown: { tone: 'calm', shape: 'question', word: 'Not told' },
  }

/** What the provider said, word by word; free ones can be ticked and ordered. */
export function WordsReport() {
  const report = useScreen('words', (state) => state.report)
  if (!report) return null
  return (
    <div className={styles.report}>
      <p role="status" className={styles.quiet}>
        {summaryOf(report.words)}
      </p>
      <ul className={styles.words}>
        {report.words.map((one) => (
          <Line key={one.word} report={one} />
        ))}
      </ul>
      <Suggestions words={report.suggestions} />
      <Order />
    </div>
  )
}

/** `2 free, 1 taken`. */
function summaryOf(words: readonly WordReport[]): string {
  const parts = (['free', 'taken', 'yours', 'checking', 'invalid', 'unknown'] as const).flatMap((standing) => {
    const found = words.filter((word) => word.standing === standing).length
    return found > 0 ? [`${found} ${signs[standing].word.toLowerCase()}`] : []
  })
  return parts.join(', ')
}

function Line({ report: { word, standing, problem } }: { readonly report: WordReport }) {
  const isChosen = useScreen('words', (state) => state.chosen.has(word))
  const words = useGetState('words')
  const { tone, shape, word: name } = signs[standing]
  const isFree = standing === 'free'
  return (
    <li className={styles.line}>
      {isFree ? (
        <label className={styles.choice}>
          <input type="checkbox" checked={isChosen} onChange={() => words().toggle(word)} className={styles.box} />
          <span className={styles.name}>{word}</span>
        </label>
      ) : (
        <span className={styles.choice}>
          <span className={styles.noBox} />
          <span className={styles.name}>{word}</span>
        </span>
      )}
      <Status tone={tone} shape={shape}>
        {name}
      </Status>
      {problem && <p className={styles.why}>{problem}</p>}
    </li>
  )
}

function Suggestions({ words: suggested }: { readonly words: readonly string[] }) {
  const words = useGetState('words')
  const account = useWordsAccount()
  if (suggested.length === 0 || !account) return null
  return (
    <section aria-label="Suggestions" className={styles.suggestions}>
      <p className={styles.label}>Still free and much like those that are taken:</p>
      <div className={styles.chips}>
        {suggested.map((word) => (
          <Button key={word} size="small" onPress={() => void words().add(account.id, word)}>
            {word}
          </Button>
        ))}
      </div>
    </section>
  )
}

/** Once the dialog of an order is closed, its words are no longer free: they are asked for again. */
function useCheckAfterOrder(): void {
  const isOrdering = useScreen('draft', (state) => state.asked?.kind === 'keywords')
  const words = useGetState('words')
  const accountId = useWordsAccount()?.id
  const was = useRef(isOrdering)
  useEffect(() => {
    if (was.current && !isOrdering && accountId) void words().check(accountId)
    was.current = isOrdering
  }, [isOrdering, accountId, words])
}

/** Nothing is bought by this: the dialog that opens checks everything first. */
function Order() {
  const report = useScreen('words', (state) => state.report)
  const chosen = useScreen('words', (state) => state.chosen)
  const draft = useGetState('draft')
  useCheckAfterOrder()
  const account = useWordsAccount()
  if (!account || !report?.words.some(({ standing }) => standing === 'free')) return null
  const things = report.words.filter(({ word }) => chosen.has(word)).map(({ word }) => word)
  const isReadOnly = account.readOnly
  return (
    <div className={styles.order}>
      <Button
        look="primary"
        isDisabled={things.length === 0 || isReadOnly}
        onPress={() => void draft().ask({ kind: 'keywords', accountId: account.id, things })}
      >
        {things.length === 0 ? 'Order keywords…' : `Order ${counted(things.length, 'keyword')}…`}
      </Button>
      <p className={styles.hint}>
        {isReadOnly
          ? 'This account is read only on this computer, so nothing can be bought with it.'
          : 'Nothing is bought before you confirm.'}
      </p>
    </div>
  )
}
