import type { RefObject } from 'react'
import type { ApiId, KeyKeeping } from '../../shared/model/account.ts'
import type { KeystoreState } from '../../shared/model/settings.ts'
import { Banner } from '../ui/banner.tsx'
import { RadioCards, type RadioChoice } from '../ui/radio-cards.tsx'
import { SecretField } from '../ui/secret-field.tsx'
import { keyNames } from '../words.ts'
import styles from './keys-form.module.css'

/** The inputs themselves: what is typed is read from them when it is sent, and lives nowhere else. */
export type SecretInputs = {
  readonly login: RefObject<HTMLInputElement | null>
  readonly secret: RefObject<HTMLInputElement | null>
  readonly passphrase: RefObject<HTMLInputElement | null>
}

export type Secrets = { readonly login: string; readonly secret: string; readonly passphrase: string | null }

/** Blanks around a pasted key are never part of it; a passphrase is taken as it is. */
export const readSecrets = ({ login, secret, passphrase }: SecretInputs): Secrets => ({
  login: login.current?.value.trim() ?? '',
  secret: secret.current?.value.trim() ?? '',
  passphrase: passphrase.current?.value || null,
})

export function clearSecrets(inputs: SecretInputs): void {
  for (const { current } of Object.values(inputs)) if (current) current.value = ''
}

type KeyFieldsProps = {
  readonly api: ApiId
  readonly inputs: SecretInputs
  readonly missing: 'login' | 'secret' | null
  readonly onChange?: () => void
}

export function KeyFields({ api, inputs, missing, onChange = () => undefined }: KeyFieldsProps) {
  const names = keyNames[api]
  return (
    <div className={styles.fields}>
      <SecretField
        label={names.login}
        inputRef={inputs.login}
        onChange={onChange}
        problem={missing === 'login' ? 'Paste it here; it cannot be empty.' : null}
      />
      <SecretField
        label={names.secret}
        inputRef={inputs.secret}
        onChange={onChange}
        problem={missing === 'secret' ? 'Paste it here; it cannot be empty.' : null}
      />
    </div>
  )
}

/** What a computer offers, best first. */
export const bestKeeping = (keystore: KeystoreState | null): KeyKeeping =>
  keystore?.kind === 'protected' ? 'keystore' : 'session'

const choices: Readonly<Record<KeyKeeping, RadioChoice<KeyKeeping>>> = {
  keystore: {
    id: 'keystore',
    name: 'In this computer’s key store',
    hint: 'The system encrypts them for you alone. Nothing to remember.',
  },
  session: {
    id: 'session',
    name: 'Only until Linekeeper is closed',
    hint: 'Nothing is written down. You paste the keys again next time; what was read stays.',
  },
  passphrase: {
    id: 'passphrase',
    name: 'Sealed with a passphrase',
    hint: 'You type the passphrase after each start. Nobody can open the keys without it.',
  },
}

type KeepingProps = {
  readonly keystore: KeystoreState | null
  readonly chosen: KeyKeeping
  readonly onChoose: (keeping: KeyKeeping) => void
  readonly passphrase: RefObject<HTMLInputElement | null>
  readonly isPassphraseMissing: boolean
}

/** Where the keys are kept, in plain words; a store that does not protect them is not offered. */
export function KeepingChoice({ keystore, chosen, onChoose, passphrase, isPassphraseMissing }: KeepingProps) {
  const offered =
    keystore?.kind === 'protected'
      ? [choices.keystore, choices.session, choices.passphrase]
      : [choices.session, choices.passphrase]
  const why = keystore && whyNot(keystore)
  return (
    <div className={styles.keeping}>
      {why && <Banner tone="warn">{why}</Banner>}
      <RadioCards label="Where the keys are kept" choices={offered} chosen={chosen} onChoose={onChoose} />
      {chosen === 'passphrase' && (
        <SecretField
          label="Passphrase"
          inputRef={passphrase}
          hint="Several words are better than one odd one."
          problem={isPassphraseMissing ? 'Type a passphrase, or keep the keys in another way.' : null}
        />
      )}
    </div>
  )
}

function whyNot(keystore: KeystoreState): string | null {
  switch (keystore.kind) {
    case 'protected':
      return null
    case 'weak':
      return 'This computer’s key store does not really protect: whoever can read your files could read the keys. So Linekeeper does not put them there.'
    case 'none':
      return 'This computer has no key store that Linekeeper could use.'
    case 'pending':
      return 'The computer’s key store has not answered yet. It may be asking you something in a window of its own; until then, choose one of these.'
    default:
      return keystore satisfies never
  }
}
