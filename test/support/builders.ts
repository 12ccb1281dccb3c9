import type { AccountDraft, ApiId } from '../../shared/model/account.ts'
import { type NumberQuery, numberStates, type OwnedNumber } from '../../shared/model/number.ts'
import type { Route } from '../../shared/model/route.ts'
import { noPlace } from '../../shared/place-name.ts'

export { noPlace }

export const ownedNumber = (number: string, change: Partial<OwnedNumber> = {}): OwnedNumber => ({
  number,
  alias: null,
  kind: 'local',
  place: noPlace,
  lease: null,
  calls: null,
  texts: null,
  state: 'active',
  stateSaid: null,
  monthly: null,
  setup: null,
  labels: [],
  callerIdLookup: null,
  note: null,
  ...change,
})

/** `+12065550100`, `+12065550101`, … */
export const ownedNumbers = (count: number, from = 0): readonly OwnedNumber[] =>
  Array.from({ length: count }, (_, index) => ownedNumber(`+1${2065550100 + from + index}`))

export const route = (id: string, change: Partial<Route> = {}): Route => ({
  id,
  kind: 'uri',
  target: `sip:${id}@pbx.example.net`,
  name: `route ${id}`,
  edgeStrategyId: null,
  ...change,
})

export const accountDraft = (api: ApiId = 'callfire-v2', change: Partial<AccountDraft> = {}): AccountDraft => ({
  api,
  name: api === 'callfire-v2' ? 'Bakery' : 'Clinic',
  color: 'blue',
  address: null,
  readOnly: false,
  login: 'login-of-tests',
  secret: 'secret-of-tests',
  keeping: 'keystore',
  passphrase: null,
  ...change,
})

/** Every number that is stored, what is gone too. */
export const numberQuery = (change: Partial<NumberQuery> = {}): NumberQuery => ({
  filter: {
    search: '',
    accountIds: [],
    kinds: [],
    states: [...numberStates],
    autoRenew: null,
    rings: null,
    endsBy: null,
  },
  sort: 'number',
  direction: 'ascending',
  offset: 0,
  limit: 500,
  ...change,
})
