import { buying } from './pages/buying.ts'
import { frame } from './pages/frame.ts'
import { market } from './pages/market.ts'
import { orders } from './pages/orders.ts'
import { settings } from './pages/settings.ts'
import { expect, fill, test, timesAsked } from './support/shop.ts'
import { look, survey } from './support/survey.ts'
import { ask } from './support/wall.ts'

const [callfire, flowroute] = ['CallFire · Bakery', 'Flowroute · Clinic'] as const
const digits = (display = ''): string => `1${display.replace(/\D/g, '')}`

test('a price that changed since it was seen is asked for, both prices shown', async ({ page, shop }) => {
  const [display = ''] = await fill(page, flowroute, { count: 1 })
  shop.carriers.flowrouteV2.books.changePrice(digits(display), { monthly: 4.75 })
  const dialog = buying(page)
  await market(page).basket.buy(flowroute).click()
  await expect(dialog.acceptPrice).toBeVisible()
  await expect(dialog.things).toContainText(/was \$\d\.\d\d .*now \$4\.75/)
  await expect(dialog.confirm()).toBeDisabled()
  await look(page, 'buying-new-price')
  await dialog.acceptPrice.click()
  await expect(dialog.acceptPrice).toBeHidden()
  await dialog.buy()
  await expect(dialog.outcome).toContainText('Yours')
  expect(timesAsked(shop.carriers, display)).toBe(1)
})

test('a number that was sold meanwhile stops the purchase, names itself, and the rest goes on without it', async ({
  page,
  shop,
}) => {
  const [sold = '', free = ''] = await fill(page, flowroute, { count: 2 })
  shop.carriers.flowrouteV2.books.sellElsewhere(digits(sold))
  const dialog = buying(page)
  await market(page).basket.buy(flowroute).click()
  await expect(dialog.check(/no longer for sale/)).toContainText(sold)
  await expect(dialog.things.filter({ hasText: sold })).toContainText('It is no longer for sale')
  await expect(dialog.confirm()).toHaveCount(0)
  await expect(dialog.dialog).toContainText('Nothing was bought')
  await look(page, 'buying-sold')
  await dialog.cancel.click()
  await market(page).basket.take(sold).click()
  await expect(market(page).basket.line(sold)).toHaveCount(0)
  await market(page).basket.buy(flowroute).click()
  await dialog.buy()
  await expect(dialog.outcome).toContainText(free)
  await expect(dialog.outcome).toContainText('Yours')
  expect(timesAsked(shop.carriers, sold)).toBe(0)
})

test('a check that could not be made stops the purchase and says why', async ({ page, shop }) => {
  const [display = ''] = await fill(page, callfire, { count: 1, pattern: '*9' })
  const { faults, books } = shop.carriers.callfireV2
  const mend = faults.add({ match: { path: '/v2/me/billing/*' }, fault: { kind: 'html' } })
  const dialog = buying(page)
  await market(page).basket.buy(callfire).click()
  await expect(dialog.check('Could not be checked')).toContainText(/credits could not be asked for/)
  await expect(dialog.confirm()).toHaveCount(0)
  mend()
  const credits = books.billing.credits()
  books.billing.setCredits({ plan: 0, payAsYouGo: 0 })
  await dialog.again.click()
  await expect(dialog.check('Not passed')).toContainText(/Credits too low: 0 credits are left/)
  books.billing.setCredits({ payAsYouGo: credits })
  await dialog.again.click()
  await dialog.buy()
  await expect(dialog.outcome).toContainText('Yours')
  expect(timesAsked(shop.carriers, display)).toBe(1)
})

test('a spending limit, set in Settings, stops a purchase and shows in the basket', async ({ page, shop }) => {
  await settings(page).go('Spending')
  const limits = page.getByRole('region', { name: `Spending of ${flowroute}` })
  await limits.getByLabel('Most for one order').fill('two dollars')
  await expect(limits.getByRole('button', { name: 'Save' })).toBeDisabled()
  await limits.getByLabel('Most for one order').fill('1')
  await limits.getByLabel('Most in a month').fill('300')
  await survey(page, 'settings-spending')
  await limits.getByRole('button', { name: 'Save' }).click()
  await expect(frame(page).toast.filter({ hasText: 'saved' })).toBeVisible()
  const [display = ''] = await fill(page, flowroute, { count: 1, pattern: '*6' })
  await expect(market(page).basket.group(flowroute)).toContainText('More than your $1.00 for one order')
  await expect(market(page).basket.group(flowroute)).toContainText(/of your \$300\.00/)
  const dialog = buying(page)
  await market(page).basket.buy(flowroute).click()
  await expect(dialog.check('Not passed')).toContainText(/you allow \$1\.00 an order/)
  await expect(dialog.confirm()).toHaveCount(0)
  await dialog.cancel.click()
  await ask(page, 'accounts.change', {
    accountId: shop.clinic,
    spending: { perOrder: null, perMonth: null, typeAbove: null },
  })
  expect(timesAsked(shop.carriers, display)).toBe(0)
})

test('with a read-only account nothing can be bought, and the basket says so', async ({ page, shop }) => {
  const [display = ''] = await fill(page, flowroute, { count: 1, pattern: '*6' })
  await settings(page).go('Accounts')
  await settings(page).account(flowroute).flip('Read only')
  await market(page).go()
  await expect(market(page).basket.buy(flowroute)).toBeDisabled()
  await expect(market(page).basket.group(flowroute)).toContainText('This account is read only')
  await settings(page).go('Accounts')
  await settings(page).account(flowroute).flip('Read only')
  await market(page).go()
  await expect(market(page).basket.buy(flowroute)).toBeEnabled()
  expect(timesAsked(shop.carriers, display)).toBe(0)
})

test('an order by count tells what was asked for and what was got', async ({ page, shop }) => {
  shop.carriers.callfireV2.books.settings.fulfilAtMost = 2
  const { form, choose, field } = market(page)
  await market(page).go()
  await choose('How', 'Order by count')
  await field('Local').fill('0')
  await form.getByRole('button', { name: /^Order/ }).click()
  await expect(form).toContainText('Order at least one number.')
  await field('Local').fill('3')
  await field('Area code or prefix').fill('206')
  await survey(page, 'market-by-count')
  await form.getByRole('button', { name: 'Order 3 numbers…' }).click()
  const dialog = buying(page)
  await expect(dialog.check(/There are enough: 3 local numbers beginning with 206/)).toBeVisible()
  await dialog.buy()
  await expect(dialog.outcome.filter({ hasText: 'Yours' })).toHaveCount(2)
  await expect(dialog.outcome.filter({ hasText: 'Refused' })).toHaveCount(1)
  await dialog.openOrder.click()
  await expect(orders(page).panel.standing).toContainText('3 asked: 2 yours, 1 refused')
  await expect(orders(page).row('3 local numbers').first()).toContainText('Partly done')
  shop.carriers.callfireV2.books.settings.fulfilAtMost = Number.POSITIVE_INFINITY
  const counted = shop.carriers.callfireV2.spending.received.filter(({ body }) => body.includes('localCount'))
  expect(counted).toHaveLength(1)
})
