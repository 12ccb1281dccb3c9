import type { AccountView } from '../../../shared/model/account.ts'
import type { OrderRow } from '../../../shared/model/purchase.ts'
import { AccountName } from '../../ui/account-dot.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { PanelBody } from '../../ui/side-panel.tsx'
import { Status } from '../../ui/status.tsx'
import { accountTitle, price, providerNames } from '../../words.ts'
import { countWords } from '../item-words.ts'
import { clockTime, dayWords, orderSigns } from './order-words.ts'
import styles from './orders.module.css'

type ElsewhereProps = { readonly row: OrderRow; readonly account: AccountView | undefined }

/** An order that the provider lists and that was not made from this computer: no more is known of it than this. */
export function Elsewhere({ row, account }: ElsewhereProps) {
  const { tone, shape, word } = orderSigns[row.state]
  const provider = account ? providerNames[account.api] : 'The provider'
  return (
    <PanelBody>
      <p className={styles.quiet}>
        Made elsewhere: on {provider}’s web site or by another program. {provider} lists it, but not what was sent and
        answered.
      </p>
      <Facts>
        <Fact name="State">
          <Status tone={tone} shape={shape}>
            {word}
          </Status>
        </Fact>
        <Fact name="Outcome">{countWords(row.counts, row.kind) || 'not told'}</Fact>
        {account && (
          <Fact name="Account">
            <AccountName color={account.color} name={accountTitle(account)} />
          </Fact>
        )}
        <Fact name="Ordered">
          {row.createdAt === null ? 'not told' : `${dayWords(row.createdAt)}, ${clockTime(row.createdAt)}`}
        </Fact>
        <Fact name="Cost">{price(row.cost)}</Fact>
        <Fact name="Order number">
          <span className={styles.mono}>{row.orderId ?? row.id}</span>
        </Fact>
      </Facts>
    </PanelBody>
  )
}
