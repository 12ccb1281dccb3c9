import { type Figures, median, rounded, toFigure } from './figure.ts'
import type { LoadTimes, Use } from './page.ts'

export function toLoadFigures({ firstRow, frame }: LoadTimes, numbers: number): Figures {
  const [rowMs, frameMs] = [median(firstRow), median(frame)]
  return {
    'page.firstRow': toFigure({
      what: `From page load to the first row painted with ${numbers} numbers stored, as a multiple of the empty frame`,
      value: rowMs / frameMs,
      unit: 'times',
      limit: { atMost: 2.5 },
      reference: {
        what: 'the same page, loaded in turns with it, until its frame is painted, with an account that owns no number',
        value: 1,
        ms: rounded(frameMs),
        loads: frame.map(rounded),
      },
      details: { ms: rounded(rowMs), loads: firstRow.map(rounded) },
    }),
  }
}

type Uses = { readonly full: Use; readonly empty: Use }

export function toUseFigures({ full, empty }: Uses, numbers: number): Figures {
  const { longTasks, tasks, rowsSeen, reached } = full.scrolled
  return {
    'page.longTasks': toFigure({
      what: `Tasks over 50 ms while ${numbers} rows are scrolled from top to bottom`,
      value: longTasks.length,
      unit: 'tasks',
      limit: { atMost: 0 },
      reference: {
        what: 'the same movements on the page without numbers',
        value: empty.scrolled.longTasks.length,
        ms: empty.scrolled.longTasks.map(rounded),
      },
      details: {
        ms: longTasks.map(rounded),
        longestMs: rounded(tasks.longestMs),
        longestOwnWorkMs: rounded(tasks.longestOwnWorkMs),
        rowsSeen,
        reached,
      },
    }),
    'page.heap': toFigure({
      what: "The renderer's heap after that, after a collection",
      value: full.heapBytes,
      unit: 'bytes',
      limit: { atMost: 120_000_000 },
      reference: { what: 'the same page without numbers, after the same movements', value: empty.heapBytes },
    }),
  }
}
