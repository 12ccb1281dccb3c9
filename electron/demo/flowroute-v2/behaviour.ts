/**
 * What the public documents of this carrier leave open, or what differs from account to account. All of it can be
 * changed while the carrier runs, because a client has to live with every one of these.
 */
export type Behaviour = {
  /** Some accounts have no `POST /v2/numbers/details`: the path is not served. */
  readonly bulkDetails: boolean
  readonly bulkLimit: number
  /** An empty list is an empty array, or a 404 of the resource kind. */
  readonly emptyList: 'array' | 'notFound'
  /** US dollars. A purchase takes the set-up cost from it. */
  readonly balance: number
  readonly insufficientFundsStatus: 402 | 403 | 422
  /** False: this key may read, and buying is refused for the whole account. */
  readonly purchaseAllowed: boolean
  /** Broken: a number is bought or changed, but its texting job cannot start, which is a 207. */
  readonly messagingService: 'works' | 'broken'
  /** How long a texting job runs. */
  readonly provisioningMs: number
  /** How long a purchase or a release takes to show in lists and searches. */
  readonly lagMs: number
  /** Reading one number that was bought lags as well. */
  readonly readsLag: boolean
  /** Caller-name lookup of a fresh number whose buyer did not say. */
  readonly lookupsByDefault: boolean
  /** What a removed primary route becomes. */
  readonly removedPrimary: '0' | null
  /** Links carry the name of the production host, wherever the request went. */
  readonly linkHost: string
  /** The answer to a created route was recorded with a link that lacks `/v2`. */
  readonly createdRouteLinkLacksVersion: boolean
}

export const usualBehaviour: Behaviour = {
  bulkDetails: true,
  bulkLimit: 200,
  emptyList: 'array',
  balance: 1_000,
  insufficientFundsStatus: 403,
  purchaseAllowed: true,
  messagingService: 'works',
  provisioningMs: 60_000,
  lagMs: 0,
  readsLag: false,
  lookupsByDefault: false,
  removedPrimary: null,
  linkHost: 'https://api.flowroute.com',
  createdRouteLinkLacksVersion: true,
}
