import { frame } from './pages/frame.ts'
import { numbers } from './pages/numbers.ts'
import { settings } from './pages/settings.ts'
import { expect, type Linekeeper, type Page, type StartCarriers, test } from './support/linekeeper.ts'
import { draftFor, settled } from './support/office.ts'
import { survey } from './support/survey.ts'
import { ask } from './support/wall.ts'

/** Two accounts that have been read, and the page where they are kept. */
async function atAccounts(linekeeper: Linekeeper, startCarriers: StartCarriers) {
  const carriers = await startCarriers({ numbers: 25, seed: 3 })
  const page = await linekeeper.open()
  await ask(page, 'accounts.add', draftFor(carriers, 'callfire-v2', { name: 'Bakery' }))
  await ask(page, 'accounts.add', draftFor(carriers, 'flowroute-v2', { name: 'Clinic', color: 'green' }))
  await settled(page)
  await settings(page).go('Accounts')
  return { page, carriers, card: settings(page).account('CallFire · Bakery') }
}

test('an account is renamed and gets another colour, everywhere at once', async ({ linekeeper, startCarriers }) => {
  const { page, card } = await atAccounts(linekeeper, startCarriers)
  await card.button('Name, color, address…').click()
  const dialog = frame(page).dialog('CallFire · Bakery')
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await survey(page, 'dialog-edit-account')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('')
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Clinic')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toContainText(/already|another name/i)
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Corner shop')
  await dialog.getByRole('radio', { name: 'Pink' }).focus()
  await page.keyboard.press('Space')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await expect(settings(page).account('CallFire · Corner shop').button('Name, color, address…')).toBeFocused()
  await expect(frame(page).standing('CallFire · Corner shop')).toBeVisible()
  await frame(page).section('Numbers').click()
  await frame(page).showAccount('CallFire · Corner shop')
  await expect(numbers(page).summary('25 owned, one account')).toBeVisible()
  const accounts = await ask(page, 'accounts.list', null)
  expect(accounts.find(({ name }) => name === 'Corner shop')?.color).toBe('pink')
})

test('read only and paused are switched where the account stands, and last', async ({ linekeeper, startCarriers }) => {
  const { page, carriers, card } = await atAccounts(linekeeper, startCarriers)
  await card.flip('Read only')
  await expect(card.toggle('Read only')).toBeChecked()
  await card.flip('Paused')
  await expect(card.card).toContainText(/paused – showing data from \d\d:\d\d/)
  await survey(page, 'settings-accounts-paused')
  const before = carriers.callfireV2.server.count()
  await page.keyboard.press('Shift+F5')
  await expect.poll(() => carriers.flowrouteV2.server.requests.length).toBeGreaterThan(0)
  await settled(page)
  expect(carriers.callfireV2.server.count(), 'a paused account is not read').toBe(before)
  await linekeeper.close()
  const again = await linekeeper.open()
  await settings(again).go('Accounts')
  const still = settings(again).account('CallFire · Bakery')
  await expect(still.toggle('Paused')).toBeChecked()
  await expect(still.toggle('Read only')).toBeChecked()
})

test('keys that stopped working are replaced, and the account is read again', async ({ linekeeper, startCarriers }) => {
  const { page, carriers, card } = await atAccounts(linekeeper, startCarriers)
  const { login, password } = carriers.callfireV2
  await card.button('Replace keys…').click()
  const dialog = frame(page).dialog('New keys for CallFire · Bakery')
  await survey(page, 'dialog-replace-keys')
  await dialog.getByRole('button', { name: 'Replace the keys' }).click()
  await expect(dialog.getByLabel('API login')).toHaveAccessibleDescription(/cannot be empty/)
  await dialog.getByLabel('API login').fill(login)
  await dialog.getByLabel('API password').fill('mistyped')
  await dialog.getByRole('button', { name: 'Replace the keys' }).click()
  await expect(dialog).toBeHidden()
  await expect(frame(page).standing('CallFire · Bakery')).toContainText(/keys not accepted – showing data from/)
  await test.step('the list says so, keeps its rows and leads to the account', () => badKeys(page))
  await card.button('Replace keys…').click()
  await dialog.getByLabel('API login').fill(login)
  await dialog.getByLabel('API password').fill(password)
  await dialog.getByRole('button', { name: 'Replace the keys' }).click()
  await expect(frame(page).standing('CallFire · Bakery')).toContainText('synced just now')
})

async function badKeys(page: Page): Promise<void> {
  await frame(page).section('Numbers').click()
  await expect(numbers(page).summary('50 owned, two accounts')).toBeVisible()
  await expect(numbers(page).screen).toContainText(/CallFire did not accept the keys/)
  await survey(page, 'numbers-keys-not-accepted')
  await numbers(page).screen.getByRole('button', { name: 'Open account' }).click()
  await expect(settings(page).account('CallFire · Bakery').card).toBeFocused()
}

test('what works with an account is tested on request', async ({ linekeeper, startCarriers }) => {
  const { page, carriers, card } = await atAccounts(linekeeper, startCarriers)
  await card.button('Test').click()
  const dialog = frame(page).dialog('What works with CallFire · Bakery')
  await expect(dialog.getByRole('listitem').filter({ hasText: '25 numbers' })).toBeVisible()
  await survey(page, 'dialog-test-account')
  carriers.callfireV2.faults.add({ fault: { kind: 'status', status: 503 } })
  await dialog.getByRole('button', { name: 'Test again' }).click()
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Does not work' }).first()).toBeVisible({
    timeout: 30_000,
  })
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(card.button('Test')).toBeFocused()
})

test('removing an account says what is lost, begins on Cancel, and loses nothing else', async ({
  linekeeper,
  startCarriers,
}) => {
  const { page, card } = await atAccounts(linekeeper, startCarriers)
  await card.button('Remove…').click()
  const question = page.getByRole('alertdialog', { name: 'Remove CallFire · Bakery?' })
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expect(question).toContainText('25 numbers')
  await expect(question).toContainText('At CallFire nothing changes')
  await survey(page, 'dialog-remove-account')
  await page.keyboard.press('Enter')
  await expect(question).toBeHidden()
  await expect(card.button('Remove…')).toBeFocused()
  await card.button('Remove…').click()
  await question.getByRole('button', { name: 'Remove from this computer' }).click()
  await expect(card.card).toBeHidden()
  await expect(frame(page).toast).toContainText('CallFire · Bakery was removed')
  await frame(page).section('Numbers').click()
  await expect(numbers(page).summary('25 owned, one account')).toBeVisible()
})
