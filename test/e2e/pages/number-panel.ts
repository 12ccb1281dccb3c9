import type { Locator, Page } from '@playwright/test'

/** The panel of one number. */
export type NumberPanel = {
  readonly region: Locator
  readonly tab: (name: 'Overview' | 'Calls go to' | 'Lease') => Locator
  /** What stands beside a name: `fact('Read')`. */
  readonly fact: (name: string) => Locator
  readonly close: Locator
  readonly back: Locator
  readonly copy: Locator
}

export function numberPanel(page: Page, display?: string): NumberPanel {
  const region = page.getByRole('complementary', { name: display === undefined ? /^Number/ : `Number ${display}` })
  return {
    region,
    tab: (name) => region.getByRole('tab', { name }),
    fact: (name) =>
      region
        .getByRole('term')
        .filter({ hasText: new RegExp(`^${name}$`) })
        .locator('xpath=..')
        .getByRole('definition'),
    close: region.getByRole('button', { name: 'Close' }),
    back: region.getByRole('button', { name: 'Numbers', exact: true }),
    copy: region.getByRole('button', { name: 'Copy', exact: true }),
  }
}
