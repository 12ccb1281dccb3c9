import { useId } from 'react'
import { largestKeywordCheck } from '../../../shared/limits.ts'
import { AccountDot } from '../../ui/account-dot.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { PanelBody, SidePanel } from '../../ui/side-panel.tsx'
import { accountTitle, counted, failureSentence, providerNames } from '../../words.ts'
import { useGetState, useScreen } from '../stores.ts'
import styles from './keywords.module.css'
import { useKeywordAccounts, useWordsAccount } from './use-keyword-accounts.ts'
import { WordsReport } from './words-report.tsx'

/** Which words can still be had, and ordering those that can. */
export function WordsPanel({ onClosed }: { readonly onClosed: () => void }) {
  const close = useScreen('words', (state) => state.close)
  const leave = () => {
    close()
    onClosed()
  }
  return (
    <SidePanel label="Check words" area="words" back="Keywords" about="words" title="Check words" onLeave={leave}>
      <PanelBody>
        <Form />
        <WordsReport />
      </PanelBody>
    </SidePanel>
  )
}

/** How many different words stand in the text: blank lines and repeated words count for nothing. */
const countWords = (text: string): number =>
  new Set(
    text
      .split('\n')
      .map((line) => line.trim().toUpperCase())
      .filter(Boolean),
  ).size

function Form() {
  const text = useScreen('words', (state) => state.text)
  const isBusy = useScreen('words', (state) => state.isBusy)
  const isOnline = useScreen('app', (state) => state.info?.online ?? true)
  const words = useGetState('words')
  const account = useWordsAccount()
  const id = useId()
  const howMany = countWords(text)
  const isTooMany = howMany > largestKeywordCheck
  if (!account) return null
  return (
    <div className={styles.form}>
      <AccountChoice />
      <label htmlFor={id} className={styles.label}>
        Words, one a line
      </label>
      <textarea
        id={id}
        value={text}
        onChange={(event) => words().type(event.target.value)}
        rows={6}
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        aria-invalid={isTooMany}
        className={styles.textarea}
        placeholder={'CAKE\nBREAD\nCROISSANT'}
      />
      <p id={`${id}-hint`} className={isTooMany ? styles.problem : styles.hint}>
        {isTooMany
          ? `Check ${largestKeywordCheck} words at most at once; these are ${howMany}.`
          : `Letters and digits, 3 to 64 of them${howMany > 0 ? ` · ${counted(howMany, 'word')}` : ''}.`}
      </p>
      <Trouble />
      {!isOnline && (
        <p className={styles.hint}>There is no connection; {providerNames[account.api]} cannot be asked.</p>
      )}
      <div>
        <Button
          look="primary"
          isBusy={isBusy}
          isDisabled={howMany === 0 || isTooMany || !isOnline}
          onPress={() => void words().check(account.id)}
        >
          {isBusy ? 'Asking …' : 'Check'}
        </Button>
      </div>
    </div>
  )
}

function AccountChoice() {
  const accounts = useKeywordAccounts()
  const account = useWordsAccount()
  const words = useGetState('words')
  if (accounts.length < 2) return null
  return (
    <Select
      label="Account"
      choices={accounts.map((one) => ({ id: one.id, name: accountTitle(one), mark: <AccountDot color={one.color} /> }))}
      chosen={account?.id ?? null}
      onChoose={(id) => words().setAccount(id)}
    />
  )
}

function Trouble() {
  const failure = useScreen('words', (state) => state.failure)
  const account = useWordsAccount()
  if (!failure) return null
  return (
    <Banner tone="bad">
      <span role="alert">{failureSentence(failure, account && providerNames[account.api])}</span>
    </Banner>
  )
}
