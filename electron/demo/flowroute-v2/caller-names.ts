/** A caller name that the account wants shown. Times are written with a blank and microseconds. */
export type CallerName = {
  readonly id: string
  readonly value: string
  readonly approved: boolean
  readonly rejection: string | null
  readonly created: string
  readonly approvedAt: string | null
  /** False: the document of this one never has relationships, not even when it is approved. */
  readonly tellsNumbers: boolean
}

export const firstCallerNames: readonly CallerName[] = [
  {
    id: '7001',
    value: 'FISCHER PLUMB',
    approved: true,
    rejection: null,
    created: '2025-02-03 10:00:00.123456+00:00',
    approvedAt: '2025-02-04 16:20:11.004512+00:00',
    tellsNumbers: true,
  },
  {
    id: '7014',
    value: 'FISCHER SHOP',
    approved: true,
    rejection: '',
    created: '2025-03-11 08:12:45.700100+00:00',
    approvedAt: '2025-03-12 09:00:02.310000+00:00',
    tellsNumbers: true,
  },
  {
    id: '6002',
    value: 'DF SERVICES',
    approved: true,
    rejection: '',
    created: '2021-09-01 12:00:00.000001+00:00',
    approvedAt: '2021-09-02 12:30:00.000001+00:00',
    tellsNumbers: false,
  },
  {
    id: '7100',
    value: 'FISCHER VANS',
    approved: false,
    rejection: null,
    created: '2026-01-15 17:45:30.250000+00:00',
    approvedAt: null,
    tellsNumbers: false,
  },
]
