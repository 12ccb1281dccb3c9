/** One entry of CallFire's do-not-contact list. True means blocked (callfire-v2.md section 7). */
export type DoNotContact = {
  /** E.164 with plus. */
  readonly number: string
  readonly calls: boolean
  readonly texts: boolean
  readonly inboundCalls: boolean | null
  readonly inboundTexts: boolean | null
  readonly source: string | null
  readonly campaignId: number | null
  /** Epoch ms. */
  readonly created: number | null
}
