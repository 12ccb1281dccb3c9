import type { Failure } from '../../../../shared/failure.ts'
import type { AccountId, AccountView } from '../../../../shared/model/account.ts'
import type { SearchPart } from '../../../../shared/model/market.ts'
import { AccountName } from '../../../ui/account-dot.tsx'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Status } from '../../../ui/status.tsx'
import { accountTitle, count, failureSentence, providerNames, unexplained } from '../../../words.ts'
import { settingsPlace, usePlace } from '../../place.ts'
import { useGetState, useScreen } from '../../stores.ts'
import { needsHand } from '../../sync-words.ts'
import styles from './results.module.css'

type Accounts = ReadonlyMap<AccountId, AccountView>

type PartsProps = {
  readonly accounts: Accounts
  /** What failed is told in the place of the results already. */
  readonly told: boolean
}

/** How far each account is; one that failed says why beside what the others found, with the way out. */
export function Parts({ accounts, told }: PartsProps) {
  const parts = useScreen('market', (state) => state.shown?.parts ?? none)
  const known = parts.filter(({ accountId }) => accounts.has(accountId))
  const failed = told ? [] : known.filter(({ state }) => state === 'failed')
  return (
    <>
      {known.length > 0 && (
        <ul className={styles.parts} aria-label="How each account stands">
          {known.map((part) => (
            <Part key={part.accountId} part={part} account={accounts.get(part.accountId)} />
          ))}
        </ul>
      )}
      {failed.map((part) => (
        <Failed key={part.accountId} part={part} account={accounts.get(part.accountId)} />
      ))}
    </>
  )
}

const none: readonly SearchPart[] = []

type PartProps = { readonly part: SearchPart; readonly account: AccountView | undefined }

function Part({ part, account }: PartProps) {
  if (!account) return null
  return (
    <li className={styles.part}>
      <AccountName color={account.color} name={accountTitle(account)} />
      <PartSign part={part} />
    </li>
  )
}

function PartSign({ part: { state, found } }: { readonly part: SearchPart }) {
  switch (state) {
    case 'searching':
      return (
        <Status tone="wait" shape="turn">
          {found > 0 ? `searching, ${count(found)} so far` : 'searching'}
        </Status>
      )
    case 'done':
      return (
        <Status tone="good" shape="disc">
          {found === 0 ? 'none found' : `${count(found)} found`}
        </Status>
      )
    case 'failed':
      return (
        <Status tone="bad" shape="cross">
          could not be asked
        </Status>
      )
    case 'stopped':
      return (
        <Status tone="calm" shape="pause">
          stopped at {count(found)}
        </Status>
      )
    default:
      return state satisfies never
  }
}

function Failed({ part: { failure }, account }: PartProps) {
  const market = useGetState('market')
  const { go } = usePlace()
  if (!account) return null
  const isForOwner = failure !== null && isAccounts(failure)
  const again = () => {
    const query = market().shown?.query
    if (query) void market().searchFor(query)
  }
  return (
    <Banner
      tone="warn"
      actions={
        isForOwner ? (
          <Button size="small" onPress={() => go(settingsPlace('accounts', account.id))}>
            Open account
          </Button>
        ) : (
          <Button size="small" onPress={again}>
            Try again
          </Button>
        )
      }
    >
      <strong>{accountTitle(account)}.</strong>{' '}
      {failure ? failureSentence(failure, providerNames[account.api]) : unexplained}
    </Banner>
  )
}

/** What a provider cannot be asked for, and what was filtered here instead: a sentence each. */
export function Notes({ accounts }: { readonly accounts: Accounts }) {
  const parts = useScreen('market', (state) => state.shown?.parts ?? none)
  const notes = [...new Set(parts.filter(({ accountId }) => accounts.has(accountId)).flatMap((part) => part.notes))]
  if (notes.length === 0) return null
  return (
    <ul className={styles.notes} aria-label="About these results">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
}

/** Something that is mended at the account; what the search itself lacks is mended in its form. */
export const isAccounts = (failure: Failure): boolean => failure.kind !== 'invalid' && needsHand(failure)
