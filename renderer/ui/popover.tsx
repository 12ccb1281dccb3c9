import type { ComponentProps, ReactNode } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover as AriaPopover } from 'react-aria-components/Popover'
import styles from './popover.module.css'

type PopoverProps = {
  readonly label: string
  readonly opener: ReactNode
  readonly children: ComponentProps<typeof Dialog>['children']
}

/** A small sheet that hangs from the button that opens it. */
export function Popover({ label, opener, children }: PopoverProps) {
  return (
    <DialogTrigger>
      {opener}
      {/* A section, so that the buttons that React Aria puts around the dialog lie in a landmark too. */}
      <AriaPopover placement="bottom end" className={styles.popover ?? ''} render={(props) => <section {...props} />}>
        <Dialog aria-label={label} className={styles.dialog ?? ''}>
          {children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
