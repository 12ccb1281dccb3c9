import { describe, expect, it } from 'vitest'
import { layouts, shownIn } from '../../renderer/screens/numbers/columns.tsx'
import { fitting, templateOf, widthOf } from '../../renderer/ui/grid/columns.ts'
import { moved, within } from '../../renderer/ui/grid/keys.ts'
import { assignSlots } from '../../renderer/ui/grid/slots.ts'

const size = { rows: 100, columns: 5, hasTicks: true, page: 20 }
const at = (row: number, column: number) => ({ row, column })

describe('keys in the grid', () => {
  it.each([
    ['ArrowDown', false, at(3, 2), at(4, 2)],
    ['ArrowUp', false, at(0, 2), at(-1, 2)],
    ['ArrowUp', false, at(-1, 2), at(-1, 2)],
    ['ArrowLeft', false, at(3, 0), at(3, 0)],
    ['ArrowRight', false, at(3, 4), at(3, 4)],
    ['Home', false, at(3, 3), at(3, 0)],
    ['End', false, at(3, 0), at(3, 4)],
    ['Home', true, at(50, 3), at(0, 0)],
    ['End', true, at(50, 0), at(99, 4)],
    ['PageDown', false, at(90, 1), at(99, 1)],
    ['PageUp', false, at(5, 1), at(0, 1)],
  ])('%s (ctrl %s) leads from %o to %o', (key, ctrl, from, to) => {
    expect(moved(from, { key, ctrl }, size)).toEqual(to)
  })

  it('leave other keys alone', () => {
    expect(moved(at(1, 1), { key: 'x', ctrl: false }, size)).toBeNull()
  })

  it('stay in the header when there is no row', () => {
    expect(within(at(5, 1), { ...size, rows: 0 })).toEqual(at(-1, 1))
  })

  it('find no column of checkboxes where rows cannot be selected', () => {
    expect(moved(at(3, 1), { key: 'ArrowLeft', ctrl: false }, { ...size, hasTicks: false })).toEqual(at(3, 1))
    expect(moved(at(3, 3), { key: 'Home', ctrl: false }, { ...size, hasTicks: false })).toEqual(at(3, 1))
  })
})

describe('columns', () => {
  it('give way in their order until the rest fits', () => {
    const columns = [
      { id: 'a', width: 100 },
      { id: 'b', width: 100 },
      { id: 'c', width: 100 },
    ]
    expect(fitting(columns, ['c', 'a'], widthOf(columns)).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(fitting(columns, ['c', 'a'], widthOf(columns) - 1).map(({ id }) => id)).toEqual(['a', 'b'])
    expect(fitting(columns, ['c', 'a'], 0).map(({ id }) => id)).toEqual(['b'])
  })

  it('of numbers: place goes before account, account before monthly, and "Rings at" is the last to go', () => {
    const widths = Array.from({ length: 160 }, (_, step) => 1700 - step * 10)
    const gone = new Map<string, number>()
    for (const width of widths)
      for (const { id } of layouts) if (!shownIn(width, null).has(id) && !gone.has(id)) gone.set(id, width)
    expect([...gone.keys()].slice(-6)).toEqual(['place', 'account', 'monthly', 'ends', 'state', 'rings'])
    expect(gone.has('number')).toBe(false)
  })

  it('of numbers: at the smallest window the number, where it rings, its end, price and state are shown', () => {
    expect([...shownIn(960 - 164, null)]).toEqual(['number', 'rings', 'ends', 'monthly', 'state'])
  })

  it('of numbers: those that were asked for show whether or not they fit, and the number always', () => {
    expect([...shownIn(300, new Set(['place', 'readAt']))]).toEqual(['number', 'place', 'readAt'])
  })

  it('share what is left over by their growth', () => {
    expect(templateOf([{ width: 100 }, { width: 50, grow: 2 }])).toBe('40px 100px minmax(50px, 2fr)')
    expect(templateOf([{ width: 100 }, { width: 50, grow: 2 }], false)).toBe('100px minmax(50px, 2fr)')
  })
})

describe('slots', () => {
  it('stay with rows that stay, and pass from rows that went to rows that came', () => {
    const before = assignSlots(new Map(), [0, 1, 2])
    expect([...assignSlots(before, [1, 2, 3])]).toEqual([
      [1, 1],
      [2, 2],
      [3, 0],
    ])
  })

  it('keep the order of the page when everything changes, so that nothing is moved', () => {
    const before = assignSlots(new Map(), [0, 1, 2])
    expect([...assignSlots(before, [500, 501, 502]).values()]).toEqual([0, 1, 2])
  })

  it('are never shared and never more than the rows', () => {
    let slots = assignSlots(new Map(), [0, 1, 2, 3])
    for (const start of [2, 90, 91, 7, 8, 60]) {
      slots = assignSlots(slots, [0, start, start + 1, start + 2])
      expect(new Set(slots.values()).size).toBe(4)
      expect(slots.get(0)).toBe(0)
    }
    expect(Math.max(...slots.values())).toBeLessThan(8)
  })
})
