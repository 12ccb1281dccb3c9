import { buying } from './pages/buying.ts'
import { frame } from './pages/frame.ts'
import { givingUp, restoring } from './pages/giving-up.ts'
import { market } from './pages/market.ts'
import { type NumberPanel, numberPanel } from './pages/number-panel.ts'
import { numbers } from './pages/numbers.ts'
import { orders } from './pages/orders.ts'
import { expect, type Page, test, timesAsked } from './support/shop.ts'
import { survey } from './support/survey.ts'

const toDisplay = (digits = ''): string =>
  digits.replace(/^1(\d{3})(\d{3})(\d{4})$/, (_, area, exchange, line) => `(${area}) ${exchange}-${line}`)

async function openLease(page: Page, display: string): Promise<NumberPanel> {
  await frame(page).section('Numbers').click()
  await frame(page).search.fill(display)
  await numbers(page).open(display)
  const panel = numberPanel(page, display)
  await panel.tab('Lease').click()
  return panel
}

test('a CallFire number ends with its lease once its last four digits are typed, and is kept after all', async ({
  page,
  shop,
}) => {
  const { leases } = shop.carriers.callfireV2.books
  const digits = leases.numbers().find((number) => {
    const lease = leases.find(number)
    return (
      lease?.autoRenew && lease.status === 'ACTIVE' && lease.leaseEnd && lease.leaseEnd > Date.now() + 5 * 86_400_000
    )
  })
  const display = toDisplay(digits)
  const panel = await openLease(page, display)
  const dialog = givingUp(page)
  await panel.region.getByRole('button', { name: 'Turn off auto-renew…' }).click()
  await expect(dialog.cancel).toBeFocused()
  await expect(dialog.dialog).toContainText(display)
  await expect(dialog.fact('Last day')).toHaveText(/^\d{1,2} \w+ 20\d\d$/)
  await expect(dialog.lines).not.toHaveCount(0)
  await dialog.typing.fill('0000x')
  await expect(dialog.turnOff).toBeDisabled()
  await dialog.typing.fill(display.slice(-4))
  await survey(page, 'giving-up-number')
  await dialog.turnOff.click()
  await expect(dialog.outcome).toContainText('Ends by itself')
  await dialog.close.click()
  await expect(panel.fact('Auto-renew')).toContainText('off: it ends on that day')
  expect(leases.find(digits ?? '')?.autoRenew).toBe(false)
  await panel.region.getByRole('button', { name: 'Turn auto-renew on again…' }).click()
  await dialog.turnOn.click()
  await expect(dialog.outcome).toContainText('Renews by itself')
  await dialog.close.click()
  await expect(panel.fact('Auto-renew')).toContainText('on: it goes on by itself')
  expect(leases.find(digits ?? '')?.autoRenew).toBe(true)
})

test('a Flowroute number is released at once, bought back, and gets its settings back', async ({ page, shop }) => {
  const { books } = shop.carriers.flowrouteV2
  const routed = books.numbers().find((number) => {
    const record = books.number(number)
    return number.length === 11 && record?.primary && record.primary !== '0' && record.failover
  })
  const digits = routed ?? ''
  const display = toDisplay(digits)
  const before = books.number(digits)
  const dialog = givingUp(page)

  await test.step('what it means is told, and the last four digits are typed', async () => {
    const panel = await openLease(page, display)
    await panel.region.getByRole('button', { name: 'Release…' }).click()
    await expect(dialog.cancel).toBeFocused()
    await expect(dialog.fact('Last day')).toHaveText('at once')
    await survey(page, 'giving-up-release')
    await dialog.goOn.click()
    await expect(buying(page).title('Release 1 number')).toBeVisible()
    await expect(buying(page).confirm()).toBeDisabled()
    await buying(page).typing.fill(display.slice(-4))
    await survey(page, 'release-ready')
    await buying(page).buy()
    await expect(buying(page).outcome).toContainText('Released')
    await buying(page).openOrder.click()
    await expect(orders(page).panel.standing).toContainText('1 asked: 1 released')
    expect(books.number(digits)).toBeNull()
    expect(timesAsked(shop.carriers, display)).toBe(1)
  })
  await test.step('it is bought back', async () => {
    await market(page).go()
    await market(page).search(digits.slice(4), digits.slice(1, 4))
    await market(page).toggle(display).click()
    await market(page).basket.buy('Flowroute · Clinic').click()
    await buying(page).buy()
    await expect(buying(page).outcome).toContainText('Yours')
  })
  await test.step('and what it had is put back', async () => {
    await expect(buying(page).dialog).toContainText('You had this number before')
    await restoring(page).offer.click()
    await survey(page, 'restore-question')
    await restoring(page).putBack.click()
    await expect(restoring(page).dialog).toContainText('Put back')
    await restoring(page).close.click()
    expect(books.number(digits)).toMatchObject({ primary: before?.primary, failover: before?.failover })
  })
})
