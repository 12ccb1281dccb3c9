import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ShortcutList } from '../shortcut-list.tsx'

/** All keys on one page; `?` opens it. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog
      title="Keyboard"
      size="wide"
      onClose={onClose}
      actions={
        <Button autoFocus onPress={onClose}>
          Close
        </Button>
      }
    >
      <ShortcutList />
    </Dialog>
  )
}
