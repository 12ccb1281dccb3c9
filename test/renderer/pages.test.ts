import { describe, expect, it } from 'vitest'
import {
  type Pages,
  pageSize,
  pagesKept,
  pagesOf,
  rowAt,
  rowsIn,
  withoutBeyond,
  withPage,
} from '../../renderer/stores/windowed/pages.ts'
import { fakeAccount } from './support/fake-main.ts'
import { sampleRow } from './support/sample-rows.ts'

const account = fakeAccount('cf', 'callfire-v2')
const page = (number: number) => Array.from({ length: pageSize }, (_, at) => sampleRow(number * pageSize + at, account))

describe('the pages around the visible rows', () => {
  it.each([
    ['one page in the middle', { start: 110, end: 130 }, 1000, [1]],
    ['both pages over a border', { start: 190, end: 215 }, 1000, [1, 2]],
    ['no page beyond the end', { start: 980, end: 1040 }, 1000, [9]],
    ['the last page when the list has shrunk below the range', { start: 900, end: 930 }, 150, [1]],
    ['the first page before the total is known', { start: 400, end: 430 }, null, [0]],
    ['the first page of an empty list, so that new rows are noticed', { start: 0, end: 30 }, 0, [0]],
  ])('are %s', (_name, range, total, pages) => {
    expect(pagesOf(range, total)).toEqual(pages)
  })

  it('find a row by its index, and nothing where no page is', () => {
    const pages = withPage(new Map(), 1, page(1))
    expect(rowAt(pages, 105)).toEqual(page(1)[5])
    expect(rowAt(pages, 5)).toBeUndefined()
  })

  it('let go of the farthest page first and never grow beyond their number', () => {
    const none: Pages<string> = new Map()
    const all = Array.from({ length: 40 }, (_, at) => at).reduce((pages, at) => withPage(pages, at, []), none)
    expect(all.size).toBe(pagesKept)
    expect(Math.min(...all.keys())).toBe(40 - pagesKept)
  })

  it('keep the page that was just read, also when it replaces an older edition of itself', () => {
    const twice = withPage(withPage(new Map(), 3, page(3)), 3, [])
    expect([...twice]).toEqual([[3, []]])
  })

  it('lose what lies beyond a total that shrank', () => {
    const pages = withPage(withPage(new Map(), 0, page(0)), 1, page(1))
    expect([...withoutBeyond(pages, 100).keys()]).toEqual([0])
  })

  it('say whether a range is wholly at hand', () => {
    const pages = withPage(new Map(), 0, page(0))
    expect(rowsIn(pages, { start: 98, end: 100 })).toMatchObject({ whole: true })
    expect(rowsIn(pages, { start: 98, end: 102 })).toMatchObject({ whole: false, rows: page(0).slice(98) })
  })
})
