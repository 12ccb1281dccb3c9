import type { CallTracking, TextForwarding } from '../../../../shared/model/lease-config.ts'
import { formatPhone } from '../../../../shared/phone.ts'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { PhoneText } from '../../../ui/phone-text.tsx'
import styles from './panel.module.css'
import { Week } from './week.tsx'

type TrackingProps = {
  readonly tracking: CallTracking
  readonly texts: TextForwarding | null
  readonly now: number
}

export function Tracking({ tracking, texts, now }: TrackingProps) {
  const { transferNumbers, weeklySchedule } = tracking
  return (
    <>
      <Facts>
        <Fact name="Rings">{transferNumbers.length === 0 ? 'no number' : <Targets numbers={transferNumbers} />}</Fact>
        <Fact name="Screening">{said(tracking.screen, 'asks whoever answers before connecting')}</Fact>
        <Fact name="Recorded">{said(tracking.recorded, recordedWords(tracking))}</Fact>
        <Fact name="Voicemail">{said(tracking.voicemail, 'answers when nobody does')}</Fact>
        <TextsFact texts={texts} />
        {tracking.googleAnalytics && (
          <Fact name="Analytics">{tracking.googleAnalytics.accountId ?? tracking.googleAnalytics.domain}</Fact>
        )}
      </Facts>
      <h3 className={styles.part}>When calls are put through</h3>
      {weeklySchedule ? (
        <Week schedule={weeklySchedule} now={now} />
      ) : (
        <p className={styles.quiet}>At any time: no schedule is set.</p>
      )}
    </>
  )
}

function Targets({ numbers }: { readonly numbers: readonly string[] }) {
  return (
    <ol className={styles.targets}>
      {numbers.map((number) => (
        <li key={number}>
          <PhoneText display={formatPhone(number)} />
        </li>
      ))}
    </ol>
  )
}

export function TextsFact({ texts }: { readonly texts: TextForwarding | null }) {
  if (!texts) return null
  return (
    <Fact name="Texts">
      {texts.enabled ? `sent on to ${texts.to ? formatPhone(texts.to) : 'a number not told'}` : 'not sent on'}
    </Fact>
  )
}

const said = (value: boolean | null, yes: string): string =>
  value === null ? 'not told' : value ? `yes, ${yes}` : 'no'

const recordedWords = ({ introSoundId }: CallTracking): string =>
  introSoundId === null ? 'without an announcement' : 'after a greeting'
