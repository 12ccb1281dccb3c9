import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import type { AccountColor } from '../../shared/model/account.ts'
import { AccountDot } from './account-dot.tsx'
import styles from './color-picker.module.css'

const names: Readonly<Record<AccountColor, string>> = {
  blue: 'Blue',
  orange: 'Orange',
  green: 'Green',
  violet: 'Violet',
  pink: 'Pink',
  teal: 'Teal',
  gold: 'Gold',
  slate: 'Slate',
}

/** All colours that an account can have, in their order. */
export const accountColorNames = Object.entries(names) as readonly (readonly [AccountColor, string])[]

type ColorPickerProps = { readonly chosen: AccountColor; readonly onChoose: (color: AccountColor) => void }

export function ColorPicker({ chosen, onChoose }: ColorPickerProps) {
  return (
    <RadioGroup
      value={chosen}
      onChange={(value) => {
        const color = accountColorNames.find(([id]) => id === value)
        if (color) onChoose(color[0])
      }}
      orientation="horizontal"
      className={styles.picker ?? ''}
    >
      <Label className={styles.label ?? ''}>Color</Label>
      <div className={styles.colors}>
        {accountColorNames.map(([color, name]) => (
          <Radio key={color} value={color} aria-label={name} className={styles.color ?? ''}>
            <AccountDot color={color} />
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
