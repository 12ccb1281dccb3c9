import { X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import styles from './chip.module.css'
import { cx } from './cx.ts'
import type { Tone } from './status.tsx'

type FilterChipProps = {
  readonly name: string
  /** As text; null while it is not known. */
  readonly count: string | null
  /** Colours the count of what wants a look. */
  readonly tone: Tone
  readonly isOn: boolean
  readonly onToggle: () => void
}

/** A filter that is one press away, with how many it lets through. */
export function FilterChip({ name, count, tone, isOn, onToggle }: FilterChipProps) {
  return (
    <ToggleButton isSelected={isOn} onChange={onToggle} className={styles.chip ?? ''}>
      {name}
      {count !== null && <span className={cx(styles.count, styles[tone])}>{count}</span>}
    </ToggleButton>
  )
}

/** A filter that is on, to be taken away. */
export function RemoveChip({ name, onRemove }: { readonly name: string; readonly onRemove: () => void }) {
  return (
    <Button aria-label={`Remove filter: ${name}`} onPress={onRemove} className={cx(styles.chip, styles.remove)}>
      {name}
      <X aria-hidden="true" />
    </Button>
  )
}
