import type { KeyboardEvent, ReactNode } from 'react'
import { ComboBox, FieldError, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components/ComboBox'
import styles from './combo-box.module.css'
import { cx } from './cx.ts'
import field from './field.module.css'
import select from './select.module.css'

export type ComboItem = { readonly id: string; readonly name: string; readonly mark?: ReactNode }

type SuggestFieldProps = {
  readonly label: string
  readonly value: string
  /** Typing; choosing an item calls `onChoose` alone. */
  readonly onType: (text: string) => void
  readonly items: readonly ComboItem[]
  readonly onChoose: (id: string) => void
  readonly hint?: ReactNode
  /** Names the field and the fix; null: nothing is wrong. */
  readonly problem?: string | null
  readonly placeholder?: string
}

/** Enter takes what is marked in the list; while nothing is, it is meant for the form, as in any other field. */
function onEnter(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key === 'Enter' && !event.currentTarget.getAttribute('aria-activedescendant'))
    event.currentTarget.form?.requestSubmit()
}

/** A text field that offers what may be meant. Whatever is typed stays, offered or not. */
export function SuggestField(props: SuggestFieldProps) {
  const { label, value, onType, items, onChoose, hint, problem, placeholder = '' } = props
  return (
    <ComboBox
      allowsCustomValue
      // What is offered comes after the typing that asks for it, so the list is open before it has anything.
      allowsEmptyCollection
      menuTrigger="input"
      items={items}
      inputValue={value}
      onInputChange={onType}
      value={null}
      onChange={(key) => {
        if (key !== null) onChoose(String(key))
      }}
      isInvalid={Boolean(problem)}
      validationBehavior="aria"
      className={field.field ?? ''}
    >
      <Label className={field.label ?? ''}>{label}</Label>
      <Input
        placeholder={placeholder}
        spellCheck={false}
        autoComplete="off"
        onKeyDownCapture={onEnter}
        className={field.input ?? ''}
      />
      {hint && (
        <Text slot="description" className={field.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={field.problem ?? ''}>{problem}</FieldError>
      <Popover className={cx(styles.popover, items.length === 0 && styles.empty)}>
        <ListBox<ComboItem> className={select.list ?? ''}>
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.name} className={select.item ?? ''}>
              <span className={select.named}>
                {item.mark}
                <span className={select.name}>{item.name}</span>
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
