import { frame } from './pages/frame.ts'
import { numbers } from './pages/numbers.ts'
import { settings } from './pages/settings.ts'
import { expect, type Page, test } from './support/linekeeper.ts'
import { draftFor, settled } from './support/office.ts'
import { survey } from './support/survey.ts'
import { ask } from './support/wall.ts'

const scheme = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)
const ground = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor)

const light = 'rgb(246, 246, 243)'
const dark = 'rgb(22, 23, 25)'

test('every part of the settings stands, in both themes', async ({ page, startCarriers }) => {
  const carriers = await startCarriers({ numbers: 12 })
  await ask(page, 'accounts.add', draftFor(carriers, 'callfire-v2', { name: 'Bakery' }))
  await settled(page)
  for (const part of ['Accounts', 'Sync', 'Appearance', 'Data', 'Keyboard', 'About'] as const) {
    await settings(page).go(part)
    await expect(page.getByRole('tab', { name: part })).toHaveAttribute('aria-selected', 'true')
    await survey(page, `settings-${part.toLowerCase()}`)
  }
  await settings(page).go('About')
  await expect(page.getByRole('region', { name: 'Linekeeper' })).toContainText(/Linekeeper \d+\.\d+\.\d+/)
})

test('the theme follows the system until one is chosen, and stays chosen', async ({ linekeeper, startCarriers }) => {
  const carriers = await startCarriers({ numbers: 12 })
  const page = await linekeeper.open()
  await ask(page, 'accounts.add', draftFor(carriers, 'callfire-v2', { name: 'Bakery' }))
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(() => ground(page)).toBe(dark)
  await page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(() => ground(page)).toBe(light)
  await settings(page).go('Appearance')
  await settings(page).choose('Colors', 'Dark')
  await expect.poll(() => ground(page)).toBe(dark)
  expect(await scheme(page)).toBe('dark')
  await page.emulateMedia({ colorScheme: 'dark' })
  await settings(page).choose('Colors', 'Light')
  await expect.poll(() => ground(page)).toBe(light)
  await linekeeper.close()
  const again = await linekeeper.open()
  await again.emulateMedia({ colorScheme: 'dark' })
  await expect(numbers(again).title).toBeVisible()
  expect(await ground(again)).toBe(light)
})

test('rows are as high as chosen, at once and after a reload', async ({ page, startCarriers }) => {
  const carriers = await startCarriers({ numbers: 12 })
  await ask(page, 'accounts.add', draftFor(carriers, 'callfire-v2', { name: 'Bakery' }))
  await settled(page)
  const height = async () => (await numbers(page).grid.getByRole('row').nth(1).boundingBox())?.height
  for (const [name, pixels] of [
    ['Compact', 28],
    ['Comfortable', 44],
    ['Normal', 36],
    ['Compact', 28],
  ] as const) {
    await settings(page).go('Appearance')
    await settings(page).choose('Rows', name)
    await frame(page).section('Numbers').click()
    await expect.poll(height, name).toBe(pixels)
    if (name !== 'Normal') await survey(page, `numbers-${name.toLowerCase()}`)
  }
  await page.reload()
  await expect.poll(height).toBe(28)
})

test('columns are chosen, and as many as fit come back', async ({ page, startCarriers }) => {
  const carriers = await startCarriers({ numbers: 12 })
  await ask(page, 'accounts.add', draftFor(carriers, 'callfire-v2', { name: 'Bakery' }))
  await settled(page)
  const list = numbers(page)
  await expect(list.heading('Age')).toBeHidden()
  await list.screen.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Age' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Place' }).click()
  await page.keyboard.press('Escape')
  await expect(list.heading('Age')).toBeAttached()
  await expect(list.heading('Place')).toBeHidden()
  await list.screen.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'As many as fit' }).click()
  await page.keyboard.press('Escape')
  await expect(list.heading('Place')).toBeVisible()
  await expect(list.heading('Age')).toBeHidden()
})

test('how often lists are read is chosen and kept', async ({ page, startCarriers }) => {
  const carriers = await startCarriers({ numbers: 12 })
  await ask(page, 'accounts.add', draftFor(carriers, 'callfire-v2', { name: 'Bakery' }))
  await settings(page).go('Data')
  await expect(page.getByRole('region', { name: 'Data folder' })).toContainText('linekeeper-e2e-')
  await page.getByRole('button', { name: /How often/ }).click()
  await page.getByRole('option', { name: 'Only when I say so' }).click()
  await expect.poll(async () => (await ask(page, 'settings.get', null)).syncEveryMinutes).toBe(0)
  await page.reload()
  await settings(page).go('Data')
  await expect(page.getByRole('button', { name: /How often/ })).toContainText('Only when I say so')
})
