import { ExternalLink } from 'lucide-react'
import { useRef, useState } from 'react'
import type { ApiId } from '../../../shared/model/account.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ColorPicker } from '../../ui/color-picker.tsx'
import { Field } from '../../ui/field.tsx'
import { Report } from '../../ui/report.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Switch } from '../../ui/switch.tsx'
import { providerNames } from '../../words.ts'
import { KeepingChoice, KeyFields, type SecretInputs } from '../keys-form.tsx'
import { useScreen } from '../stores.ts'
import styles from './add-account.module.css'
import { Step } from './step.tsx'
import { type DraftForm, useDraft } from './use-draft.ts'

/** The second and third step: keys and how they are kept; then the test, line by line, and the account. */
export function KeyStep({ api }: { readonly api: ApiId }) {
  const inputs: SecretInputs = {
    login: useRef<HTMLInputElement>(null),
    secret: useRef<HTMLInputElement>(null),
    passphrase: useRef<HTMLInputElement>(null),
  }
  const draft = useDraft(api, inputs)
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (draft.phase === 'still') void draft.test()
      }}
    >
      <Step number={2} title="Paste the keys" isOpen>
        <WhereKeysAre api={api} />
        <KeyFields api={api} inputs={inputs} missing={draft.missing} onChange={draft.forgetTest} />
        <KeepingChoice
          keystore={draft.keystore}
          chosen={draft.keeping}
          onChoose={(keeping) => draft.change({ keeping })}
          passphrase={inputs.passphrase}
          isPassphraseMissing={draft.isPassphraseMissing}
        />
        <Details draft={draft} api={api} />
      </Step>
      <Step number={3} title="Test and add" isOpen>
        <Outcome draft={draft} api={api} />
        <Buttons draft={draft} />
      </Step>
    </form>
  )
}

function WhereKeysAre({ api }: { readonly api: ApiId }) {
  const openPage = useScreen('app', (state) => state.openPage)
  return (
    <div className={styles.where}>
      <p className={styles.quiet}>They are on {providerNames[api]}’s web site, under its API settings.</p>
      <Button
        look="quiet"
        size="small"
        icon={<ExternalLink aria-hidden="true" />}
        onPress={() => void openPage(api === 'callfire-v2' ? 'callfireKeys' : 'flowrouteKeys')}
      >
        Show me where
      </Button>
    </div>
  )
}

function Details({ draft, api }: { readonly draft: DraftForm; readonly api: ApiId }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <div className={styles.nameRow}>
        <Field
          label="Name of the account"
          value={draft.name}
          onChange={(name) => draft.change({ name })}
          problem={draft.name.trim() === '' ? 'Give the account a name.' : null}
        />
        <ColorPicker chosen={draft.color} onChoose={(color) => draft.change({ color })} />
      </div>
      <Switch
        isOn={draft.readOnly}
        onChange={(readOnly) => draft.change({ readOnly })}
        hint="Nothing can be bought or changed from this computer."
      >
        Read only
      </Switch>
      {isOpen ? (
        <Field
          label="API address"
          value={draft.address}
          placeholder={`${providerNames[api]}’s own`}
          onChange={(address) => draft.change({ address })}
          hint="Only for a test system. It has to begin with https, or be on this computer."
          autoFocus
        />
      ) : (
        <div>
          <Button size="small" onPress={() => setOpen(true)}>
            Use another API address…
          </Button>
        </div>
      )}
    </>
  )
}

function Outcome({ draft: { phase, report, problem }, api }: { readonly draft: DraftForm; readonly api: ApiId }) {
  if (phase === 'testing')
    return (
      <div className={styles.waiting} role="status">
        <p>Asking {providerNames[api]} what these keys may do …</p>
        <Skeleton width="60%" />
        <Skeleton width="45%" />
        <Skeleton width="52%" />
      </div>
    )
  return (
    <div aria-live="polite" className={styles.outcome}>
      {problem && <Banner tone="bad">{problem}</Banner>}
      {report?.hint && <Banner tone="warn">{report.hint}</Banner>}
      {report && <Report checks={report.checks} />}
      {!report && !problem && (
        <p className={styles.quiet}>The test asks for one small thing of each kind and changes nothing.</p>
      )}
      {report && !report.usable && (
        <p className={styles.quiet}>
          The numbers cannot be read with these keys. You can still add the account and mend it later.
        </p>
      )}
    </div>
  )
}

function Buttons({ draft }: { readonly draft: DraftForm }) {
  const isDone = draft.report !== null
  const isBusy = draft.phase !== 'still'
  return (
    <div className={styles.buttons}>
      <Button look={isDone ? 'plain' : 'primary'} type="submit" isBusy={isBusy}>
        {isDone || draft.problem ? 'Test again' : 'Test the keys'}
      </Button>
      {draft.canAdd && (
        <Button look={draft.report?.usable ? 'primary' : 'plain'} isBusy={isBusy} onPress={() => void draft.add()}>
          {draft.report?.usable ? 'Add the account' : 'Add it anyway'}
        </Button>
      )}
    </div>
  )
}
