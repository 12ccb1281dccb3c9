import { type TabItem, Tabs } from '../../ui/tabs.tsx'
import { type SettingsTab, settingsPlace, usePlace } from '../place.ts'
import { ShortcutList } from '../shortcut-list.tsx'
import { About } from './about.tsx'
import { Accounts } from './accounts.tsx'
import { Appearance } from './appearance.tsx'
import { DataSettings } from './data-settings.tsx'
import styles from './settings.module.css'
import { Spending } from './spending.tsx'
import { SyncDetails } from './sync-details.tsx'

export function SettingsScreen() {
  const { place, go } = usePlace()
  const here = place.screen === 'settings' ? place : null
  const accountId = here?.accountId ?? null
  const tabs: readonly TabItem<SettingsTab>[] = [
    { id: 'accounts', name: 'Accounts', content: <Accounts accountId={accountId} /> },
    { id: 'spending', name: 'Spending', content: <Spending /> },
    { id: 'sync', name: 'Sync', content: <SyncDetails accountId={accountId} /> },
    { id: 'appearance', name: 'Appearance', content: <Appearance /> },
    { id: 'data', name: 'Data', content: <DataSettings /> },
    { id: 'shortcuts', name: 'Keyboard', content: <Shortcuts /> },
    { id: 'about', name: 'About', content: <About /> },
  ]
  return (
    <section className={styles.screen} aria-label="Settings">
      <h1 className={styles.title}>Settings</h1>
      <Tabs label="Settings" tabs={tabs} chosen={here?.tab ?? 'accounts'} onChoose={(tab) => go(settingsPlace(tab))} />
    </section>
  )
}

const Shortcuts = () => (
  <div className={styles.column}>
    <ShortcutList />
  </div>
)
