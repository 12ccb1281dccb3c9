import { FolderOpen } from 'lucide-react'
import type { Notice } from '../../../shared/model/settings.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { type Choice, Select } from '../../ui/select.tsx'
import { toast } from '../../ui/toast.tsx'
import { failureSentence } from '../../words.ts'
import { useScreen } from '../stores.ts'
import styles from './settings.module.css'

const intervals: readonly Choice<string>[] = [
  { id: '0', name: 'Only when I say so' },
  { id: '5', name: 'Every 5 minutes' },
  { id: '15', name: 'Every 15 minutes' },
  { id: '30', name: 'Every 30 minutes' },
  { id: '60', name: 'Every hour' },
]

export function DataSettings() {
  return (
    <div className={styles.column}>
      <Folder />
      <Interval />
      <Notices />
    </div>
  )
}

function Folder() {
  const folder = useScreen('app', (state) => state.info?.dataFolder)
  const open = useScreen('app', (state) => state.openDataFolder)
  const show = async () => {
    const failure = await open()
    if (failure) toast(failureSentence(failure))
  }
  return (
    <section className={styles.card} aria-label="Data folder">
      <h2 className={styles.part}>Where your data lies</h2>
      <p className={styles.quiet}>
        Everything that was read, and nothing else, lies in this folder on this computer. Nothing is sent anywhere but
        to your providers.
      </p>
      <p>
        <code className={styles.path}>{folder}</code>
      </p>
      <div className={styles.row}>
        <Button icon={<FolderOpen aria-hidden="true" />} onPress={() => void show()}>
          Open the folder
        </Button>
      </div>
    </section>
  )
}

function Interval() {
  const minutes = useScreen('settings', (state) => state.settings?.syncEveryMinutes ?? null)
  const change = useScreen('settings', (state) => state.change)
  const known = intervals.some(({ id }) => id === String(minutes))
  const choices =
    known || minutes === null ? intervals : [...intervals, { id: String(minutes), name: `Every ${minutes} minutes` }]
  return (
    <section className={styles.card} aria-label="Reading again">
      <h2 className={styles.part}>Reading again</h2>
      <p className={styles.quiet}>
        While the window is open, lists are read again from the providers; also at start and when the connection comes
        back.
      </p>
      <div className={styles.narrow}>
        <Select
          label="How often"
          choices={choices}
          chosen={minutes === null ? null : String(minutes)}
          onChoose={(id) => void change({ syncEveryMinutes: Number(id) })}
        />
      </div>
    </section>
  )
}

/** Told by the bell: they happened to orders and searches, not to the data. */
const news: readonly Notice['kind'][] = ['orderSettled', 'searchFound']

function Notices() {
  const notices = (useScreen('app', (state) => state.info?.notices) ?? []).filter(({ kind }) => !news.includes(kind))
  const dismiss = useScreen('app', (state) => state.dismissNotice)
  return (
    <section className={styles.card} aria-label="Notices">
      <h2 className={styles.part}>Notices</h2>
      {notices.length === 0 && <p className={styles.quiet}>Nothing has happened to your data.</p>}
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
    </section>
  )
}
