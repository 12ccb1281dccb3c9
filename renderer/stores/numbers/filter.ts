import type { CalendarDay } from '../../../shared/calendar.ts'
import type { AccountId } from '../../../shared/model/account.ts'
import type { NumberFilter, NumberKind, NumberState } from '../../../shared/model/number.ts'

/** Nothing filtered: every number that is still owned. */
export const noFilter: NumberFilter = {
  search: '',
  accountIds: [],
  kinds: [],
  states: [],
  autoRenew: null,
  rings: null,
  endsBy: null,
}

/** One thing that is filtered by, so that each can be shown and taken away alone. */
export type FilterPart =
  | { readonly kind: 'search'; readonly text: string }
  | { readonly kind: 'account'; readonly accountId: AccountId }
  | { readonly kind: 'type'; readonly type: NumberKind }
  | { readonly kind: 'state'; readonly state: NumberState }
  | { readonly kind: 'autoRenew'; readonly autoRenew: 'on' | 'off' | 'untold' }
  | { readonly kind: 'rings'; readonly rings: 'somewhere' | 'nowhere' | 'unread' }
  | { readonly kind: 'endsBy'; readonly day: CalendarDay }

export function partsOf(filter: NumberFilter): readonly FilterPart[] {
  return [
    ...(filter.search.trim() ? [{ kind: 'search', text: filter.search.trim() } as const] : []),
    ...filter.accountIds.map((accountId) => ({ kind: 'account', accountId }) as const),
    ...(filter.endsBy ? [{ kind: 'endsBy', day: filter.endsBy } as const] : []),
    ...(filter.rings ? [{ kind: 'rings', rings: filter.rings } as const] : []),
    ...(filter.autoRenew ? [{ kind: 'autoRenew', autoRenew: filter.autoRenew } as const] : []),
    ...filter.kinds.map((type) => ({ kind: 'type', type }) as const),
    ...filter.states.map((state) => ({ kind: 'state', state }) as const),
  ]
}

export const isOn = (filter: NumberFilter, part: FilterPart): boolean =>
  partsOf(filter).some((other) => JSON.stringify(other) === JSON.stringify(part))

/** The filter with a part in it that was not, or without one that was. */
export function toggled(filter: NumberFilter, part: FilterPart): NumberFilter {
  const on = !isOn(filter, part)
  switch (part.kind) {
    case 'search':
      return { ...filter, search: on ? part.text : '' }
    case 'account':
      return { ...filter, accountIds: flipped(filter.accountIds, part.accountId) }
    case 'type':
      return { ...filter, kinds: flipped(filter.kinds, part.type) }
    case 'state':
      return { ...filter, states: flipped(filter.states, part.state) }
    case 'autoRenew':
      return { ...filter, autoRenew: on ? part.autoRenew : null }
    case 'rings':
      return { ...filter, rings: on ? part.rings : null }
    case 'endsBy':
      return { ...filter, endsBy: on ? part.day : null }
    default:
      return part satisfies never
  }
}

const flipped = <Item>(items: readonly Item[], item: Item): Item[] =>
  items.includes(item) ? items.filter((other) => other !== item) : [...items, item]

/** Whether anything but the account is filtered by: then the counts are not those of everything owned. */
export const isNarrow = (filter: NumberFilter): boolean => partsOf(filter).some(({ kind }) => kind !== 'account')
