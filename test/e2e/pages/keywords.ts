import type { Locator, Page } from '@playwright/test'
import { factIn } from './market.ts'

export type Keywords = {
  readonly go: () => Promise<void>
  readonly grid: Locator
  readonly rows: Locator
  readonly row: (keyword: string) => Locator
  readonly find: Locator
  readonly openWords: () => Promise<void>
  readonly words: WordsPanel
  readonly open: (keyword: string) => Promise<void>
  readonly panel: (keyword: string) => KeywordPanel
}

/** Which words can still be had. */
export type WordsPanel = {
  readonly region: Locator
  readonly text: Locator
  readonly check: Locator
  readonly summary: Locator
  readonly line: (word: string) => Locator
  readonly tick: (word: string) => Locator
  readonly suggestions: Locator
  readonly order: Locator
  readonly close: Locator
}

export type KeywordPanel = {
  readonly region: Locator
  readonly fact: (name: string) => Locator
  readonly turnOff: Locator
  readonly turnOn: Locator
  readonly close: Locator
}

export function keywords(page: Page): Keywords {
  const grid = page.getByRole('grid', { name: 'Keywords' })
  const rows = grid.getByRole('row').filter({ has: page.getByRole('rowheader') })
  const row = (keyword: string) =>
    rows.filter({ has: page.getByRole('rowheader').filter({ hasText: new RegExp(`^${keyword}`) }) })
  return {
    go: () => page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'Keywords' }).click(),
    grid,
    rows,
    row,
    find: page.getByRole('searchbox', { name: 'Find a keyword' }),
    openWords: () => page.getByRole('button', { name: 'Check words' }).click(),
    words: wordsPanel(page),
    open: (keyword) => row(keyword).getByRole('rowheader').click(),
    panel: (keyword) => keywordPanel(page, keyword),
  }
}

function wordsPanel(page: Page): WordsPanel {
  const region = page.getByRole('complementary', { name: 'Check words' })
  return {
    region,
    text: region.getByLabel('Words, one a line'),
    check: region.getByRole('button', { name: 'Check', exact: true }),
    summary: region.getByRole('status'),
    line: (word) => region.getByRole('listitem').filter({ has: page.getByText(word, { exact: true }) }),
    tick: (word) => region.getByRole('checkbox', { name: word, exact: true }),
    suggestions: region.getByRole('region', { name: 'Suggestions' }).getByRole('button'),
    order: region.getByRole('button', { name: /^Order/ }),
    close: region.getByRole('button', { name: 'Close' }),
  }
}

function keywordPanel(page: Page, keyword: string): KeywordPanel {
  const region = page.getByRole('complementary', { name: `Keyword ${keyword}` })
  return {
    region,
    fact: (name) => factIn(region, name),
    turnOff: region.getByRole('button', { name: 'Turn off auto-renew…' }),
    turnOn: region.getByRole('button', { name: 'Turn auto-renew on again…' }),
    close: region.getByRole('button', { name: 'Close' }),
  }
}
