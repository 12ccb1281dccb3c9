import { X } from 'lucide-react'
import {
  UNSTABLE_Toast as AriaToast,
  Button,
  Text,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast'
import styles from './toast.module.css'

const queue = new ToastQueue<string>({ maxVisibleToasts: 3 })

/** Five seconds is the least that React Aria's guidance gives a person to read and reach a toast. */
const shownMs = 5000

/** Says that something small was done. Never the only place where a failure is told. */
export const toast = (text: string): void => {
  queue.add(text, { timeout: shownMs })
}

export function Toasts() {
  return (
    <ToastRegion queue={queue} data-area="notifications" className={styles.region ?? ''}>
      {({ toast }) => (
        <AriaToast toast={toast} className={styles.toast ?? ''}>
          <ToastContent>
            <Text slot="title">{toast.content}</Text>
          </ToastContent>
          <Button slot="close" aria-label="Close" className={styles.close ?? ''}>
            <X aria-hidden="true" />
          </Button>
        </AriaToast>
      )}
    </ToastRegion>
  )
}
