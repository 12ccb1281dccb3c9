import { X } from 'lucide-react'
import type { AccountView } from '../../../../shared/model/account.ts'
import type { BasketGroup, BasketLine } from '../../../../shared/model/market.ts'
import { AccountName } from '../../../ui/account-dot.tsx'
import { Button, IconButton } from '../../../ui/button.tsx'
import { PhoneText } from '../../../ui/phone-text.tsx'
import { Status } from '../../../ui/status.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useTick } from '../../../ui/use-tick.ts'
import { accountTitle, counted, failureSentence } from '../../../words.ts'
import { useGetState, useScreen } from '../../stores.ts'
import { placeWords, priceWords, seenAgo } from '../market-words.ts'
import { useOnline } from '../use-online.ts'
import styles from './basket.module.css'
import { Sums } from './sums.tsx'

type GroupProps = { readonly group: BasketGroup; readonly account: AccountView | undefined }

/** One account's part of the basket: a purchase is made with one account at a time. */
export function Group({ group, account }: GroupProps) {
  const name = account ? accountTitle(account) : 'An account'
  return (
    <section className={styles.group} aria-label={name}>
      {account && (
        <h3 className={styles.account}>
          <AccountName color={account.color} name={name} />
        </h3>
      )}
      <ul className={styles.lines}>
        {group.lines.map((line) => (
          <Line key={line.number} line={line} />
        ))}
      </ul>
      <Sums group={group} />
      <Buy group={group} account={account} />
    </section>
  )
}

function Line({ line }: { readonly line: BasketLine }) {
  const remove = useScreen('market', (state) => state.remove)
  const take = async () => {
    const failure = await remove([line])
    if (failure) toast(failureSentence(failure))
  }
  const place = placeWords(line.place)
  return (
    <li className={styles.line}>
      <span className={styles.lineText}>
        <span className={styles.number}>
          <PhoneText display={line.display} />
        </span>
        <span className={styles.caption}>
          {place && `${place} · `}
          {line.monthly ? `${priceWords(line.monthly)} a month` : 'price not known'}
        </span>
        <LineState line={line} />
      </span>
      <IconButton
        label={`Take ${line.display} out of the basket`}
        icon={<X aria-hidden="true" />}
        onPress={() => void take()}
      />
    </li>
  )
}

function LineState({ line }: { readonly line: BasketLine }) {
  switch (line.standing) {
    case 'free':
      return <SeenLine seenAt={line.seenAt} />
    case 'yours':
      return (
        <Status tone="good" shape="disc">
          yours already
        </Status>
      )
    case 'checking':
      return (
        <Status tone="wait" shape="clock">
          a purchase of it is being checked
        </Status>
      )
    default:
      return line.standing satisfies never
  }
}

/** Nothing is reserved: when it was seen for sale is all that is known. */
function SeenLine({ seenAt }: { readonly seenAt: number }) {
  const words = useTick((now) => `seen for sale ${seenAgo(seenAt, now)}`)
  return <span className={styles.caption}>{words}</span>
}

function Buy({ group, account }: GroupProps) {
  const draft = useGetState('draft')
  const isOnline = useOnline()
  const free = group.lines.filter(({ standing }) => standing === 'free').map(({ number }) => number)
  const why = whyNot({ isOnline, account, free: free.length })
  return (
    <div className={styles.buy}>
      <Button
        look="primary"
        isDisabled={why !== null}
        onPress={() => void draft().ask({ kind: 'numbers', accountId: group.accountId, things: free })}
      >
        {free.length === 0 ? 'Buy…' : `Buy ${counted(free.length, 'number')}…`}
      </Button>
      <p className={styles.caption}>{why ?? 'Nothing is bought before you confirm.'}</p>
    </div>
  )
}

type Buyable = { readonly isOnline: boolean; readonly account: AccountView | undefined; readonly free: number }

function whyNot({ isOnline, account, free }: Buyable): string | null {
  if (free === 0) return 'Nothing here is left to buy.'
  if (account?.readOnly) return 'This account is read only: nothing can be bought with it from this computer.'
  return isOnline ? null : 'Buying needs a connection.'
}
