import type { Locator, Page } from '@playwright/test'
import { factIn } from './market.ts'

export type Orders = {
  readonly go: () => Promise<void>
  readonly grid: Locator
  readonly rows: Locator
  readonly row: (what: string | RegExp) => Locator
  readonly filter: (name: string) => Locator
  readonly chooseMonth: (name: RegExp) => Promise<void>
  readonly open: (what: string | RegExp) => Promise<void>
  readonly panel: OrderPanel
}

export type OrderPanel = {
  readonly region: Locator
  /** How it stands as a whole: `1 asked: 1 yours`. */
  readonly standing: Locator
  readonly items: Locator
  readonly timeline: Locator
  readonly answers: Locator
  readonly fact: (name: string) => Locator
  readonly checkAgain: Locator
  readonly copy: Locator
  readonly print: Locator
  readonly close: Locator
}

export function orders(page: Page): Orders {
  const grid = page.getByRole('grid', { name: 'Orders' })
  const rows = grid.getByRole('row').filter({ has: page.getByRole('rowheader') })
  const filters = page.getByRole('group', { name: 'Filters' })
  return {
    go: () => page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'Orders' }).click(),
    grid,
    rows,
    row: (what) => rows.filter({ hasText: what }),
    filter: (name) => filters.getByRole('button', { name: new RegExp(`^${name}`) }),
    chooseMonth: async (name) => {
      await page.getByRole('button', { name: /Month/ }).click()
      await page.getByRole('option', { name }).last().click()
    },
    open: (what) => rows.filter({ hasText: what }).first().getByRole('rowheader').click(),
    panel: orderPanel(page),
  }
}

function orderPanel(page: Page): OrderPanel {
  const region = page.getByRole('complementary', { name: /^Order/ })
  const button = (name: string) => region.getByRole('button', { name })
  const timeline = region.getByRole('region', { name: 'Timeline' })
  return {
    region,
    standing: region.getByRole('status'),
    items: region.getByRole('region', { name: 'Items' }).getByRole('listitem'),
    timeline: timeline.getByRole('listitem'),
    answers: timeline.getByText('The provider’s answer'),
    fact: (name) => factIn(region, name),
    checkAgain: button('Check again'),
    copy: button('Copy for support'),
    print: button('Print receipt'),
    close: button('Close'),
  }
}
