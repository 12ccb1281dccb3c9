import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addAccount } from './pages/add-account.ts'
import { buying } from './pages/buying.ts'
import { frame } from './pages/frame.ts'
import { market } from './pages/market.ts'
import { numbers } from './pages/numbers.ts'
import { orders } from './pages/orders.ts'
import { settings } from './pages/settings.ts'
import { expect, type Linekeeper, type Page, test } from './support/linekeeper.ts'
import { draftFor, settled } from './support/office.ts'
import { timesAsked } from './support/shop.ts'
import { ask } from './support/wall.ts'

const [callfire, flowroute] = ['CallFire sample', 'Flowroute sample'] as const

/** What the sample carriers were sent, by what it names: they live in the app, and keep it beside its data. */
function requestsNaming({ dataFolder }: Linekeeper, display: string): number {
  const digits = display.replace(/\D/g, '')
  const lines = readFileSync(join(dataFolder, 'sample-carriers.jsonl'), 'utf8').split('\n')
  return lines.filter((line) => line.includes('"POST"') && line.includes(digits)).length
}

/** The first number of an account that spells the word. */
async function pick(page: Page, account: string): Promise<string> {
  const row = market(page).rows.filter({ hasText: '-2253' }).filter({ hasText: account }).first()
  const [display = ''] = /\(\d{3}\) \d{3}-2253/.exec((await row.textContent()) ?? '') ?? []
  await market(page).toggle(display).click()
  await expect(market(page).basket.line(display)).toBeVisible()
  return display
}

async function loseNextAnswer(page: Page, account: string): Promise<void> {
  await settings(page).go('Accounts')
  const { card } = settings(page).account(account)
  await card.getByRole('button', { name: 'Practise…' }).click()
  await page.getByRole('menuitem', { name: /^Lose the answer/ }).click()
  await expect(card).toContainText('its answer never comes')
}

async function buyWithLostAnswer(page: Page, account: string): Promise<void> {
  await loseNextAnswer(page, account)
  await market(page).go()
  await market(page).basket.buy(account).click()
  await buying(page).buy()
  await expect(buying(page).outcome).toHaveText(/Sent|Checking|Yours/)
}

test('a number of each carrier, bought while its answer is lost and the program killed, is there after the next start', async ({
  linekeeper,
}) => {
  const first = await linekeeper.open()
  await addAccount(first).sample.click()
  await settled(first)
  await market(first).go()
  await market(first).search('*CAKE')
  await expect(market(first).rows.filter({ hasText: callfire })).not.toHaveCount(0)
  await expect(market(first).rows.filter({ hasText: flowroute })).not.toHaveCount(0)
  const cakes = { [callfire]: await pick(first, callfire), [flowroute]: await pick(first, flowroute) }
  await buyWithLostAnswer(first, callfire)
  await buying(first).close.click()
  await buyWithLostAnswer(first, flowroute)
  await linekeeper.kill()

  const page = await linekeeper.open()
  await orders(page).go()
  for (const [account, display] of Object.entries(cakes)) {
    await expect(orders(page).row(display)).toContainText(account)
    await expect(orders(page).row(display)).toContainText('Done')
    await orders(page).open(display)
    await expect(orders(page).panel.standing).toHaveText(/1 asked: 1 yours/)
    await expect(orders(page).panel.timeline.filter({ hasText: /No answer came/ })).not.toHaveCount(0)
    expect(requestsNaming(linekeeper, display)).toBe(1)
  }
  await frame(page).section('Numbers').click()
  for (const [account, display] of Object.entries(cakes)) {
    await frame(page).search.fill(display)
    await expect(numbers(page).row(display)).toContainText(account)
    await expect(numbers(page).row(display)).toContainText('New')
  }
})

test('what is still being checked when the program is killed stays locked and checking until the carrier shows it', async ({
  linekeeper,
  startCarriers,
}) => {
  const carriers = await startCarriers({ numbers: 12 })
  const lagMs = 3_600_000
  // Nothing tells what became of the order until the carrier's own lists do.
  Object.assign(carriers.callfireV2.books.settings, { orderList: 'notServed', lagMs, readsLag: true })
  carriers.callfireV2.practise('lostAnswer')
  const first = await linekeeper.open()
  await ask(first, 'accounts.add', draftFor(carriers, 'callfire-v2', { name: 'Bakery' }))
  await settled(first)
  await market(first).go()
  await market(first).search('*CAKE')
  const display = await pick(first, '')
  await market(first).basket.buy('CallFire · Bakery').click()
  await buying(first).buy()
  await expect(buying(first).outcome).toContainText('Checking')
  await linekeeper.kill()

  const page = await linekeeper.open()
  await expect(frame(page).section('Orders')).toContainText(/1 .*check/)
  await market(page).go()
  await expect(market(page).row(display)).toContainText('Checking')
  await expect(market(page).toggle(display)).toHaveCount(0)
  await orders(page).go()
  await orders(page).open(display)
  await expect(orders(page).panel.standing).toContainText('1 asked: 1 being checked')
  await expect(orders(page).panel.region.getByRole('button', { name: /^Buy/ })).toHaveCount(0)
  await orders(page).panel.checkAgain.click()
  carriers.clock.advance(2 * lagMs)
  await expect(orders(page).panel.standing).toContainText('1 asked: 1 yours')
  await expect(frame(page).section('Orders')).not.toContainText('check')
  expect(timesAsked(carriers, display)).toBe(1)
})
