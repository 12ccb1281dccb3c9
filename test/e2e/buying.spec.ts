import { buying } from './pages/buying.ts'
import { frame } from './pages/frame.ts'
import { market } from './pages/market.ts'
import { numbers } from './pages/numbers.ts'
import { orders } from './pages/orders.ts'
import { expect, fill, test, timesAsked } from './support/shop.ts'
import { survey } from './support/survey.ts'
import { ask } from './support/wall.ts'

const [callfire, flowroute] = ['CallFire · Bakery', 'Flowroute · Clinic'] as const

test('numbers of both carriers are bought: the checks, what it means, and then they are there', async ({
  page,
  shop,
}) => {
  const [cake = ''] = await fill(page, callfire, { count: 1 })
  const [first = '', second = ''] = await fill(page, flowroute, { count: 2, pattern: '*8' })
  await survey(page, 'market-basket')
  const dialog = buying(page)
  await test.step('CallFire tells no price beforehand, which is said', async () => {
    await market(page).basket.buy(callfire).click()
    await expect(dialog.cancel).toBeFocused()
    await expect(dialog.checks).toHaveText(Array.from({ length: 8 }, () => /^Passed/))
    await expect(dialog.check(/credits are left at “Bakery”/)).toBeVisible()
    await expect(dialog.dialog).toContainText(/Buy 1 number from CallFire – Bakery/)
    await expect(dialog.confirm()).toHaveText(/^Buy 1 number, price not known|^Buy 1 number for about/)
    await survey(page, 'buying-ready')
    await dialog.buy()
    await expect(dialog.title('1 number is yours')).toBeVisible()
    await expect(dialog.outcome).toContainText('Yours')
    await dialog.close.click()
  })
  await test.step('Flowroute tells it, and the sum stands on the button', async () => {
    await expect(market(page).basket.region).toContainText('2 numbers')
    const now = await market(page).basket.sum(flowroute, 'Now').textContent()
    await market(page).basket.buy(flowroute).click()
    await expect(dialog.check(/no way to ask for the balance/)).toBeVisible()
    await expect(dialog.confirm()).toHaveText(`Buy 2 numbers for ${now}`)
    await dialog.buy()
    await expect(dialog.title('2 numbers are yours')).toBeVisible()
    await survey(page, 'buying-done')
    await dialog.close.click()
  })
  await expect(market(page).basket.buy(flowroute)).toHaveCount(0)
  await expect(market(page).basket.region).not.toContainText(first)
  await frame(page).section('Numbers').click()
  for (const display of [cake, first, second]) {
    await frame(page).search.fill(display)
    await expect(numbers(page).row(display)).toContainText('New')
    expect(timesAsked(shop.carriers, display)).toBe(1)
  }
})

test('Enter does not buy, Cancel leaves everything as it was, and Space does buy', async ({ page, shop }) => {
  const [display = ''] = await fill(page, flowroute, { count: 1 })
  const dialog = buying(page)
  await market(page).basket.buy(flowroute).click()
  await expect(dialog.cancel).toBeFocused()
  await expect(dialog.confirm()).toBeEnabled()
  await dialog.confirm().focus()
  await page.keyboard.press('Enter')
  await expect(dialog.confirm()).toBeFocused()
  await dialog.cancel.focus()
  await page.keyboard.press('Enter')
  await expect(dialog.dialog).toBeHidden()
  await expect(market(page).basket.line(display)).toBeVisible()
  await expect(market(page).basket.buy(flowroute)).toBeFocused()
  expect(timesAsked(shop.carriers, display)).toBe(0)
  await market(page).basket.buy(flowroute).click()
  await expect(dialog.confirm()).toBeEnabled()
  await dialog.confirm().focus()
  await page.keyboard.press('Space')
  await expect(dialog.outcome).toContainText('Yours')
  expect(timesAsked(shop.carriers, display)).toBe(1)
})

for (const account of [callfire, flowroute])
  test(`what ${account} refuses is told in its own words, and is not bought again`, async ({ page, shop }) => {
    // No other test takes numbers that end like these, which stay for sale.
    const [display = ''] = await fill(page, account, { count: 1, pattern: '*7' })
    const { callfireV2, flowrouteV2 } = shop.carriers
    const carrier = account === callfire ? callfireV2 : flowrouteV2
    carrier.practise('refused')
    const dialog = buying(page)
    await market(page).basket.buy(account).click()
    await dialog.buy()
    await expect(dialog.outcome).toContainText('Refused')
    await expect(dialog.outcome).toContainText(/said no: “.+”/)
    await dialog.openOrder.click()
    await expect(orders(page).panel.standing).toContainText('1 asked: 1 refused')
    await expect(orders(page).row(display)).toContainText('Refused')
    await frame(page).section('Numbers').click()
    await frame(page).search.fill(display)
    await expect(numbers(page).row(display)).toHaveCount(0)
    expect(timesAsked(shop.carriers, display)).toBe(1)
  })

test('more than ten numbers ask for their count to be typed', async ({ page, shop }) => {
  const displays = await fill(page, flowroute, { count: 11, pattern: '*4', sort: 'Cheapest first' })
  const dialog = buying(page)
  await market(page).basket.buy(flowroute).click()
  await expect(dialog.typing).toBeVisible()
  await expect(dialog.confirm()).toBeDisabled()
  await dialog.typing.fill('10')
  await expect(dialog.confirm()).toBeDisabled()
  await dialog.typing.fill('11')
  await dialog.typing.press('Enter')
  await expect(dialog.outcome).toHaveCount(0)
  await dialog.buy()
  await expect(dialog.title('11 numbers are yours')).toBeVisible({ timeout: 30_000 })
  expect(displays.map((display) => timesAsked(shop.carriers, display))).toEqual(displays.map(() => 1))
  expect((await ask(page, 'orders.query', everything)).rows[0]?.counts).toMatchObject({ asked: 11, done: 11 })
})

const everything = { states: [], accountIds: [], month: null, offset: 0, limit: 10 }
