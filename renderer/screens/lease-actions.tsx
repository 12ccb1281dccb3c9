import type { AccountView } from '../../shared/model/account.ts'
import type { LeasedThings } from '../../shared/model/lease.ts'
import type { LeaseWish } from '../stores/leases.ts'
import { Button } from '../ui/button.tsx'
import { providerNames } from '../words.ts'
import styles from './lease-actions.module.css'
import type { Leased } from './lease-words.ts'
import { useScreen } from './stores.ts'

type LeaseActionsProps = {
  readonly account: AccountView
  readonly kind: LeasedThings['kind']
  /** E.164, or the keyword. */
  readonly thing: string
  readonly leased: Leased
}

/** What can be done about keeping a number or keyword or giving it up; or why nothing can right now. */
export function LeaseActions({ account, kind, thing, leased }: LeaseActionsProps) {
  const ask = useScreen('leases', (state) => state.ask)
  const isOnline = useScreen('app', (state) => state.info?.online ?? true)
  const wish = wishFor(account, leased)
  if (wish === null) return null
  const obstacle = obstacleTo({ account, isOnline, leased, kind })
  const { question, button } = words[wish]
  return (
    <section className={styles.actions} aria-label="Keeping it or giving it up">
      <div className={styles.row}>
        <p className={styles.question}>{question}</p>
        <Button
          look={wish === 'keep' ? 'plain' : 'dangerPlain'}
          isDisabled={obstacle !== null}
          onPress={() => void ask([{ accountId: account.id, kind, things: [thing], wish }])}
        >
          {button}
        </Button>
      </div>
      {obstacle && <p className={styles.why}>{obstacle}</p>}
    </section>
  )
}

const words: Readonly<Record<LeaseWish, { readonly question: string; readonly button: string }>> = {
  autoRenewOff: { question: 'No longer needed?', button: 'Turn off auto-renew…' },
  release: { question: 'No longer needed?', button: 'Release…' },
  keep: { question: 'Needed after all?', button: 'Turn auto-renew on again…' },
}

/** The mildest way that the provider has; null where there is nothing to give up. */
function wishFor({ facets }: AccountView, { state, lease }: Leased): LeaseWish | null {
  if (state === 'gone') return null
  if (!facets.includes('leases')) return 'release'
  return lease?.autoRenew === false ? 'keep' : 'autoRenewOff'
}

type Around = Pick<LeaseActionsProps, 'account' | 'kind' | 'leased'> & { readonly isOnline: boolean }

function obstacleTo({ account, kind, isOnline, leased }: Around): string | null {
  if (account.readOnly)
    return 'This account is read only on this computer. Switch that off in Settings to change anything.'
  if (!isOnline)
    return `There is no connection. This is sent to ${providerNames[account.api]} at once, so it needs one.`
  if (leased.state === 'released') return 'It is released already and works until its lease ends.'
  if (account.facets.includes('leases') && leased.lease === null)
    return `${providerNames[account.api]} told nothing of the lease of this ${kind}. Read again first.`
  return null
}
