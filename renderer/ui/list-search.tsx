import { Search, X } from 'lucide-react'
import { SearchField as AriaSearchField, Button, Input } from 'react-aria-components/SearchField'
import styles from './search-field.module.css'

type ListSearchProps = {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly onChange: (text: string) => void
}

/** Filters one list, beside its title; Esc empties it. */
export function ListSearch({ label, placeholder, value, onChange }: ListSearchProps) {
  return (
    <AriaSearchField aria-label={label} value={value} onChange={onChange} className={styles.listSearch ?? ''}>
      <Search aria-hidden="true" className={styles.icon} />
      <Input placeholder={placeholder} spellCheck={false} className={styles.input ?? ''} />
      <Button aria-label="Clear the search" className={styles.clear ?? ''}>
        <X aria-hidden="true" />
      </Button>
    </AriaSearchField>
  )
}
