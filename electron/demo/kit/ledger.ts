/** What became of a thing at the carrier, when it really happened there. */
export type Effect = {
  /** Epoch milliseconds. */
  readonly at: number
  /** `ended`: its lease ran out. `released`: given up at once. */
  readonly kind: 'bought' | 'released' | 'ended'
  readonly what: 'number' | 'keyword'
  /** Digits of a number without a plus; a keyword in upper case. */
  readonly thing: string
  /** Null: bought without an order, or not bought. */
  readonly orderId: string | null
}

export type Owned = { readonly numbers: readonly string[]; readonly keywords: readonly string[] }

/** The truth to compare with: what lists, which may lag, cannot tell. */
export type Ledger = {
  /** Held at this moment, whatever lists show. */
  owned(): Owned
  /** Since the start, in the order in which it happened; the first holdings are not among them. */
  readonly effects: readonly Effect[]
}
