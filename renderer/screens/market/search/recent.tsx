import { Bell, X } from 'lucide-react'
import type { RecentSearch } from '../../../../shared/model/market.ts'
import { IconButton } from '../../../ui/button.tsx'
import { Hidden } from '../../../ui/hidden.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { age, counted, failureSentence } from '../../../words.ts'
import { useScreen } from '../../stores.ts'
import { searchWords } from '../market-words.ts'
import styles from './search.module.css'

/** What was looked for before; one press shows it as it was found then. */
export function Recent() {
  const recent = useScreen('market', (state) => state.recent)
  const shown = useScreen('market', (state) => state.shown?.searchId ?? null)
  const now = useNow(30_000)
  if (recent.length === 0) return null
  return (
    <div className={styles.recent}>
      <h3 className={styles.label}>Recent searches</h3>
      <ul>
        {recent.map((search) => (
          <Line key={search.searchId} search={search} isShown={search.searchId === shown} now={now} />
        ))}
      </ul>
    </div>
  )
}

type LineProps = { readonly search: RecentSearch; readonly isShown: boolean; readonly now: number }

function Line({ search, isShown, now }: LineProps) {
  const recall = useScreen('market', (state) => state.recall)
  const forget = useScreen('market', (state) => state.forget)
  const words = searchWords(search.query)
  const drop = async () => {
    const failure = await forget(search.searchId)
    if (failure) toast(failureSentence(failure))
  }
  return (
    <li className={styles.line}>
      <button
        type="button"
        className={styles.recall}
        aria-current={isShown ? 'true' : undefined}
        onClick={() => recall(search)}
      >
        <span className={styles.words}>{words}</span>
        <span className={styles.caption}>
          {counted(search.found, 'number')}, {age(search.askedAt, now)}
          {search.watched && (
            <>
              {' · '}
              <Bell aria-hidden="true" /> watched
            </>
          )}
        </span>
      </button>
      <IconButton label={`Forget the search ${words}`} icon={<X aria-hidden="true" />} onPress={() => void drop()} />
      {isShown && <Hidden>shown</Hidden>}
    </li>
  )
}
