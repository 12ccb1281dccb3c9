import { useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SecretField } from '../../ui/secret-field.tsx'
import { failureSentence } from '../../words.ts'
import { useScreen } from '../stores.ts'

/** Opens every account that the passphrase fits. */
export function UnlockDialog({ onClose }: { readonly onClose: () => void }) {
  const unlock = useScreen('accounts', (state) => state.unlock)
  const start = useScreen('sync', (state) => state.start)
  const passphrase = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const open = async () => {
    const text = passphrase.current?.value ?? ''
    if (text === '') return setProblem('Type the passphrase with which you sealed the keys.')
    const unlocking = unlock(text)
    if (passphrase.current) passphrase.current.value = ''
    const reply = await unlocking
    if (!reply.ok) return setProblem(failureSentence(reply.failure))
    void start(null)
    onClose()
  }
  return (
    <Dialog
      title="Unlock the keys"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" onPress={() => void open()}>
            Unlock
          </Button>
        </>
      }
    >
      <SecretField
        label="Passphrase"
        inputRef={passphrase}
        problem={problem}
        hint="It stays on this computer and is forgotten when Linekeeper is closed."
      />
    </Dialog>
  )
}
