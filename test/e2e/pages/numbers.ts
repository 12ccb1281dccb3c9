import type { Locator, Page } from '@playwright/test'

/** A row as it stands on the screen: cells by the name of their column. */
export type ShownRow = { readonly index: number; readonly cells: Readonly<Record<string, string>> }

export type Numbers = {
  readonly screen: Locator
  readonly grid: Locator
  readonly title: Locator
  readonly summary: (text: string | RegExp) => Locator
  readonly row: (display: string) => Locator
  readonly heading: (column: string) => Locator
  readonly cell: (display: string, column: string) => Promise<Locator>
  /** Every row that exists now, from the first to the last. */
  readonly shown: () => Promise<readonly ShownRow[]>
  /** How many rows the list has, shown or not; null while that is not known. */
  readonly count: () => Promise<number | null>
  readonly sortBy: (column: string) => Promise<void>
  readonly chip: (name: string | RegExp) => Locator
  readonly removeChip: (name: string | RegExp) => Locator
  readonly filters: Locator
  readonly addFilter: (...names: readonly (string | RegExp)[]) => Promise<void>
  readonly open: (display: string) => Promise<void>
  readonly copy: (display: string) => Locator
}

export function numbers(page: Page): Numbers {
  const screen = page.getByRole('region', { name: 'Numbers', exact: true })
  const grid = page.getByRole('grid', { name: 'Numbers' })
  const filters = page.getByRole('group', { name: 'Filters' })
  const row = (display: string) => grid.getByRole('row').filter({ hasText: display })
  const heading = (column: string) => grid.getByRole('columnheader', { name: column, exact: true })
  return {
    screen,
    grid,
    title: page.getByRole('heading', { name: 'Numbers', level: 1 }),
    summary: (text) => screen.getByText(text),
    row,
    heading,
    cell: async (display, column) => {
      const place = Number(await heading(column).getAttribute('aria-colindex'))
      return row(display)
        .getByRole('gridcell')
        .or(row(display).getByRole('rowheader'))
        .nth(place - 1)
    },
    shown: () => shownRows(grid),
    count: async () => {
      const count = Number(await grid.getAttribute('aria-rowcount'))
      return count < 0 ? null : count - 1
    },
    sortBy: (column) => heading(column).getByRole('button').click(),
    chip: (name) => filters.getByRole('button', { name }),
    removeChip: (name) => page.getByRole('button', { name }),
    filters,
    addFilter: async (...names) => {
      await filters.getByRole('button', { name: 'Add filter' }).click()
      for (const name of names) await page.getByRole('menuitemcheckbox', { name }).click()
      await page.keyboard.press('Escape')
    },
    open: async (display) => {
      await row(display).getByRole('rowheader').click()
    },
    copy: (display) => page.getByRole('button', { name: `Copy ${display}` }),
  }
}

async function shownRows(grid: Locator): Promise<readonly ShownRow[]> {
  const rows = await grid.getByRole('row').evaluateAll((elements) =>
    elements.map((element) => ({
      index: Number(element.getAttribute('aria-rowindex')) - 2,
      cells: [...element.children].map((cell) => cell.textContent ?? ''),
    })),
  )
  const [header, ...rest] = rows.sort((a, b) => a.index - b.index)
  const names = header?.cells ?? []
  return rest.map(({ index, cells }) => ({
    index,
    cells: Object.fromEntries(cells.map((text, at) => [names[at] ?? '', text])),
  }))
}
