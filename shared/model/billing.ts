/** CallFire credits (callfire-v2.md 6.7). Times are epoch ms; credits are decimal text, not dollars. */
export type Billing = {
  readonly from: number | null
  readonly until: number | null
  readonly planCredits: string | null
  readonly payAsYouGoCredits: string | null
  readonly totalCredits: string | null
  readonly creditsUsed: string | null
  readonly textsSent: number | null
  readonly callMinutes: number | null
}
