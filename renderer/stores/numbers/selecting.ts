import type { NumberRow } from '../../../shared/model/number.ts'
import { type Range, rowAt, rowsIn } from '../windowed/pages.ts'
import { allSelected, fromKey, isSelected, keyOf, nothingSelected, select, selectedCount, toggle } from './selection.ts'
import type { AskRows, Inside, NumbersState } from './state.ts'

type Selecting = Pick<
  NumbersState,
  'toggleRow' | 'extendTo' | 'selectAll' | 'selectNone' | 'selectedKeys' | 'selectedNumbers'
>

/** The most rows that main gives in one window. */
const most = 500

export function createSelecting({ get, set }: Inside, ask: AskRows): Selecting {
  return {
    toggleRow(index) {
      const row = rowAt(get().pages, index)
      if (!row) return
      const selection = toggle(get().selection, keyOf(row))
      set({ selection, anchor: { index, before: selection } })
    },
    async extendTo(index) {
      const { selection, anchor, pages, answered } = get()
      const from = anchor ?? { index, before: selection }
      set({ anchor: from })
      const range = { start: Math.min(from.index, index), end: Math.max(from.index, index) + 1 }
      const { rows, whole } = rowsIn(pages, range)
      const reply = whole ? { ok: true as const, value: rows } : await askAll(ask, range)
      if (!reply.ok) return set({ failure: reply.failure })
      if (get().anchor !== from || get().answered !== answered) return
      set({ selection: select(from.before, reply.value.map(keyOf), true) })
    },
    selectAll: () => set({ selection: allSelected, anchor: null }),
    selectNone: () => set({ selection: nothingSelected, anchor: null }),
    async selectedKeys() {
      const { selection } = get()
      if (selection.kind === 'some') return { ok: true, value: [...selection.keys].map(fromKey) }
      const reply = await askSelected(ask, get())
      return reply.ok ? { ok: true, value: reply.value.map(({ accountId, number }) => ({ accountId, number })) } : reply
    },
    async selectedNumbers() {
      const { selection } = get()
      if (selection.kind === 'some') return { ok: true, value: await written([...selection.keys]) }
      const reply = await askSelected(ask, get())
      return reply.ok ? { ok: true, value: reply.value.map(({ display }) => display) } : reply
    },
  }
}

/** Every row that matches and was not taken out of the selection again. */
async function askSelected(ask: AskRows, { selection, total }: NumbersState): ReturnType<AskRows> {
  const reply = await askAll(ask, { start: 0, end: selectedCount(allSelected, total ?? 0) })
  return reply.ok ? { ok: true, value: reply.value.filter((row) => isSelected(selection, keyOf(row))) } : reply
}

/** Loaded when it is needed: the number plans of the world are larger than the rest of the page. */
async function written(keys: readonly string[]): Promise<readonly string[]> {
  const { formatPhone } = await import('../../../shared/phone.ts')
  return keys.map((key) => formatPhone(fromKey(key).number))
}

async function askAll(ask: AskRows, { start, end }: Range): Promise<Awaited<ReturnType<AskRows>>> {
  const rows: NumberRow[] = []
  for (let at = start; at < end; at += most) {
    const reply = await ask({ start: at, end: Math.min(end, at + most) })
    if (!reply.ok) return reply
    rows.push(...reply.value)
  }
  return { ok: true, value: rows }
}
