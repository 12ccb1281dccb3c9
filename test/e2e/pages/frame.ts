import type { Locator, Page } from '@playwright/test'

type SectionName = 'Numbers' | 'Find & buy' | 'Keywords' | 'Orders' | 'Settings'

/** What stands around every screen: sections, top bar, status strip, and what comes up over them. */
export type Frame = {
  readonly rail: Locator
  readonly section: (name: SectionName) => Locator
  readonly search: Locator
  readonly accountFilter: Locator
  readonly showAccount: (name: string | RegExp) => Promise<void>
  readonly sampleMark: Locator
  readonly notices: Locator
  readonly strip: Locator
  readonly standing: (account: string | RegExp) => Locator
  readonly dialog: (name?: string | RegExp) => Locator
  readonly toast: Locator
  /** What a screen reader is told when it is idle, and at once. */
  readonly polite: Locator
  readonly urgent: Locator
}

export function frame(page: Page): Frame {
  const rail = page.getByRole('navigation', { name: 'Sections' })
  const strip = page.getByRole('contentinfo')
  const accountFilter = page.getByRole('button', { name: 'Accounts shown' })
  return {
    rail,
    section: (name) => rail.getByRole('button', { name }),
    search: page.getByRole('searchbox', { name: 'Find a number' }),
    accountFilter,
    showAccount: async (name) => {
      await accountFilter.click()
      await page.getByRole('option', { name }).click()
    },
    sampleMark: page.getByRole('banner').getByText('SAMPLE', { exact: true }),
    notices: page.getByRole('button', { name: /^Notices/ }),
    strip,
    standing: (account) => strip.getByRole('button', { name: account }),
    dialog: (name) => page.getByRole('dialog', name === undefined ? {} : { name }),
    toast: page.getByRole('alertdialog').filter({ has: page.getByRole('button', { name: 'Close' }) }),
    polite: page.getByRole('status'),
    urgent: page.getByRole('alert'),
  }
}
