import { expect, type Locator, type Page } from '@playwright/test'

export type Typed = {
  readonly provider: 'CallFire' | 'Flowroute'
  readonly login: string
  readonly secret: string
  readonly address?: string
  readonly name?: string
  readonly readOnly?: boolean
}

/** The three steps, for the first account and for every later one. */
export type AddAccount = {
  readonly welcome: Locator
  readonly title: Locator
  readonly sample: Locator
  readonly pick: (provider: Typed['provider']) => Promise<void>
  readonly login: Locator
  readonly secret: Locator
  readonly address: Locator
  readonly name: Locator
  readonly fill: (typed: Typed) => Promise<void>
  readonly test: () => Promise<void>
  /** The lines of the test's report. */
  readonly report: Locator
  readonly outcome: Locator
  readonly add: Locator
  readonly addAnyway: Locator
}

export function addAccount(page: Page): AddAccount {
  const login = page.getByLabel(/^(API login|Access key)$/)
  const secret = page.getByLabel(/^(API password|Secret key)$/)
  const address = page.getByLabel('API address')
  const name = page.getByLabel('Name of the account')
  const outcome = page.getByRole('region', { name: 'Step 3: Test and add' })
  const pick = async (provider: Typed['provider']) => {
    await page.getByRole('radiogroup', { name: 'Provider' }).getByText(provider, { exact: true }).click()
    await expect(page.getByRole('radio', { name: provider })).toBeChecked()
  }
  return {
    welcome: page.getByRole('heading', { name: 'Welcome to Linekeeper' }),
    title: page.getByRole('heading', { name: 'Add an account' }),
    sample: page.getByRole('button', { name: 'Look around with sample data' }),
    pick,
    login,
    secret,
    address,
    name,
    fill: async (typed) => {
      await pick(typed.provider)
      await login.fill(typed.login)
      await secret.fill(typed.secret)
      if (typed.name !== undefined) await name.fill(typed.name)
      if (typed.readOnly) await page.getByText(/^Read only/).click()
      if (typed.address === undefined) return
      const opener = page.getByRole('button', { name: 'Use another API address…' })
      if (await opener.isVisible()) await opener.click()
      await address.fill(typed.address)
    },
    test: async () => {
      await page.getByRole('button', { name: /^Test (the keys|again)$/ }).click()
      await expect(page.getByRole('button', { name: 'Test again' })).not.toHaveAttribute('aria-disabled', 'true')
    },
    report: outcome.getByRole('listitem'),
    outcome,
    add: page.getByRole('button', { name: 'Add the account' }),
    addAnyway: page.getByRole('button', { name: 'Add it anyway' }),
  }
}
