export type TimeOfDay = { readonly hour: number; readonly minute: number; readonly second: number }

/** When transfers are allowed. The zone is an IANA name; a schedule without one is kept with null and reported. */
export type WeeklySchedule = {
  readonly start: TimeOfDay
  readonly stop: TimeOfDay
  /** Upper-case English day names as CallFire writes them; unknown words are kept. */
  readonly days: readonly string[]
  readonly timeZone: string | null
}

export type GoogleAnalytics = {
  readonly domain: string | null
  readonly accountId: string | null
  readonly category: string | null
}

/** CallFire v2 `CallTrackingConfig` (callfire-v2.md section 7) in our words; every member may be absent there. */
export type CallTracking = {
  /** E.164 with plus, in ring order. */
  readonly transferNumbers: readonly string[]
  readonly screen: boolean | null
  readonly recorded: boolean | null
  readonly introSoundId: number | null
  readonly whisperSoundId: number | null
  readonly voicemail: boolean | null
  readonly voicemailSoundId: number | null
  readonly failedTransferSoundId: number | null
  readonly weeklySchedule: WeeklySchedule | null
  readonly googleAnalytics: GoogleAnalytics | null
}

export type TextForwarding = { readonly enabled: boolean; readonly to: string | null }

/** What a CallFire number does with a call. `other` keeps a word that we do not know. */
export type LeaseConfig =
  | { readonly kind: 'unconfigured'; readonly texts: TextForwarding | null }
  | { readonly kind: 'tracking'; readonly tracking: CallTracking; readonly texts: TextForwarding | null }
  | { readonly kind: 'ivr'; readonly dialplanXml: string; readonly texts: TextForwarding | null }
  | { readonly kind: 'other'; readonly word: string; readonly texts: TextForwarding | null }
