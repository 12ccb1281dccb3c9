import { describe, expect, it } from 'vitest'
import { type FilterPart, isNarrow, isOn, noFilter, partsOf, toggled } from '../../renderer/stores/numbers/filter.ts'

const parts: readonly FilterPart[] = [
  { kind: 'search', text: 'van' },
  { kind: 'account', accountId: 'cf' },
  { kind: 'type', type: 'tollFree' },
  { kind: 'state', state: 'gone' },
  { kind: 'autoRenew', autoRenew: 'off' },
  { kind: 'rings', rings: 'nowhere' },
  { kind: 'endsBy', day: '2026-12-21' },
]

describe('a filter', () => {
  it.each(parts)('takes $kind in and gives it back', (part) => {
    const on = toggled(noFilter, part)
    expect(partsOf(on)).toEqual([part])
    expect(isOn(on, part)).toBe(true)
    expect(toggled(on, part)).toEqual(noFilter)
  })

  it('holds several states at once', () => {
    const both = toggled(toggled(noFilter, { kind: 'state', state: 'gone' }), { kind: 'state', state: 'pending' })
    expect(both.states).toEqual(['gone', 'pending'])
  })

  it('replaces what can only be one thing', () => {
    const nowhere = toggled(noFilter, { kind: 'rings', rings: 'nowhere' })
    expect(toggled(nowhere, { kind: 'rings', rings: 'unread' }).rings).toBe('unread')
  })

  it('is not narrow while only accounts are picked: the counts are then those of what is owned', () => {
    expect(isNarrow({ ...noFilter, accountIds: ['cf'] })).toBe(false)
    expect(isNarrow({ ...noFilter, search: '  ' })).toBe(false)
    expect(isNarrow({ ...noFilter, search: '206' })).toBe(true)
  })
})
