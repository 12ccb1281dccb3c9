import { useRef, useState } from 'react'
import type { AccountView } from '../../../shared/model/account.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { toast } from '../../ui/toast.tsx'
import { accountTitle, failureSentence, providerNames } from '../../words.ts'
import { bestKeeping, clearSecrets, KeepingChoice, KeyFields, readSecrets, type SecretInputs } from '../keys-form.tsx'
import { useScreen } from '../stores.ts'

type KeysDialogProps = { readonly account: AccountView; readonly onClose: () => void }
type Wrong = { readonly problem: string | null; readonly missing: 'login' | 'secret' | 'passphrase' | null }

const nothingWrong: Wrong = { problem: null, missing: null }

export function KeysDialog({ account, onClose }: KeysDialogProps) {
  const keystore = useScreen('app', (state) => state.info?.keystore ?? null)
  const replaceKeys = useScreen('accounts', (state) => state.replaceKeys)
  const start = useScreen('sync', (state) => state.start)
  const [keeping, setKeeping] = useState(bestKeeping(keystore))
  const [{ problem, missing }, setWrong] = useState(nothingWrong)
  const inputs: SecretInputs = {
    login: useRef<HTMLInputElement>(null),
    secret: useRef<HTMLInputElement>(null),
    passphrase: useRef<HTMLInputElement>(null),
  }
  const save = async () => {
    const { login, secret, passphrase } = readSecrets(inputs)
    if (login === '') return setWrong({ problem: null, missing: 'login' })
    if (secret === '') return setWrong({ problem: null, missing: 'secret' })
    if (keeping === 'passphrase' && !passphrase) return setWrong({ problem: null, missing: 'passphrase' })
    const sealedWith = keeping === 'passphrase' ? passphrase : null
    const replacing = replaceKeys({ accountId: account.id, login, secret, keeping, passphrase: sealedWith })
    clearSecrets(inputs)
    const reply = await replacing
    if (!reply.ok)
      return setWrong({ problem: failureSentence(reply.failure, providerNames[account.api]), missing: null })
    toast(`New keys for ${accountTitle(account)}`)
    void start(account.id)
    onClose()
  }
  return (
    <Dialog
      title={`New keys for ${accountTitle(account)}`}
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" onPress={() => void save()}>
            Replace the keys
          </Button>
        </>
      }
    >
      {problem && <Banner tone="bad">{problem}</Banner>}
      <KeyFields api={account.api} inputs={inputs} missing={missing === 'passphrase' ? null : missing} />
      <KeepingChoice
        keystore={keystore}
        chosen={keeping}
        onChoose={setKeeping}
        passphrase={inputs.passphrase}
        isPassphraseMissing={missing === 'passphrase'}
      />
    </Dialog>
  )
}
