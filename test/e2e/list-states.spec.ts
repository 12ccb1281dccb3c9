import type { DemoCarriers } from '../../electron/demo/carriers.ts'
import type { ApiId } from '../../shared/model/account.ts'
import { frame } from './pages/frame.ts'
import { numbers } from './pages/numbers.ts'
import { settings } from './pages/settings.ts'
import { expect, type Page, test } from './support/linekeeper.ts'
import { draftFor, settled } from './support/office.ts'
import { look, survey } from './support/survey.ts'
import { ask } from './support/wall.ts'

const add = (page: Page, carriers: DemoCarriers, api: ApiId, name: string) =>
  ask(page, 'accounts.add', draftFor(carriers, api, { name }))

test('an account without numbers says so and what to do', async ({ page, startCarriers }) => {
  const carriers = await startCarriers({ numbers: 0 })
  await add(page, carriers, 'callfire-v2', 'New shop')
  await expect(page.getByRole('heading', { name: 'No numbers yet' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Read again' })).toBeVisible()
  await survey(page, 'numbers-none-owned')
  await page.getByRole('button', { name: 'Add another account' }).click()
  await expect(page.getByRole('heading', { name: 'Add an account' })).toBeFocused()
  await survey(page, 'add-account-later')
})

test('a first sync that fails gives its reason and can be tried again', async ({ page, startCarriers }) => {
  const carriers = await startCarriers({ numbers: 30 })
  const mend = carriers.callfireV2.faults.add({ fault: { kind: 'html' } })
  await add(page, carriers, 'callfire-v2', 'Bakery')
  await expect(page.getByRole('heading', { name: 'No numbers could be read yet' })).toBeVisible()
  await expect(numbers(page).screen.getByText(/A web page came in place of an answer from CallFire/)).toHaveCount(1)
  await expect(frame(page).urgent).toContainText(/CallFire · Bakery/)
  await survey(page, 'numbers-failed')
  mend()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(numbers(page).summary('30 owned, one account')).toBeVisible()
})

test('a carrier that cannot be reached leaves its rows and says since when they stand', async ({
  linekeeper,
  startCarriers,
}) => {
  const carriers = await startCarriers({ numbers: 30 })
  const first = await linekeeper.open()
  await add(first, carriers, 'callfire-v2', 'Bakery')
  await add(first, carriers, 'flowroute-v2', 'Clinic')
  await settled(first)
  await linekeeper.close()
  await carriers.callfireV2.server.close()
  const page = await linekeeper.open()
  await expect(frame(page).standing('Flowroute · Clinic')).toContainText('synced')
  await expect(frame(page).standing('CallFire · Bakery')).toContainText(/offline – showing data from \d\d:\d\d/)
  await expect(numbers(page).summary('60 owned, two accounts')).toBeVisible()
  await frame(page).showAccount('CallFire · Bakery')
  await expect(numbers(page).summary('30 owned, one account')).toBeVisible()
  await frame(page).standing('CallFire · Bakery').click()
  const card = settings(page).account('CallFire · Bakery')
  await expect(card.card).toBeFocused()
  await expect(card.card).toContainText(/cannot be reached/)
  await expect(card.card).toContainText(/Everything was last read .*: 30 numbers found, 0 gone/)
  await survey(page, 'settings-sync-offline')
})

test('while a slow carrier answers, its rows are there already, and it can be stopped and gone on with', async ({
  page,
  startCarriers,
}) => {
  const carriers = await startCarriers({ numbers: 3000 })
  const { faults } = carriers.callfireV2
  // The first pages come at once, the others when the test lets them.
  const hold = faults.add({
    match: { path: '/v2/numbers/leases' },
    after: 1,
    fault: { kind: 'silent', when: 'before' },
  })
  await add(page, carriers, 'callfire-v2', 'Bakery')
  const list = numbers(page)
  await expect(list.screen).toContainText(/CallFire · Bakery: [\d,]+ of about 3,000 read/)
  await expect(page.getByRole('progressbar', { name: 'Reading CallFire · Bakery' })).toBeVisible()
  await expect(list.summary(/\d+ owned, one account/)).toBeVisible()
  expect(await list.count()).toBeLessThan(3000)
  await expect(frame(page).standing('CallFire · Bakery')).toContainText(/reading [\d,]+ of about 3,000/)
  await survey(page, 'numbers-reading')
  await list.screen.getByRole('button', { name: 'Stop' }).click()
  await expect(frame(page).standing('CallFire · Bakery')).toContainText('stopped')
  await look(page, 'numbers-stopped')
  hold()
  await list.screen.getByRole('button', { name: 'Sync' }).click()
  await expect(list.summary('3,000 owned, one account')).toBeVisible({ timeout: 30_000 })
})

test('a carrier that asks to slow down is waited for, in so many words', async ({ page, startCarriers }) => {
  const carriers = await startCarriers({ numbers: 30 })
  const retryAfter = { seconds: 20, form: 'seconds' } as const
  const calm = carriers.flowrouteV2.faults.add({ fault: { kind: 'status', status: 429, retryAfter } })
  await add(page, carriers, 'flowroute-v2', 'Clinic')
  await expect(frame(page).standing('Flowroute · Clinic')).toContainText(
    /waiting \d+ s, provider asked us to slow down/,
  )
  await survey(page, 'numbers-waiting')
  calm()
  await frame(page).standing('Flowroute · Clinic').click()
  const card = settings(page).account('Flowroute · Clinic')
  await expect(card.card).toContainText(/waiting \d+ s/)
  await card.button('Stop').click()
  await expect(card.card).toContainText('stopped')
})

test('before the first answer the rows are places, and nothing pretends to be a number', async ({
  page,
  startCarriers,
}) => {
  const carriers = await startCarriers({ numbers: 30 })
  const go = carriers.callfireV2.faults.add({ fault: { kind: 'silent', when: 'before' } })
  await add(page, carriers, 'callfire-v2', 'Bakery')
  await expect(numbers(page).grid).toHaveAttribute('aria-busy', 'true')
  expect(await numbers(page).count()).toBeNull()
  await expect(numbers(page).screen).toContainText(/asking for numbers|connecting/)
  await survey(page, 'numbers-skeleton')
  go()
})
