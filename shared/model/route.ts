/** A Flowroute inbound route: where calls are sent. The id is the provider's own; `'0'` is the built-in SIP registration. */
export type Route = {
  readonly id: string
  readonly kind: 'host' | 'number' | 'uri' | 'sipRegistration' | 'other'
  /** Host[:port], 11 digits, or a SIP URI; null for SIP registration. */
  readonly target: string | null
  readonly name: string | null
  readonly edgeStrategyId: string | null
}

export type EdgeStrategy = {
  readonly id: string
  readonly name: string
  readonly description: string | null
  readonly firewallRules: string | null
  /** SIP host name of that region. */
  readonly sipHost: string | null
}
