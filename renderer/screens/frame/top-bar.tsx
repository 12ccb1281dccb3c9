import { Bell, Layers } from 'lucide-react'
import type { RefObject } from 'react'
import type { Notice } from '../../../shared/model/settings.ts'
import { AccountDot } from '../../ui/account-dot.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { type Choice, Select } from '../../ui/select.tsx'
import { Tag } from '../../ui/status.tsx'
import { accountTitle, counted } from '../../words.ts'
import { numbersPlace, usePlace } from '../place.ts'
import { useGetState, useScreen } from '../stores.ts'
import { useNewsSteps } from './news.ts'
import styles from './top-bar.module.css'

type TopBarProps = {
  readonly search: RefObject<HTMLInputElement | null>
  /** Takes the focus to what was found. */
  readonly onLeaveSearch: () => void
}

export function TopBar({ search, onLeaveSearch }: TopBarProps) {
  const typed = useScreen('numbers', (state) => state.typed)
  const numbers = useGetState('numbers')
  const { place, go } = usePlace()
  return (
    <header className={styles.bar} data-area="top bar">
      <AccountFilter />
      <search className={styles.search}>
        <SearchField
          label="Find a number"
          placeholder="Find a number, place, label or route"
          value={typed}
          onChange={(text) => {
            if (place.screen !== 'numbers') go(numbersPlace)
            numbers().search(text)
          }}
          onLeave={onLeaveSearch}
          inputRef={search}
        />
      </search>
      <span className={styles.end}>
        <SampleMark />
        <Notices />
      </span>
    </header>
  )
}

const all = 'all'

/** All accounts or one, with its colour; the list, its counts and its sums follow. */
function AccountFilter() {
  const accounts = useScreen('accounts', (state) => state.accounts) ?? []
  const chosen = useScreen('numbers', (state) => state.filter.accountIds)
  const numbers = useGetState('numbers')
  const choices: readonly Choice<string>[] = [
    { id: all, name: 'All accounts', mark: <Layers aria-hidden="true" /> },
    ...accounts.map((account) => ({
      id: account.id,
      name: accountTitle(account),
      mark: <AccountDot color={account.color} />,
    })),
  ]
  return (
    <div className={styles.accounts}>
      <Select
        label="Accounts shown"
        hasHiddenLabel
        choices={choices}
        chosen={chosen.length > 1 ? null : (chosen[0] ?? all)}
        placeholder={counted(chosen.length, 'account')}
        onChoose={(id) => numbers().setFilter({ ...numbers().filter, accountIds: id === all ? [] : [id] })}
      />
    </div>
  )
}

function SampleMark() {
  const chosen = useScreen('numbers', (state) => state.filter.accountIds)
  const accounts = useScreen('accounts', (state) => state.accounts)
  const shown = (accounts ?? []).filter(({ id }) => chosen.length === 0 || chosen.includes(id))
  if (!shown.some(({ sample }) => sample)) return null
  return (
    <Tag tone="warn">
      <strong>SAMPLE</strong>
      <span className={styles.sampleText}> data, nothing here is real</span>
    </Tag>
  )
}

function Notices() {
  const notices = useScreen('app', (state) => state.info?.notices) ?? []
  return (
    <Popover
      label="Notices"
      opener={
        <IconButton
          label={notices.length > 0 ? `Notices, ${notices.length} new` : 'Notices'}
          icon={
            <>
              <Bell aria-hidden="true" />
              {notices.length > 0 && <span className={styles.badge}>{notices.length}</span>}
            </>
          }
        />
      }
    >
      {({ close }) =>
        notices.length === 0 ? (
          <p className={styles.quiet}>
            Nothing to tell. How orders ended, what watched searches found and what happens to your data is said here.
          </p>
        ) : (
          <NoticeList notices={notices} onLeave={close} />
        )
      }
    </Popover>
  )
}

type NoticeListProps = { readonly notices: readonly Notice[]; readonly onLeave: () => void }

function NoticeList({ notices, onLeave }: NoticeListProps) {
  const dismiss = useScreen('app', (state) => state.dismissNotice)
  const stepOf = useNewsSteps()
  return (
    <ul className={styles.notices}>
      {notices.length > 2 && (
        <li>
          <Button size="small" onPress={() => void Promise.all(notices.map(({ id }) => dismiss(id)))}>
            Got all {notices.length}
          </Button>
        </li>
      )}
      {notices.toReversed().map((notice) => {
        const step = stepOf(notice)
        const go = () => {
          onLeave()
          step?.take()
        }
        return (
          <li key={notice.id}>
            <p>{notice.sentence}</p>
            <span className={styles.noticeSteps}>
              {step && (
                <Button size="small" onPress={go}>
                  {step.name}
                </Button>
              )}
              <Button size="small" look={step ? 'quiet' : 'plain'} onPress={() => void dismiss(notice.id)}>
                Got it
              </Button>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
