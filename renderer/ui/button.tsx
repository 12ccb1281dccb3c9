import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import styles from './button.module.css'
import { cx } from './cx.ts'

export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger' | 'dangerPlain'

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'isPending'> & {
  /** What was pressed is being done: it keeps the focus, which a disabled button would lose, and does nothing more. */
  readonly isBusy?: boolean
  readonly look?: ButtonLook
  readonly size?: 'normal' | 'small'
  readonly icon?: ReactNode
  readonly children?: ReactNode
  readonly ref?: Ref<HTMLButtonElement>
}

export function Button({ look = 'plain', size = 'normal', isBusy = false, icon, children, ...rest }: ButtonProps) {
  const busy = isBusy ? ({ 'aria-disabled': true, type: 'button', onPress: () => undefined } as const) : {}
  return (
    <AriaButton {...rest} {...busy} className={cx(styles.button, styles[look], size === 'small' && styles.small)}>
      {icon}
      {children}
    </AriaButton>
  )
}

/** A button that shows an icon alone; `label` is its name. */
export function IconButton({
  label,
  icon,
  ...rest
}: Omit<ButtonProps, 'children' | 'isBusy'> & { readonly label: string }) {
  return (
    <AriaButton {...rest} aria-label={label} className={cx(styles.button, styles.quiet, styles.icon)}>
      {icon}
    </AriaButton>
  )
}
