import { useState } from 'react'
import type { Result } from '../../../shared/failure.ts'
import type { AccountColor, AccountView, ApiId, ConnectionReport, KeyKeeping } from '../../../shared/model/account.ts'
import type { KeystoreState } from '../../../shared/model/settings.ts'
import { accountColorNames } from '../../ui/color-picker.tsx'
import { failureSentence, providerNames } from '../../words.ts'
import { bestKeeping, clearSecrets, readSecrets, type SecretInputs } from '../keys-form.tsx'
import { numbersPlace, usePlace } from '../place.ts'
import { useGetState, useScreen } from '../stores.ts'

type Chosen = {
  readonly name: string
  readonly color: AccountColor
  readonly address: string
  readonly readOnly: boolean
  readonly keeping: KeyKeeping
}

type Tried = {
  readonly phase: 'still' | 'testing' | 'adding'
  readonly report: ConnectionReport | null
  readonly problem: string | null
  /** Tested, and not so wrong that it could not be kept: a server may be down just now, an unsafe address stays one. */
  readonly canAdd: boolean
  readonly missing: 'login' | 'secret' | null
  readonly isPassphraseMissing: boolean
}

export type DraftForm = Chosen &
  Tried & {
    readonly keystore: KeystoreState | null
    readonly change: (part: Partial<Chosen>) => void
    /** Other keys were typed: what the last test said is no longer about them. */
    readonly forgetTest: () => void
    readonly test: () => Promise<void>
    readonly add: () => Promise<void>
  }

const untried: Tried = {
  phase: 'still',
  report: null,
  problem: null,
  canAdd: false,
  missing: null,
  isPassphraseMissing: false,
}

/** An account that is being put together. The keys stay in their inputs; here is only what may be known of them. */
export function useDraft(api: ApiId, inputs: SecretInputs): DraftForm {
  const keystore = useScreen('app', (state) => state.info?.keystore ?? null)
  const accounts = useGetState('accounts')
  const { go } = usePlace()
  const [chosen, setChosen] = useState<Partial<Chosen>>({})
  const [tried, setTried] = useState<Tried>(untried)
  const form: Chosen = { ...freshChoice(api, accounts().accounts ?? [], keystore), ...chosen }
  const address = form.address.trim() || null

  const test = async () => {
    const { login, secret } = readSecrets(inputs)
    const missing = login === '' ? 'login' : secret === '' ? 'secret' : null
    if (missing) return setTried({ ...untried, missing })
    setTried({ ...untried, phase: 'testing' })
    const reply = await accounts().test({ api, address, login, secret })
    setTried(triedWith(reply, providerNames[api]))
  }
  const add = async () => {
    const secrets = readSecrets(inputs)
    if (form.keeping === 'passphrase' && !secrets.passphrase) return setTried({ ...tried, isPassphraseMissing: true })
    if (form.name.trim() === '') return
    setTried({ ...tried, phase: 'adding' })
    const passphrase = form.keeping === 'passphrase' ? secrets.passphrase : null
    const adding = accounts().add({ ...form, ...secrets, api, address, passphrase })
    clearSecrets(inputs)
    const reply = await adding
    if (reply.ok) return go(numbersPlace)
    setTried({
      ...untried,
      problem: `${failureSentence(reply.failure, providerNames[api])} Then paste the keys again.`,
    })
  }
  return {
    ...form,
    ...tried,
    keystore,
    change: (part) => {
      setChosen({ ...chosen, ...part })
      if (part.address !== undefined) setTried(untried)
    },
    forgetTest: () => setTried(untried),
    test,
    add,
  }
}

function triedWith(reply: Result<ConnectionReport>, provider: string): Tried {
  if (reply.ok) return { ...untried, report: reply.value, canAdd: true }
  const canAdd = reply.failure.kind !== 'invalid'
  return { ...untried, problem: failureSentence(reply.failure, provider), canAdd }
}

/** A name and a colour that no account has yet. */
function freshChoice(api: ApiId, accounts: readonly AccountView[], keystore: KeystoreState | null): Chosen {
  const provider = providerNames[api]
  const names = new Set(accounts.map(({ name }) => name))
  const used = new Set(accounts.map(({ color }) => color))
  const free = Array.from({ length: accounts.length + 1 }, (_, at) => (at === 0 ? provider : `${provider} ${at + 1}`))
  return {
    name: free.find((name) => !names.has(name)) ?? provider,
    color: accountColorNames.map(([color]) => color).find((color) => !used.has(color)) ?? 'blue',
    address: '',
    readOnly: false,
    keeping: bestKeeping(keystore),
  }
}
