import type { AccountId, AccountView } from '../../../../shared/model/account.ts'

export type DetailPanelProps = {
  readonly accounts: ReadonlyMap<AccountId, AccountView>
  readonly now: number
  readonly onClosed: () => void
}
export function DetailPanel(_props: DetailPanelProps) {
  return null
}
