import type { AccountId, AccountView } from '../../../shared/model/account.ts'
import type { NumberKey } from '../../../shared/model/number.ts'
import type { LeaseAsk } from '../../stores/leases.ts'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.tsx'
import { accountTitle, count, failureSentence } from '../../words.ts'
import { useGetState, useScreen } from '../stores.ts'
import { useAccountMap } from '../use-accounts.ts'

/** As many as one request may be about. */
const most = 500

/** Giving the selected numbers up, one account after the other; or why that cannot be done now. */
export function GiveUp({ selected }: { readonly selected: number }) {
  const isOnline = useScreen('app', (state) => state.info?.online ?? true)
  const accounts = useAccountMap()
  const numbers = useGetState('numbers')
  const leases = useGetState('leases')
  const start = async () => {
    const reply = await numbers().selectedKeys()
    if (!reply.ok) return toast(failureSentence(reply.failure))
    const { asks, readOnly } = asksOf(reply.value, accounts)
    if (asks.length === 0)
      return toast(`${readOnly.join(' and ')} can only be read on this computer. Switch that off in Settings first.`)
    if (readOnly.length > 0) toast(`Left out, because it can only be read here: ${readOnly.join(', ')}`)
    await leases().ask(asks)
  }
  if (!isOnline) return <Button isDisabled>Give up: needs a connection</Button>
  if (selected > most) return <Button isDisabled>Give up: select {count(most)} at most</Button>
  return (
    <Button look="dangerPlain" onPress={() => void start()}>
      Give up…
    </Button>
  )
}

/** An account a question, in the mildest way that its provider has. */
export function asksOf(
  keys: readonly NumberKey[],
  accounts: ReadonlyMap<AccountId, AccountView>,
): { readonly asks: readonly LeaseAsk[]; readonly readOnly: readonly string[] } {
  const asks: LeaseAsk[] = []
  const readOnly: string[] = []
  for (const account of accounts.values()) {
    const things = keys.filter(({ accountId }) => accountId === account.id).map(({ number }) => number)
    if (things.length === 0) continue
    const wish = account.facets.includes('leases') ? 'autoRenewOff' : 'release'
    if (account.readOnly) readOnly.push(accountTitle(account))
    else asks.push({ accountId: account.id, kind: 'number', things, wish })
  }
  return { asks, readOnly }
}
