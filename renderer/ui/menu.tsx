import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components/Menu'
import styles from './menu.module.css'

export type MenuChoice = {
  readonly id: string
  readonly name: string
  readonly mark?: ReactNode
  readonly note?: string
  /** Given: the line is ticked or not, and the menu stays open. */
  readonly isOn?: boolean
  readonly choose: () => void
}

export type MenuPart = { readonly name: string; readonly choices: readonly MenuChoice[] }

type ChoiceMenuProps = {
  readonly label: string
  /** The button that opens it. */
  readonly opener: ReactNode
  readonly parts: readonly MenuPart[]
}

/** A menu in parts, whose lines can be ticked. */
export function ChoiceMenu({ label, opener, parts }: ChoiceMenuProps) {
  return (
    <MenuTrigger>
      {opener}
      <Popover className={styles.popover ?? ''}>
        <Menu aria-label={label} className={styles.menu ?? ''}>
          {parts.map((part) => (
            <Part key={part.name} part={part} />
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

function Part({ part }: { readonly part: MenuPart }) {
  const on = part.choices.filter(({ isOn }) => isOn).map(({ id }) => id)
  const canTick = part.choices.some(({ isOn }) => isOn !== undefined)
  return (
    <MenuSection
      className={styles.part ?? ''}
      selectionMode={canTick ? 'multiple' : 'none'}
      selectedKeys={on}
      shouldCloseOnSelect={!canTick}
    >
      <Header className={styles.header ?? ''}>{part.name}</Header>
      {part.choices.map(({ id, name, mark, note, choose }) => (
        <MenuItem key={id} id={id} textValue={name} onAction={choose} className={styles.item ?? ''}>
          {canTick && <Check aria-hidden="true" className={styles.tick} />}
          {mark}
          <span className={styles.name}>{name}</span>
          {note && <span className={styles.note}>{note}</span>}
        </MenuItem>
      ))}
    </MenuSection>
  )
}
