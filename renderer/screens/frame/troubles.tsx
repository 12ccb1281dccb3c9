import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { failureSentence } from '../../words.ts'
import { useScreen } from '../stores.ts'
import { isNews } from './news.ts'
import styles from './troubles.module.css'

/** What happened to the data while it was opened, and lists of our own that could not be read. */
export function Troubles() {
  const notices = (useScreen('app', (state) => state.info?.notices) ?? []).filter((notice) => !isNews(notice))
  const dismiss = useScreen('app', (state) => state.dismissNotice)
  const failure = useOwnFailure()
  if (notices.length === 0 && !failure) return null
  return (
    <div className={styles.troubles}>
      {failure && <Banner tone="bad">{failureSentence(failure)}</Banner>}
      {notices.map(({ id, sentence }) => (
        <Banner
          key={id}
          tone="warn"
          actions={
            <Button size="small" onPress={() => void dismiss(id)}>
              Got it
            </Button>
          }
        >
          {sentence}
        </Banner>
      ))}
    </div>
  )
}

function useOwnFailure() {
  const app = useScreen('app', (state) => state.failure)
  const accounts = useScreen('accounts', (state) => state.failure)
  const sync = useScreen('sync', (state) => state.failure)
  const settings = useScreen('settings', (state) => state.failure)
  const numbers = useScreen('numbers', (state) => (state.total === null ? null : state.failure))
  return app ?? accounts ?? sync ?? settings ?? numbers
}
