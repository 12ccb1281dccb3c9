import { expect, type Locator, type Page } from '@playwright/test'

export type SettingsPart = 'Accounts' | 'Spending' | 'Sync' | 'Appearance' | 'Data' | 'Keyboard' | 'About'

export type Settings = {
  readonly title: Locator
  readonly go: (part: SettingsPart) => Promise<void>
  readonly addAccount: Locator
  readonly account: (title: string) => AccountCard
  /** One of several: `choose('Colors', 'Dark')`. */
  readonly choose: (group: string, name: string) => Promise<void>
}

/** One account, in Accounts and in Sync alike. */
export type AccountCard = {
  readonly card: Locator
  readonly button: (name: string) => Locator
  readonly toggle: (name: Toggle) => Locator
  readonly flip: (name: Toggle) => Promise<void>
}

export function settings(page: Page): Settings {
  return {
    title: page.getByRole('heading', { name: 'Settings', level: 1 }),
    go: async (part) => {
      await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'Settings' }).click()
      await page.getByRole('tab', { name: part }).click()
    },
    addAccount: page.getByRole('button', { name: 'Add account' }),
    account: (title) => accountCard(page.getByRole('region', { name: title, exact: true })),
    choose: async (group, name) => {
      const choices = page.getByRole('radiogroup', { name: group })
      await choices.getByText(name, { exact: true }).click()
      await expect(choices.getByRole('radio', { name })).toBeChecked()
    },
  }
}

type Toggle = 'Read only' | 'Paused'

const accountCard = (card: Locator): AccountCard => ({
  card,
  button: (name) => card.getByRole('button', { name }),
  toggle: (name) => card.getByRole('switch', { name }),
  flip: (name) => card.getByText(new RegExp(`^${name}.`)).click(),
})
