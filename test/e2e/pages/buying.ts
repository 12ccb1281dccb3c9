import { expect, type Locator, type Page } from '@playwright/test'

/** The one dialog for everything that spends or cannot be taken back. */
export type Buying = {
  readonly dialog: Locator
  readonly title: (name: string | RegExp) => Locator
  readonly check: (sentence: string | RegExp) => Locator
  readonly checks: Locator
  readonly things: Locator
  readonly cancel: Locator
  /** What spends; its words name count and price. */
  readonly confirm: (name?: string | RegExp) => Locator
  readonly typing: Locator
  readonly acceptPrice: Locator
  readonly again: Locator
  /** One line a thing, after it was sent. */
  readonly outcome: Locator
  readonly openOrder: Locator
  readonly close: Locator
  /** Waits for the checks and presses what spends, as a person does. */
  readonly buy: () => Promise<void>
}

export function buying(page: Page): Buying {
  // A notification calls itself a dialog too, but has no heading.
  const dialog = page.getByRole('alertdialog').filter({ has: page.getByRole('heading') })
  const button = (name: string | RegExp) => dialog.getByRole('button', { name })
  const checks = dialog.getByRole('list', { name: 'Checks' }).getByRole('listitem')
  const confirm = (name: string | RegExp = /^(Buy|Give up) \d/) => button(name)
  return {
    dialog,
    title: (name) => dialog.getByRole('heading', { name, level: 2 }),
    check: (sentence) => checks.filter({ hasText: sentence }),
    checks,
    things: dialog.getByRole('list', { name: /^(Numbers|Keywords)$/ }).getByRole('listitem'),
    cancel: button('Cancel'),
    confirm,
    typing: dialog.getByRole('textbox', { name: /^Type/ }),
    acceptPrice: button('Accept the new price'),
    again: button('Check again'),
    outcome: dialog.getByRole('list', { name: 'What became of each' }).getByRole('listitem'),
    openOrder: button('Open the order'),
    close: button('Close'),
    buy: async () => {
      await expect(confirm()).not.toHaveAttribute('aria-disabled', 'true')
      await expect(confirm()).toBeEnabled()
      await confirm().click()
    },
  }
}
