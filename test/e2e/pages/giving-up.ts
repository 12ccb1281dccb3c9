import type { Locator, Page } from '@playwright/test'
import { factIn } from './market.ts'

/** The question before something is given up or kept after all, and what became of it. */
export type GivingUp = {
  readonly dialog: Locator
  readonly title: (name: string | RegExp) => Locator
  readonly fact: (name: string) => Locator
  /** What follows, line by line, from what is known. */
  readonly lines: Locator
  readonly typing: Locator
  readonly cancel: Locator
  readonly turnOff: Locator
  readonly turnOn: Locator
  /** Leads to the checks; gives up nothing by itself. */
  readonly goOn: Locator
  readonly outcome: Locator
  readonly close: Locator
}

export function givingUp(page: Page): GivingUp {
  const dialog = page.getByRole('alertdialog').filter({ has: page.getByRole('heading') })
  const button = (name: string) => dialog.getByRole('button', { name })
  return {
    dialog,
    title: (name) => dialog.getByRole('heading', { name, level: 2 }),
    fact: (name) => factIn(dialog, name),
    lines: dialog.getByRole('listitem'),
    typing: dialog.getByRole('textbox', { name: /^Type/ }),
    cancel: button('Cancel'),
    turnOff: button('Turn off auto-renew'),
    turnOn: button('Turn on auto-renew'),
    goOn: button('Check and release…'),
    outcome: dialog.getByRole('status'),
    close: button('Close'),
  }
}

/** Settings that were kept, and putting them back. */
export type Restoring = {
  readonly offer: Locator
  readonly dialog: Locator
  readonly putBack: Locator
  readonly close: Locator
}

export function restoring(page: Page): Restoring {
  const dialog = page.getByRole('dialog').filter({ has: page.getByRole('heading', { name: /put back|back\?$/ }) })
  return {
    offer: page.getByRole('button', { name: 'Put them back…' }),
    dialog,
    putBack: dialog.getByRole('button', { name: 'Put back', exact: true }),
    close: dialog.getByRole('button', { name: 'Close' }),
  }
}
