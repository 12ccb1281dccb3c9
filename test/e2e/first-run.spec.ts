import { addAccount } from './pages/add-account.ts'
import { frame } from './pages/frame.ts'
import { numberPanel } from './pages/number-panel.ts'
import { numbers } from './pages/numbers.ts'
import { expect, type Page, test } from './support/linekeeper.ts'
import { survey } from './support/survey.ts'

async function lookAround(page: Page): Promise<void> {
  await addAccount(page).sample.click()
  await expect(frame(page).standing('CallFire sample')).toContainText('synced')
  await expect(frame(page).standing('Flowroute sample')).toContainText('synced')
}

test('a first start asks for an account, and says that none is needed to look around', async ({ page }) => {
  const first = addAccount(page)
  await expect(first.welcome).toBeFocused()
  await expect(first.sample).toBeVisible()
  await expect(page.getByRole('region', { name: 'Sample data' })).toContainText('Nothing in them is real')
  await survey(page, 'first-run')
})

test('sample data arrives from both carriers, is marked as sample, and stays when they are gone', async ({
  page,
  linekeeper,
  host,
}) => {
  await test.step('rows of both carriers arrive', async () => {
    await lookAround(page)
    const list = numbers(page)
    expect(await list.count()).toBeGreaterThan(300)
    await expect(list.summary('400 owned, two accounts')).toBeVisible()
    await expect(frame(page).sampleMark).toBeVisible()
    await frame(page).showAccount('Flowroute sample')
    await expect(list.summary('200 owned, one account')).toBeVisible()
    await expect(frame(page).sampleMark).toBeVisible()
    await survey(page, 'numbers-sample')
  })
  await linekeeper.close()
  linekeeper.goOffline()
  await test.step('without a connection everything is there, with its age', async () => {
    const again = await linekeeper.open()
    // In Electron the network cannot be taken away, and the sample carriers start again with the app.
    if (host === 'browser') await saysOffline(again)
    await stillThere(again)
  })
})

async function stillThere(page: Page): Promise<void> {
  const list = numbers(page)
  await expect(list.summary(/400 owned/)).toBeVisible()
  const [first] = await list.shown()
  const display = /\(\d{3}\) \d{3}-\d{4}/.exec(first?.cells.Number ?? '')?.[0] ?? ''
  await expect(frame(page).sampleMark).toBeVisible()
  await frame(page).search.fill(display)
  await expect(list.summary(/1 of 400 shown/)).toBeVisible()
  await list.open(display)
  const panel = numberPanel(page, display)
  await expect(panel.region).toBeVisible()
  await expect(panel.fact('Read')).toContainText(/just now|min ago/)
  await survey(page, 'numbers-offline')
}

async function saysOffline(page: Page): Promise<void> {
  await expect(frame(page).strip).toContainText('This computer is offline')
  await expect(frame(page).standing('CallFire sample')).toContainText(/offline – showing data from \d\d:\d\d/)
  await expect(frame(page).standing('Flowroute sample')).toContainText(/offline – showing data from \d\d:\d\d/)
}
