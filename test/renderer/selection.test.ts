import { describe, expect, it } from 'vitest'
import {
  allSelected,
  fromKey,
  isSelected,
  keyOf,
  nothingSelected,
  select,
  selectedCount,
  toggle,
} from '../../renderer/stores/numbers/selection.ts'

const a = keyOf({ accountId: 'cf', number: '+12065550100' })
const b = keyOf({ accountId: 'fr', number: '+12065550100' })

describe('a selection', () => {
  it('tells the same number in two accounts apart', () => {
    const one = toggle(nothingSelected, a)
    expect([isSelected(one, a), isSelected(one, b)]).toEqual([true, false])
  })

  it('is undone by the same toggle', () => {
    expect(selectedCount(toggle(toggle(nothingSelected, a), a), 10)).toBe(0)
  })

  it('of all that match counts the total, without holding the rows', () => {
    expect(selectedCount(allSelected, 100_000)).toBe(100_000)
    expect(isSelected(allSelected, a)).toBe(true)
  })

  it('of all but one counts one less and leaves that one out', () => {
    const rest = toggle(allSelected, a)
    expect([selectedCount(rest, 10), isSelected(rest, a), isSelected(rest, b)]).toEqual([9, false, true])
  })

  it('never counts below nothing when the list shrinks under it', () => {
    expect(selectedCount(select(allSelected, [a, b], false), 1)).toBe(0)
  })

  it('leaves the selection before it as it was', () => {
    select(nothingSelected, [a], true)
    expect(selectedCount(nothingSelected, 10)).toBe(0)
  })

  it('finds account and number again in a key', () => {
    expect(fromKey(a)).toEqual({ accountId: 'cf', number: '+12065550100' })
  })
})
