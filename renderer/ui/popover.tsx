import type { ReactNode } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover as AriaPopover } from 'react-aria-components/Popover'
import styles from './popover.module.css'

type PopoverProps = { readonly label: string; readonly opener: ReactNode; readonly children: ReactNode }

/** A small sheet that hangs from the button that opens it. */
export function Popover({ label, opener, children }: PopoverProps) {
  return (
    <DialogTrigger>
      {opener}
      <AriaPopover placement="bottom end" className={styles.popover ?? ''}>
        <Dialog aria-label={label} className={styles.dialog ?? ''}>
          {children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
