import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { cx } from './cx.ts'
import styles from './dialog.module.css'

type DialogProps = {
  readonly title: string
  /** `alert` for questions that cannot be taken back. */
  readonly kind?: 'plain' | 'alert'
  readonly size?: 'normal' | 'wide'
  readonly onClose: () => void
  readonly children: ReactNode
  readonly actions: ReactNode
}

/** A dialog that is open while it is rendered; focus returns to where it was. */
export function Dialog({ title, kind = 'plain', size = 'normal', onClose, children, actions }: DialogProps) {
  return (
    <ModalOverlay
      isOpen
      isDismissable={kind === 'plain'}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      className={styles.scrim ?? ''}
    >
      <Modal className={cx(styles.modal, size === 'wide' && styles.wide)}>
        <AriaDialog role={kind === 'alert' ? 'alertdialog' : 'dialog'} className={styles.dialog ?? ''}>
          <Heading slot="title" className={styles.title ?? ''}>
            {title}
          </Heading>
          <div className={styles.body}>{children}</div>
          <div className={styles.actions}>{actions}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
