import { Copy } from 'lucide-react'
import { formatDay, today } from '../../../shared/calendar.ts'
import type { AccountView } from '../../../shared/model/account.ts'
import type { KeywordRow } from '../../../shared/model/keyword.ts'
import { AccountName } from '../../ui/account-dot.tsx'
import { Button } from '../../ui/button.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { PanelBody, SidePanel } from '../../ui/side-panel.tsx'
import { Status, Tag } from '../../ui/status.tsx'
import { toast } from '../../ui/toast.tsx'
import { accountTitle, age, providerNames } from '../../words.ts'
import { LeaseActions } from '../lease-actions.tsx'
import { endWords, renewWords } from '../lease-words.ts'
import { useScreen } from '../stores.ts'
import { keywordSign, textedTo } from './columns.tsx'
import styles from './keywords.module.css'

type KeywordPanelProps = {
  readonly row: KeywordRow
  readonly account: AccountView | undefined
  readonly now: number
  readonly onClosed: () => void
}

/** Everything about one keyword, as far as the provider tells it. */
export function KeywordPanel({ row, account, now, onClosed }: KeywordPanelProps) {
  const close = useScreen('keywords', (state) => state.close)
  const leave = () => {
    close()
    onClosed()
  }
  const to = textedTo(row)
  return (
    <SidePanel
      label={`Keyword ${row.keyword}`}
      area="keyword"
      back="Keywords"
      about={`${row.accountId} ${row.keyword}`}
      title={row.keyword}
      tools={<CopyKeyword keyword={row.keyword} />}
      under={
        <>
          <p className={styles.quiet}>{to ? `People text it to ${to}.` : 'Where it is texted to is not told.'}</p>
          {row.labels.length > 0 && (
            <p className={styles.labels}>
              {row.labels.map((label) => (
                <Tag key={label}>{label}</Tag>
              ))}
            </p>
          )}
        </>
      }
      onLeave={leave}
    >
      <PanelBody>
        <LeaseFacts row={row} account={account} now={now} />
        <Answers row={row} account={account} />
        {account && <LeaseActions account={account} kind="keyword" thing={row.keyword} leased={row} />}
      </PanelBody>
    </SidePanel>
  )
}

function CopyKeyword({ keyword }: Pick<KeywordRow, 'keyword'>) {
  const copy = async () => {
    await navigator.clipboard.writeText(keyword)
    toast(`Copied ${keyword}`)
  }
  return (
    <Button look="quiet" size="small" icon={<Copy aria-hidden="true" />} onPress={() => void copy()}>
      Copy
    </Button>
  )
}

function LeaseFacts({ row, account, now }: Omit<KeywordPanelProps, 'onClosed'>) {
  const { lease } = row
  const sign = keywordSign(row, today(now))
  return (
    <Facts>
      <Fact name="State">
        <Status tone={sign.tone} shape={sign.shape}>
          {sign.word}
        </Status>
      </Fact>
      {account && (
        <Fact name="Account">
          <AccountName color={account.color} name={accountTitle(account)} />
        </Fact>
      )}
      <Fact name="Since">{lease.begin ? formatDay(lease.begin, 'long') : 'not told'}</Fact>
      <Fact name={lease.autoRenew === false ? 'Ends' : 'Renews'}>{endWords(lease.end, today(now))}</Fact>
      <Fact name="Auto-renew">{renewWords(lease.autoRenew)}</Fact>
      <Fact name="Read">{age(row.readAt, now)}</Fact>
    </Facts>
  )
}

/** What happens to somebody who texts it. */
function Answers({ row, account }: Pick<KeywordPanelProps, 'row' | 'account'>) {
  const { contactListId = null, doubleOptIn = null, confirmation = null } = row
  const provider = account ? providerNames[account.api] : 'The provider'
  if (contactListId === null && doubleOptIn === null && confirmation === null) {
    return (
      <p className={styles.quiet}>
        What happens to people who text it (contact list, asking twice, the answer they get) is not told by {provider}{' '}
        for this keyword.
      </p>
    )
  }
  return (
    <Facts>
      <Fact name="Contact list">{contactListId ? `number ${contactListId}` : 'not told'}</Fact>
      <Fact name="Asked twice">{optInWords(doubleOptIn)}</Fact>
      <Fact name="Answer">{confirmation ? `“${confirmation}”` : 'not told'}</Fact>
    </Facts>
  )
}

function optInWords(doubleOptIn: boolean | null): string {
  if (doubleOptIn === null) return 'not told'
  return doubleOptIn ? 'yes: people confirm before they are put on the list' : 'no: one text is enough'
}
