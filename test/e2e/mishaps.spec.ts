import { statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { addAccount } from './pages/add-account.ts'
import { frame } from './pages/frame.ts'
import { numbers } from './pages/numbers.ts'
import { expect, type Linekeeper, type Page, type StartCarriers, test } from './support/linekeeper.ts'
import { draftFor, settled } from './support/office.ts'
import { survey } from './support/survey.ts'
import { ask } from './support/wall.ts'

/** A data folder with one account that has been read, nobody having it open. */
async function laidDown(linekeeper: Linekeeper, startCarriers: StartCarriers) {
  const carriers = await startCarriers({ numbers: 20 })
  const page = await linekeeper.open()
  await ask(page, 'accounts.add', draftFor(carriers, 'callfire-v2', { name: 'Bakery' }))
  await settled(page)
  await linekeeper.close()
  return carriers
}

/** Told above the screen and under the bell; one "Got it" takes both away. */
async function toldAndDismissed(page: Page, sentence: RegExp): Promise<void> {
  const told = page.getByRole('main').getByText(sentence)
  await expect(told).toBeVisible()
  await page.getByRole('main').getByRole('button', { name: 'Got it' }).click()
  await expect(told).toBeHidden()
}

const half = (file: string): void => truncateSync(file, Math.floor(statSync(file).size / 2))

test('settings that cannot be read are brought back from their copy, and the person is told', async ({
  linekeeper,
  startCarriers,
}) => {
  await laidDown(linekeeper, startCarriers)
  half(join(linekeeper.dataFolder, 'settings.json'))
  const page = await linekeeper.open()
  await expect(numbers(page).summary('20 owned, one account')).toBeVisible()
  await survey(page, 'numbers-settings-damaged')
  await toldAndDismissed(page, /settings file was damaged.*nothing is lost.*is kept in the data folder/)
})

test('settings and their copy both damaged end on the first screen, which says what happened', async ({
  linekeeper,
  startCarriers,
}) => {
  await laidDown(linekeeper, startCarriers)
  for (const name of ['settings.json', 'settings.copy.json']) half(join(linekeeper.dataFolder, name))
  const page = await linekeeper.open()
  await expect(addAccount(page).welcome).toBeVisible()
  await survey(page, 'first-run-settings-damaged')
  await toldAndDismissed(page, /settings file was damaged.*accounts must be added again.*is kept in the data folder/)
  await expect(addAccount(page).sample).toBeVisible()
})

test('a database that was cut in half is set aside, said, and read again', async ({ linekeeper, startCarriers }) => {
  await laidDown(linekeeper, startCarriers)
  half(join(linekeeper.dataFolder, 'linekeeper.db'))
  const page = await linekeeper.open()
  const bell = frame(page).notices
  await expect(bell).toHaveAccessibleName(/Notices, \d new/)
  await expect(page.getByRole('main').getByText(/data file was damaged/)).toBeVisible()
  await survey(page, 'numbers-database-damaged')
  await bell.click()
  const notices = frame(page).dialog('Notices')
  await expect(notices.getByRole('button', { name: 'Got it' })).not.toHaveCount(0)
  await survey(page, 'notices-with-one')
  const left = await notices.getByRole('button', { name: 'Got it' }).count()
  for (let told = left; told > 0; told--) {
    await notices.getByRole('button', { name: 'Got it' }).first().click()
    await expect(notices.getByRole('button', { name: 'Got it' })).toHaveCount(told - 1)
  }
  await expect(notices).toContainText('Nothing to tell')
  await page.keyboard.press('Escape')
  await expect(numbers(page).summary('20 owned, one account')).toBeVisible()
})

test('after the plug was pulled everything that was read is still there', async ({ linekeeper, startCarriers }) => {
  const carriers = await laidDown(linekeeper, startCarriers)
  await linekeeper.open()
  await linekeeper.kill()
  await carriers.callfireV2.server.close()
  const page = await linekeeper.open()
  await expect(numbers(page).summary('20 owned, one account')).toBeVisible()
  await expect(frame(page).notices).toHaveAccessibleName('Notices')
})

test('keys that were kept for one session are asked for again, and the rows stay', async ({
  linekeeper,
  startCarriers,
}) => {
  const carriers = await startCarriers({ numbers: 20 })
  const first = await linekeeper.open()
  await ask(first, 'accounts.add', draftFor(carriers, 'callfire-v2', { name: 'Bakery', keeping: 'session' }))
  await settled(first)
  await linekeeper.close()
  const page = await linekeeper.open()
  await expect(numbers(page).summary('20 owned, one account')).toBeVisible()
  await expect(frame(page).standing('CallFire · Bakery')).toContainText('keys missing')
  await expect(numbers(page).screen).toContainText('The keys were kept for the last session only')
  await survey(page, 'numbers-keys-missing')
})

test('a passphrase opens sealed keys after a start, and a wrong one loses nothing', async ({
  linekeeper,
  startCarriers,
}) => {
  const carriers = await startCarriers({ numbers: 20 })
  const first = await linekeeper.open()
  const sealed = { name: 'Bakery', keeping: 'passphrase', passphrase: 'several plain words' } as const
  await ask(first, 'accounts.add', draftFor(carriers, 'callfire-v2', sealed))
  await settled(first)
  await linekeeper.close()
  const page = await linekeeper.open()
  await expect(frame(page).standing('CallFire · Bakery')).toContainText('keys locked')
  await page.keyboard.press('Control+5')
  await page.getByRole('button', { name: 'Unlock…' }).click()
  const dialog = frame(page).dialog('Unlock the keys')
  await dialog.getByLabel('Passphrase').fill('not it')
  await dialog.getByRole('button', { name: 'Unlock' }).click()
  await expect(dialog).toContainText('That passphrase does not open the keys')
  await survey(page, 'dialog-unlock')
  await dialog.getByLabel('Passphrase').fill('several plain words')
  await dialog.getByRole('button', { name: 'Unlock' }).click()
  await expect(dialog).toBeHidden()
  await expect(frame(page).standing('CallFire · Bakery')).toContainText('synced just now')
})
