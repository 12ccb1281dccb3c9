import { describe, expect, it } from 'vitest'
import { allowed } from '../../../electron/core/orders/ledger.ts'
import { type ItemState, itemStates, type PurchaseItem } from '../../../shared/model/purchase.ts'

const item = (state: ItemState): PurchaseItem => ({
  slot: 0,
  thing: '+12065550101',
  state,
  said: null,
  since: 0,
  setup: null,
  monthly: null,
  letGo: false,
})
const may = (from: ItemState, to: ItemState) => allowed([item(from)], [{ slot: 0, state: to }]).length === 1

describe('the journal', () => {
  it.each<[ItemState, readonly ItemState[]]>([
    ['planned', ['planned', 'sending', 'notSent']],
    ['sending', ['sending', 'checking', 'notSent']],
    ['checking', ['checking', 'done', 'refused']],
    ['done', []],
    ['refused', []],
    ['notSent', []],
  ])('lets what is %s become %j alone', (from, to) => {
    expect(itemStates.filter((state) => may(from, state))).toEqual(itemStates.filter((state) => to.includes(state)))
  })

  it.each(['done', 'refused', 'notSent'] as const)('changes nothing of what is %s', (state) => {
    expect(allowed([item(state)], [{ slot: 0, said: 'something else', letGo: true }])).toEqual([])
  })

  it('knows nothing of a slot that is not there', () => {
    expect(allowed([item('checking')], [{ slot: 7, state: 'done' }])).toEqual([])
  })
})
