import { ReceiptText, SearchX, TriangleAlert } from 'lucide-react'
import { isNarrow } from '../../stores/orders.ts'
import { Button } from '../../ui/button.tsx'
import { Message } from '../../ui/message.tsx'
import { failureSentence } from '../../words.ts'
import { marketPlace, usePlace } from '../place.ts'
import { useGetState, useScreen } from '../stores.ts'

/** What stands in the list's place when it has no rows. */
export function Empty() {
  const failure = useScreen('orders', (state) => (state.total === null ? state.failure : null))
  const reload = useScreen('orders', (state) => state.reload)
  const isFiltered = useScreen('orders', (state) => isNarrow(state.filter))
  const hasAccount = useScreen('orders', (state) => state.filter.accountIds.length > 0)
  if (failure) {
    return (
      <Message
        icon={<TriangleAlert aria-hidden="true" />}
        title="The orders could not be read"
        actions={<Button onPress={reload}>Try again</Button>}
      >
        <p>{failureSentence(failure)}</p>
      </Message>
    )
  }
  return isFiltered || hasAccount ? <NoneMatch /> : <NoneMade />
}

function NoneMatch() {
  const clear = useScreen('orders', (state) => state.clearFilter)
  const numbers = useGetState('numbers')
  const showAll = () => {
    clear()
    numbers().setFilter({ ...numbers().filter, accountIds: [] })
  }
  return (
    <Message
      icon={<SearchX aria-hidden="true" />}
      title="No order matches all of this"
      actions={<Button onPress={showAll}>Show all orders</Button>}
    >
      <p>Orders are filtered by state, by month, and by the accounts that are chosen at the top.</p>
    </Message>
  )
}

function NoneMade() {
  const { go } = usePlace()
  return (
    <Message
      icon={<ReceiptText aria-hidden="true" />}
      title="No orders made from this computer"
      actions={<Button onPress={() => go(marketPlace)}>Find a number</Button>}
    >
      <p>
        What you buy or release here is listed with everything the provider answered. Orders made elsewhere stand here
        once the provider lists them; their numbers appear in Numbers.
      </p>
    </Message>
  )
}
