import type { AccountId, AccountView } from '../../../shared/model/account.ts'
import { EditDialog } from './edit-dialog.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { TestDialog } from './test-dialog.tsx'

/** What the owner wants to do with an account. */
export type Asked = { readonly what: 'test' | 'edit' | 'keys' | 'remove'; readonly accountId: AccountId }

type AccountDialogProps = {
  readonly asked: Asked
  readonly account: AccountView
  readonly onClose: () => void
}

export function AccountDialog({ asked: { what }, account, onClose }: AccountDialogProps) {
  switch (what) {
    case 'test':
      return <TestDialog account={account} onClose={onClose} />
    case 'edit':
      return <EditDialog account={account} onClose={onClose} />
    case 'keys':
      return <KeysDialog account={account} onClose={onClose} />
    case 'remove':
      return <RemoveDialog account={account} onClose={onClose} />
    default:
      return what satisfies never
  }
}
