import { Search, X } from 'lucide-react'
import type { Ref } from 'react'
import { SearchField as AriaSearchField, Button, Input } from 'react-aria-components/SearchField'
import { Kbd } from './kbd.tsx'
import styles from './search-field.module.css'

type SearchFieldProps = {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly onChange: (text: string) => void
  /** Arrow down leaves the box for what was found. */
  readonly onLeave: () => void
  readonly inputRef: Ref<HTMLInputElement>
}

export function SearchField({ label, placeholder, value, onChange, onLeave, inputRef }: SearchFieldProps) {
  return (
    <AriaSearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown' || event.key === 'Enter') onLeave()
        else event.continuePropagation()
      }}
      className={styles.search ?? ''}
    >
      <Search aria-hidden="true" className={styles.icon} />
      <Input ref={inputRef} placeholder={placeholder} spellCheck={false} className={styles.input ?? ''} />
      <span className={styles.key} aria-hidden="true">
        <Kbd>/</Kbd>
      </span>
      <Button aria-label="Clear the search" className={styles.clear ?? ''}>
        <X aria-hidden="true" />
      </Button>
    </AriaSearchField>
  )
}
