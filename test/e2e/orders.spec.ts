import { buying } from './pages/buying.ts'
import { market } from './pages/market.ts'
import { orders } from './pages/orders.ts'
import { expect, fill, type Page, type Shop, test, timesAsked } from './support/shop.ts'
import { survey } from './support/survey.ts'

const [callfire, flowroute] = ['CallFire · Bakery', 'Flowroute · Clinic'] as const

type End = 'Yours' | 'Refused' | 'Checking'

/** One number, bought by hand, and how that ends at first; gives back how the number reads. */
async function buyOne(page: Page, account: string, end: End = 'Yours'): Promise<string> {
  // What is refused stays for sale, and is not to be bought by another test.
  const [display = ''] = await fill(page, account, { count: 1, pattern: end === 'Refused' ? '*7' : '*2' })
  await market(page).basket.buy(account).click()
  await buying(page).buy()
  await expect(buying(page).outcome).toContainText(end)
  await buying(page).close.click()
  return display
}

test('an order tells step by step what was sent and answered', async ({ page }) => {
  const display = await buyOne(page, flowroute)
  await orders(page).go()
  const row = orders(page).row(display)
  await expect(row).toContainText('Done')
  await expect(row).toContainText(/\d\d:\d\d/)
  await orders(page).open(display)
  const { panel } = orders(page)
  await expect(panel.standing).toContainText('1 asked: 1 yours')
  await expect(panel.items).toContainText(display)
  await expect(panel.fact('Account')).toHaveText(flowroute)
  await expect(panel.fact('Settled')).toHaveText(/after/)
  const told = await panel.timeline.allTextContents()
  expect(told.length).toBeGreaterThan(3)
  await panel.answers.first().click()
  await survey(page, 'orders-panel')
  await panel.close.click()
  await expect(panel.region).toHaveCount(0)
})

test('orders are filtered by state, and those made elsewhere say so', async ({ page, shop }) => {
  shop.carriers.flowrouteV2.practise('refused')
  const refused = await buyOne(page, flowroute, 'Refused')
  const done = await buyOne(page, callfire)
  const { go, filter, chooseMonth, row, rows, open, panel } = orders(page)
  await go()
  await filter('Refused').click()
  await expect(row(refused).first()).toContainText('Refused')
  await expect(row(done)).toHaveCount(0)
  await filter('Done').click()
  await expect(row(done)).toContainText('Done')
  await expect(row(refused)).toHaveCount(0)
  await filter('All').click()
  const elsewhere = rows.filter({ hasText: 'made elsewhere' })
  await expect(elsewhere).not.toHaveCount(0)
  await open('made elsewhere')
  await expect(panel.region).toContainText(/Made elsewhere: on CallFire’s web site/)
  await expect(panel.print).toHaveCount(0)
  await survey(page, 'orders-list')
  await panel.close.click()
  // The oldest month that has orders: nothing of today is in it.
  await chooseMonth(/20\d\d$/)
  await expect(row(done)).toHaveCount(0)
  await expect(elsewhere).not.toHaveCount(0)
})

test('what a lost answer leaves open is checked again by hand, and never bought again', async ({ page, shop }) => {
  const { books } = shop.carriers.flowrouteV2
  books.behave({ lagMs: 3_600_000, readsLag: true })
  shop.carriers.flowrouteV2.practise('lostAnswer')
  const display = await buyOne(page, flowroute, 'Checking')
  const { go, open, row, panel, filter } = orders(page)
  await go()
  await filter('Checking').click()
  await expect(row(display)).toContainText('Checking')
  await open(display)
  await expect(panel.standing).toContainText('1 asked: 1 being checked')
  await expect(panel.region).toContainText(/never buys again by itself/)
  await survey(page, 'orders-checking')
  await panel.checkAgain.click()
  await expect(panel.standing).toContainText('1 asked: 1 being checked')
  shop.carriers.clock.advance(3_600_000)
  books.behave({ lagMs: 0, readsLag: false })
  await expect(panel.standing).toContainText('1 asked: 1 yours')
  await filter('All').click()
  expect(timesAsked(shop.carriers, display)).toBe(1)
})

test('what is copied for support holds the whole story and no secret', async ({ page, shop }) => {
  const display = await buyOne(page, callfire)
  await orders(page).go()
  await orders(page).open(display)
  const copied = await readClipboard(page, shop)
  await orders(page).panel.copy.click()
  await expect.poll(copied).toContain(`1${display.replace(/\D/g, '')}`)
  const text = await copied()
  expect(text).toMatch(/Asked 1 = done 1 \+ refused 0 \+ checking 0/)
  expect(text).toContain('Timeline')
  const { callfireV2, flowrouteV2 } = shop.carriers
  for (const secret of [callfireV2.login, callfireV2.password, flowrouteV2.accessKey, flowrouteV2.secretKey]) {
    expect(text).not.toContain(secret)
    expect(text).not.toContain(Buffer.from(secret).toString('base64'))
  }
})

test('on paper there is the receipt and nothing else', async ({ page }) => {
  const display = await buyOne(page, flowroute)
  await orders(page).go()
  await orders(page).open(display)
  await expect(orders(page).panel.print).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText(`Receipt: ${display}`)).toBeVisible()
  await expect(page.getByRole('cell', { name: display, includeHidden: true })).toBeVisible()
  await expect(orders(page).panel.region).not.toBeInViewport()
  await expect(orders(page).grid).not.toBeInViewport()
  await page.emulateMedia({ media: 'screen' })
  await expect(page.getByText(`Receipt: ${display}`)).toBeHidden()
})

/** The page of the app itself may not read the clipboard, so that in Electron main is asked. */
async function readClipboard(page: Page, { runner }: Shop): Promise<() => Promise<string>> {
  const electron = runner.electron()
  if (electron !== null) return () => electron.evaluate(({ clipboard }) => clipboard.readText())
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  return () => page.evaluate(() => navigator.clipboard.readText())
}
