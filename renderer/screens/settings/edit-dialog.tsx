import { useState } from 'react'
import type { AccountView } from '../../../shared/model/account.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ColorPicker } from '../../ui/color-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { accountTitle, failureSentence, providerNames } from '../../words.ts'
import { useScreen } from '../stores.ts'

type EditDialogProps = { readonly account: AccountView; readonly onClose: () => void }

export function EditDialog({ account, onClose }: EditDialogProps) {
  const change = useScreen('accounts', (state) => state.change)
  const [name, setName] = useState(account.name)
  const [color, setColor] = useState(account.color)
  const [address, setAddress] = useState(account.address ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const save = async () => {
    const place = account.sample ? {} : { address: address.trim() || null }
    const reply = await change({ accountId: account.id, name: name.trim(), color, ...place })
    if (reply.ok) onClose()
    else setProblem(failureSentence(reply.failure, providerNames[account.api]))
  }
  return (
    <Dialog
      title={accountTitle(account)}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isDisabled={name.trim() === ''} onPress={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      {problem && <Banner tone="bad">{problem}</Banner>}
      <Field
        label="Name"
        value={name}
        onChange={setName}
        autoFocus
        problem={name.trim() === '' ? 'Give the account a name.' : null}
      />
      <ColorPicker chosen={color} onChoose={setColor} />
      {!account.sample && (
        <Field
          label="API address"
          value={address}
          onChange={setAddress}
          placeholder={`${providerNames[account.api]}’s own`}
          hint="Leave it empty for the provider’s own. Another one has to begin with https, or be on this computer."
        />
      )}
    </Dialog>
  )
}
