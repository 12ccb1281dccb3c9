import type { AccountView, KeyState } from '../../../shared/model/account.ts'
import type { SyncState } from '../../../shared/model/sync.ts'
import { AccountName } from '../../ui/account-dot.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Status, Tag } from '../../ui/status.tsx'
import { Switch } from '../../ui/switch.tsx'
import { toast } from '../../ui/toast.tsx'
import { accountTitle, age, date, failureSentence, keysMissingSentence } from '../../words.ts'
import { settingsPlace, usePlace } from '../place.ts'
import { useScreen } from '../stores.ts'
import { syncSign } from '../sync-words.ts'
import type { Asked } from './account-dialogs.tsx'
import { Practise } from './practise.tsx'
import styles from './settings.module.css'
import { useShown } from './use-shown.ts'

type AccountCardProps = {
  readonly account: AccountView
  readonly state: SyncState | null
  readonly isChosen: boolean
  readonly now: number
  readonly onAsk: (asked: Asked) => void
}

export function AccountCard({ account, state, isChosen, now, onAsk }: AccountCardProps) {
  const card = useShown(isChosen)
  return (
    <section
      ref={card}
      tabIndex={-1}
      className={cx(styles.card, isChosen && styles.chosen)}
      aria-label={accountTitle(account)}
    >
      <Head account={account} state={state} now={now} />
      <Facts>
        <Fact name="Keys">{account.sample ? 'none needed for sample data' : keyWords(account.keys, now)}</Fact>
        {account.address && <Fact name="API address">{account.address}</Fact>}
      </Facts>
      <Switches account={account} />
      {account.sample && <Practise account={account} />}
      <Buttons account={account} onAsk={onAsk} />
    </section>
  )
}

function Head({ account, state, now }: Pick<AccountCardProps, 'account' | 'state' | 'now'>) {
  const { go } = usePlace()
  const sign = syncSign(account, state, now)
  return (
    <div className={styles.head}>
      <h2 className={styles.name}>
        <AccountName color={account.color} name={accountTitle(account)} />
      </h2>
      {account.sample && <Tag tone="warn">SAMPLE</Tag>}
      {account.readOnly && <Tag>Read only</Tag>}
      <span className={styles.sign}>
        <Status tone={sign.tone} shape={sign.shape}>
          {sign.words}
        </Status>{' '}
        <Button look="quiet" size="small" onPress={() => go(settingsPlace('sync', account.id))}>
          Details
        </Button>
      </span>
    </div>
  )
}

/** `•••• set 3 Nov, last used 2 min ago`: all that may be known of keys. */
function keyWords(keys: KeyState, now: number): string {
  if (keys.kind === 'missing') return keysMissingSentence(keys.why)
  const used = keys.lastUsedAt === null ? 'not used yet' : `last used ${age(keys.lastUsedAt, now)}`
  return `•••• set ${date(keys.setAt, now)}, ${used}, ${keepingWords[keys.keeping]}`
}

const keepingWords = {
  keystore: 'in the key store',
  session: 'for this session only',
  passphrase: 'sealed with a passphrase',
} as const

function Switches({ account }: { readonly account: AccountView }) {
  const change = useScreen('accounts', (state) => state.change)
  const set = async (part: { readonly readOnly?: boolean; readonly paused?: boolean }) => {
    const reply = await change({ accountId: account.id, ...part })
    if (!reply.ok) toast(failureSentence(reply.failure))
  }
  return (
    <div className={styles.switches}>
      <Switch
        isOn={account.readOnly}
        onChange={(readOnly) => void set({ readOnly })}
        hint="Nothing can be bought or changed from this computer."
      >
        Read only
      </Switch>
      <Switch
        isOn={account.paused}
        onChange={(paused) => void set({ paused })}
        hint="What was read stays; nothing new is read."
      >
        Paused
      </Switch>
    </div>
  )
}

function Buttons({ account, onAsk }: Pick<AccountCardProps, 'account' | 'onAsk'>) {
  const ask = (what: Asked['what']) => () => onAsk({ what, accountId: account.id })
  return (
    <div className={styles.row}>
      <Button size="small" onPress={ask('test')}>
        Test
      </Button>
      <Button size="small" onPress={ask('edit')}>
        {account.sample ? 'Name and color…' : 'Name, color, address…'}
      </Button>
      {!account.sample && (
        <Button size="small" onPress={ask('keys')}>
          Replace keys…
        </Button>
      )}
      <span className={styles.apart}>
        <Button size="small" look="dangerPlain" onPress={ask('remove')}>
          Remove…
        </Button>
      </span>
    </div>
  )
}
