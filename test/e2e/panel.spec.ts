import type { DemoCarriers } from '../../electron/demo/carriers.ts'
import { frame } from './pages/frame.ts'
import { type NumberPanel, numberPanel } from './pages/number-panel.ts'
import { numbers } from './pages/numbers.ts'
import { expect, type Office, type Page, test } from './support/office.ts'
import { survey } from './support/survey.ts'

const display = (digits: string): string =>
  digits.replace(/^1(\d{3})(\d{3})(\d{4})$/, (_, area, exchange, line) => `(${area}) ${exchange}-${line}`)

const leasesOf = ({ callfireV2: { books } }: DemoCarriers) =>
  books.leases.numbers().flatMap((number) => {
    const lease = books.leases.find(number)
    return lease ? [{ lease, config: books.configs.find(number) }] : []
  })

/** Found by its number, and opened. */
async function openNumber(page: Page, digits = ''): Promise<NumberPanel> {
  await frame(page).search.fill(display(digits))
  await numbers(page).open(display(digits))
  const panel = numberPanel(page, display(digits))
  await expect(panel.region).toBeVisible()
  return panel
}

test('a CallFire number shows its lease as the carrier has it', async ({ page, office }) => {
  const found = leasesOf(office.carriers).find(({ lease }) => lease.leaseEnd && lease.autoRenew && lease.region)
  const panel = await openNumber(page, found?.lease.number)
  await expect(panel.fact('Auto-renew')).toHaveText('on')
  await expect(panel.fact('ZIP')).toHaveText(found?.lease.region?.zipcode ?? '?')
  await expect(panel.fact('Account')).toContainText('CallFire · Bakery')
  await survey(page, 'panel-overview')
  await panel.tab('Lease').click()
  await expect(panel.fact('Renews')).toContainText(/in \d+ days|tomorrow|today/)
  await expect(panel.fact('Auto-renew')).toContainText('it goes on by itself')
  await survey(page, 'panel-lease')
})

test('call tracking tells its targets, and its week', async ({ page, office }) => {
  const tracked = leasesOf(office.carriers).find(({ config }) => JSON.stringify(config).includes('weeklySchedule'))
  const panel = await openNumber(page, tracked?.lease.number)
  await expect(panel.region).toContainText(/Right now .*a caller/)
  await panel.tab('Calls go to').click()
  await expect(panel.fact('Rings').getByRole('listitem')).not.toHaveCount(0)
  await expect(panel.region.getByRole('img', { name: /Calls are put through/ })).toBeVisible()
  await survey(page, 'panel-tracking')
})

test('a call menu is told step by step, and shown as XML on request', async ({ page, office }) => {
  const menu = leasesOf(office.carriers).find(({ config }) => JSON.stringify(config).toLowerCase().includes('<menu'))
  const panel = await openNumber(page, menu?.lease.number)
  await panel.tab('Calls go to').click()
  await expect(panel.region.getByRole('listitem').filter({ hasText: /^Menu/ }).first()).toBeVisible()
  await survey(page, 'panel-menu')
  await panel.region.getByRole('button', { name: 'Show as XML' }).click()
  await expect(panel.region).toContainText('<dialplan')
  await survey(page, 'panel-menu-xml')
  await panel.region.getByRole('button', { name: 'Show as steps' }).click()
})

test('a Flowroute number shows its routes, and says what Flowroute does not tell', async ({ page, office }) => {
  const { books } = office.carriers.flowrouteV2
  const routed = books.numbers().find((number) => {
    const record = books.number(number)
    return record?.primary && record.primary !== '0' && record.failover
  })
  const panel = await openNumber(page, routed)
  await expect(panel.region).toContainText('Flowroute does not tell renewal dates')
  await panel.tab('Calls go to').click()
  const route = books.routes().find(({ id }) => id === books.number(routed ?? '')?.primary)
  await expect(panel.fact('First')).toContainText(route?.alias ?? '?')
  await expect(panel.fact('If that fails')).not.toContainText('nothing')
  await survey(page, 'panel-routes')
  await panel.tab('Lease').click()
  await expect(panel.region).toContainText('stays yours, month by month')
  await survey(page, 'panel-lease-flowroute')
})

test('a number that rings nowhere says so where it matters', async ({ page, office }) => {
  const { books } = office.carriers.flowrouteV2
  const panel = await openNumber(
    page,
    books.numbers().find((number) => books.number(number)?.primary === null),
  )
  await expect(panel.region).toContainText('is not put through: the number has no route')
  await panel.tab('Calls go to').click()
  await expect(panel.fact('First')).toContainText('no route')
  await survey(page, 'panel-nowhere')
})

test('a number is copied from its row, by key and from the panel', async ({ page, office }) => {
  const copied = await readClipboard(page, office)
  const [first = '', second = '', third = ''] = office.carriers.flowrouteV2.books.numbers().slice(3, 6).map(display)
  await frame(page).showAccount('Flowroute · Clinic')
  await numbers(page).row(first).hover()
  await numbers(page).copy(first).click()
  await expect(frame(page).toast.filter({ hasText: `Copied ${first}` })).toBeVisible()
  expect(await copied()).toBe(first)
  await survey(page, 'toast-copied')
  await numbers(page).row(second).getByRole('rowheader').focus()
  await page.keyboard.press('Control+c')
  await expect(frame(page).toast.filter({ hasText: `Copied ${second}` })).toBeVisible()
  expect(await copied()).toBe(second)
  await numbers(page).open(third)
  await numberPanel(page, third).copy.click()
  await expect.poll(copied).toBe(third)
})

/** The page of the app itself may not read the clipboard, so that in Electron main is asked. */
async function readClipboard(page: Page, { runner }: Office): Promise<() => Promise<string>> {
  const electron = runner.electron()
  if (electron !== null) return () => electron.evaluate(({ clipboard }) => clipboard.readText())
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  return () => page.evaluate(() => navigator.clipboard.readText())
}
