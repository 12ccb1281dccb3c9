import { addAccount } from './pages/add-account.ts'
import { frame } from './pages/frame.ts'
import { numbers } from './pages/numbers.ts'
import { settings } from './pages/settings.ts'
import { expect, officeNumbers, type Page, test } from './support/office.ts'
import { survey } from './support/survey.ts'

const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}

test.beforeEach(async ({ page }) => {
  await expect(numbers(page).summary(`${officeNumbers * 2} owned, two accounts`)).toBeVisible()
})

test('the first Tab offers to skip to the content', async ({ page }) => {
  await press(page, 'Tab')
  const skip = page.getByRole('link', { name: 'Skip to the content' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await press(page, 'Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test('F6 goes round the areas of the window, Shift+F6 back', async ({ page }) => {
  const area = () =>
    page.evaluate(() => {
      const found = document.activeElement?.closest('nav, header, main, aside, footer')
      return found?.tagName.toLowerCase() ?? null
    })
  const seen: (string | null)[] = []
  for (let round = 0; round < 5; round++) {
    await press(page, 'F6')
    seen.push(await area())
  }
  expect(seen).toEqual(['nav', 'header', 'main', 'footer', 'nav'])
  await press(page, 'Shift+F6')
  expect(await area()).toBe('footer')
})

test('Ctrl and a digit go to the sections', async ({ page }) => {
  await press(page, 'Control+5')
  await expect(settings(page).title).toBeVisible()
  await expect(frame(page).section('Settings')).toHaveAttribute('aria-current', 'page')
  await press(page, 'Control+1')
  await expect(numbers(page).title).toBeVisible()
})

test('? shows every key, and takes the focus back where it was', async ({ page }) => {
  await press(page, '/', 'ArrowDown')
  const cell = numbers(page).grid.getByRole('rowheader').first()
  await expect(cell).toBeFocused()
  await press(page, '?')
  const sheet = frame(page).dialog('Keyboard')
  await expect(sheet.getByRole('button', { name: 'Close' })).toBeFocused()
  await survey(page, 'shortcut-sheet')
  await press(page, 'Tab')
  await expect(sheet.getByRole('button', { name: 'Close' })).toBeFocused()
  await press(page, 'Control+5')
  await expect(sheet, 'keys of the window do nothing behind a dialog').toBeVisible()
  await press(page, 'Escape')
  await expect(sheet).toBeHidden()
  await expect(cell).toBeFocused()
})

test('F5 reads what is shown, Shift+F5 everything', async ({ page, office }) => {
  const { callfireV2, flowrouteV2 } = office.carriers
  const asked = () => [callfireV2.server.count() > before[0], flowrouteV2.server.count() > before[1]]
  let before: readonly [number, number] = [callfireV2.server.count(), flowrouteV2.server.count()]
  await frame(page).showAccount('Flowroute · Clinic')
  await press(page, 'F5')
  await expect.poll(asked).toEqual([false, true])
  await expect(frame(page).standing('Flowroute · Clinic')).toContainText('synced just now')
  before = [callfireV2.server.count(), flowrouteV2.server.count()]
  await press(page, 'Shift+F5')
  await expect.poll(asked).toEqual([true, true])
})

test('an account is added without a mouse, and cancelled again', async ({ page }) => {
  await press(page, 'Control+5')
  await settings(page).addAccount.focus()
  await press(page, 'Enter')
  await expect(addAccount(page).title).toBeFocused()
  await press(page, 'Tab', 'ArrowDown')
  await expect(page.getByRole('radio', { name: 'Flowroute' })).toBeChecked()
  await press(page, 'Tab', 'Tab')
  await expect(addAccount(page).login).toBeFocused()
  await page.keyboard.type('an-access-key')
  await press(page, 'Tab')
  await page.keyboard.type('a-secret')
  await press(page, 'Enter')
  await expect(page.getByRole('button', { name: 'Test again' })).toBeVisible()
  await page.getByRole('button', { name: 'Back to the accounts' }).focus()
  await press(page, 'Enter')
  await expect(settings(page).addAccount).toBeVisible()
})

test('dialogs hold the focus and give it back', async ({ page }) => {
  await settings(page).go('Accounts')
  const opener = settings(page).account('CallFire · Bakery').button('Replace keys…')
  await opener.focus()
  await press(page, 'Enter')
  const dialog = frame(page).dialog(/New keys/)
  await expect(dialog).toBeVisible()
  const inside = () => dialog.evaluate((element) => element.contains(document.activeElement))
  for (let step = 0; step < 8; step++) {
    await press(page, 'Tab')
    expect(await inside(), `after ${step + 1} tabs`).toBe(true)
  }
  await press(page, 'Escape')
  await expect(dialog).toBeHidden()
  await expect(opener).toBeFocused()
})

test('menus and lists open, are walked and close by key', async ({ page }) => {
  await frame(page).accountFilter.focus()
  await press(page, 'Enter')
  await expect(page.getByRole('option', { name: 'All accounts' })).toBeFocused()
  await survey(page, 'account-filter-open')
  await press(page, 'ArrowDown', 'Enter')
  await expect(numbers(page).summary(`${officeNumbers} owned, one account`)).toBeVisible()
  await expect(frame(page).accountFilter).toBeFocused()
  await frame(page).notices.focus()
  await press(page, 'Enter')
  await expect(frame(page).dialog('Notices')).toBeVisible()
  await survey(page, 'notices-open')
  await press(page, 'Escape')
  await expect(frame(page).notices).toBeFocused()
  await numbers(page).screen.getByRole('button', { name: 'Columns' }).focus()
  await press(page, 'Enter')
  await expect(page.getByRole('menu', { name: 'Columns' })).toBeVisible()
  await survey(page, 'columns-menu-open')
  await press(page, 'Escape')
  await expect(numbers(page).screen.getByRole('button', { name: 'Columns' })).toBeFocused()
})
