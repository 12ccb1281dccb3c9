import { expect, type Locator, type Page } from '@playwright/test'

/** Find & buy: the form at the left, what was found, and the basket. */
export type Market = {
  readonly go: () => Promise<void>
  readonly form: Locator
  readonly field: (label: string | RegExp) => Locator
  /** One of several words: `choose('Kind', 'Toll-free')`. */
  readonly choose: (group: string, name: string) => Promise<void>
  readonly submit: Locator
  /** Types an area code and a pattern, searches with Enter, and waits until every account has answered. */
  readonly search: (pattern: string, prefix?: string) => Promise<void>
  readonly results: Locator
  readonly title: Locator
  readonly grid: Locator
  /** Rows of offers, the heading's left out. */
  readonly rows: Locator
  readonly row: (display: string) => Locator
  /** How far each account's part is. */
  readonly parts: Locator
  readonly notes: Locator
  readonly toggle: (display: string) => Locator
  readonly sortBy: (name: string) => Promise<void>
  /** The numbers that are drawn now, from the first to the last. */
  readonly displays: () => Promise<readonly string[]>
  readonly recent: (name: string | RegExp) => Locator
  readonly forget: (name: string | RegExp) => Locator
  readonly button: (name: string | RegExp) => Locator
  readonly basket: Basket
}

export type Basket = {
  readonly region: Locator
  readonly group: (account: string) => Locator
  readonly line: (display: string) => Locator
  readonly take: (display: string) => Locator
  readonly clear: Locator
  readonly buy: (account: string) => Locator
  /** What stands beside a name in an account's sums: `sum('Flowroute · Clinic', 'Now')`. */
  readonly sum: (account: string, name: string) => Locator
}

export function market(page: Page): Market {
  const form = page.getByRole('region', { name: 'Find a number' })
  const results = page.getByRole('region', { name: 'Numbers for sale' })
  const grid = results.getByRole('grid', { name: 'Numbers for sale' })
  const rows = grid.getByRole('row').filter({ has: page.getByRole('rowheader') })
  // The buttons that count a number up and down carry its label, too; while suggestions are offered all else is hidden.
  const hidden = { includeHidden: true }
  const typed = page.getByRole('textbox', hidden).or(page.getByRole('combobox', hidden))
  const parts = results.getByRole('list', { name: 'How each account stands' }).getByRole('listitem')
  const isOver = async (words: string) => {
    await expect(results.getByTitle(words, { exact: true })).toBeVisible()
    await expect(parts.filter({ hasText: 'searching' })).toHaveCount(0)
  }
  const field = (label: string | RegExp) => form.getByLabel(label, { exact: true }).and(typed)
  return {
    go: () => page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'Find & buy' }).click(),
    form,
    field,
    choose: (group, name) => form.getByRole('radiogroup', { name: group }).getByText(name, { exact: true }).click(),
    submit: form.getByRole('button', { name: /^Search( again)?$/ }),
    search: async (pattern, prefix = '206') => {
      await field('Area code or prefix').fill(prefix)
      await field('Pattern').fill(pattern)
      await field('Pattern').press('Enter')
      await isOver([prefix, pattern].filter(Boolean).join(' · '))
    },
    results,
    title: results.getByRole('heading', { level: 2 }).first(),
    grid,
    rows,
    row: (display) => rows.filter({ hasText: display }),
    parts,
    notes: results.getByRole('list', { name: 'About these results' }).getByRole('listitem'),
    toggle: (display) => results.getByRole('button', { name: new RegExp(`^(Add|In basket:) ${escaped(display)}`) }),
    sortBy: async (name) => {
      await results.getByRole('button', { name: /Order of the list/ }).click()
      await page.getByRole('option', { name }).click()
    },
    displays: async () => {
      const texts = await rows.getByRole('rowheader').allTextContents()
      return texts.flatMap((text) => text.match(/\(\d{3}\) \d{3}-\d{4}/)?.[0] ?? [])
    },
    recent: (name) => form.getByRole('listitem').getByRole('button', { name }).first(),
    forget: (name) => form.getByRole('button', { name }),
    button: (name) => results.getByRole('button', { name }),
    basket: basketOf(page),
  }
}

function basketOf(page: Page): Basket {
  const region = page.getByRole('complementary', { name: 'Basket' })
  const group = (account: string) => region.getByRole('region', { name: account })
  return {
    region,
    group,
    line: (display) => region.getByRole('listitem').filter({ hasText: display }),
    take: (display) => region.getByRole('button', { name: `Take ${display} out of the basket` }),
    clear: region.getByRole('button', { name: 'Clear' }),
    buy: (account) => group(account).getByRole('button', { name: /^Buy/ }),
    sum: (account, name) => factIn(group(account), name),
  }
}

const escaped = (text: string): string => text.replace(/[()]/g, '\\$&')

/** The value that stands beside a name in a list of names and values. */
export const factIn = (region: Locator, name: string): Locator =>
  region
    .getByRole('term')
    .filter({ hasText: new RegExp(`^${name}$`) })
    .locator('xpath=..')
    .getByRole('definition')
