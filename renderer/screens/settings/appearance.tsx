import type { Settings } from '../../../shared/model/settings.ts'
import { RadioCards, type RadioChoice } from '../../ui/radio-cards.tsx'
import { useScreen } from '../stores.ts'
import styles from './settings.module.css'

const themes: readonly RadioChoice<Settings['theme']>[] = [
  { id: 'system', name: 'As the system', hint: 'Follows this computer' },
  { id: 'light', name: 'Light' },
  { id: 'dark', name: 'Dark' },
]

const densities: readonly RadioChoice<Settings['density']>[] = [
  { id: 'compact', name: 'Compact', hint: 'One line a number' },
  { id: 'normal', name: 'Normal', hint: 'Number and place' },
  { id: 'comfortable', name: 'Comfortable', hint: 'More room around both' },
]

export function Appearance() {
  const settings = useScreen('settings', (state) => state.settings)
  const change = useScreen('settings', (state) => state.change)
  return (
    <div className={styles.column}>
      <RadioCards
        label="Colors"
        layout="row"
        choices={themes}
        chosen={settings?.theme ?? null}
        onChoose={(theme) => void change({ theme })}
      />
      <RadioCards
        label="Rows"
        layout="row"
        choices={densities}
        chosen={settings?.density ?? null}
        onChoose={(density) => void change({ density })}
      />
    </div>
  )
}
