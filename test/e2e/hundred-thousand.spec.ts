import { ownedNumber } from '../support/builders.ts'
import { openNodeStorage } from '../support/node-ports.ts'
import { frame } from './pages/frame.ts'
import { numbers } from './pages/numbers.ts'
import { expect, type Linekeeper, type Page, test } from './support/linekeeper.ts'
import { look } from './support/survey.ts'
import { ask } from './support/wall.ts'

const count = 100_000
const firstNumber = 2_005_550_000

/** `(200) 555-0000` and the 99,999 after it. */
const display = (place: number): string => String(firstNumber + place).replace(/^(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3')

/** One paused account, and its numbers written straight through storage: quicker than over HTTP. */
async function layDown(linekeeper: Linekeeper): Promise<void> {
  const page = await linekeeper.open()
  const keys = { login: 'of-tests', secret: 'of-tests', keeping: 'keystore', passphrase: null } as const
  const looks = { name: 'Agency', color: 'blue', readOnly: false } as const
  const nobody = 'http://127.0.0.1:9/v2'
  const { id } = await ask(page, 'accounts.add', { api: 'callfire-v2', address: nobody, ...keys, ...looks })
  await ask(page, 'accounts.change', { accountId: id, paused: true })
  await linekeeper.close()
  const storage = openNodeStorage(linekeeper.dataFolder, { now: Date.now, log: () => undefined })
  const { run } = storage.sync.begin(id, Date.now())
  const { maxChunk } = storage.numbers
  for (let from = 0; from < count; from += maxChunk) {
    const places = Array.from({ length: Math.min(maxChunk, count - from) }, (_, at) => from + at)
    storage.numbers.saveNumbers(
      run,
      places.map((place) =>
        ownedNumber(`+1${firstNumber + place}`, { labels: place % 1000 === 7 ? ['Warehouse'] : [] }),
      ),
    )
  }
  storage.sync.end(run)
  storage.close()
}

const elements = (page: Page): Promise<number> => page.evaluate(() => document.querySelectorAll('*').length)

test('a hundred thousand numbers are browsed, jumped through and searched', async ({ linekeeper }) => {
  test.slow()
  await layDown(linekeeper)
  const page = await linekeeper.open()
  const list = numbers(page)
  await test.step('the first rows are there, and only a few rows exist', async () => {
    await expect(list.row(display(0))).toBeVisible()
    await expect(list.summary('100,000 owned, one account')).toBeVisible()
    expect(await list.count()).toBe(count)
    expect((await list.shown()).length).toBeLessThan(60)
    await look(page, 'numbers-100000')
  })
  const atStart = await elements(page)
  await test.step('Ctrl+End goes to the last one, and back', async () => {
    await page.keyboard.press('/')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Control+End')
    await expect(list.row(display(count - 1))).toBeInViewport()
    await expect(list.row(display(count - 1))).toHaveAttribute('aria-rowindex', String(count + 1))
    await look(page, 'numbers-100000-end')
    await page.keyboard.press('Control+Home')
    await expect(list.row(display(0))).toBeInViewport()
  })
  await test.step('pages in the middle are read when they are reached', async () => {
    await page.keyboard.press('PageDown')
    await page.mouse.move(700, 500)
    await page.mouse.wheel(0, 36 * 50_000)
    await expect.poll(async () => (await list.shown()).filter(({ index }) => index > 49_000).length).toBeGreaterThan(20)
    await expect(list.row(display(50_000))).toBeVisible()
  })
  expect(await elements(page), 'the page does not grow with the list').toBeLessThan(atStart * 1.5)
  await test.step('a search narrows it', async () => {
    await frame(page).search.fill(display(77_777))
    await expect(list.summary('1 of 100,000 shown')).toBeVisible()
    await frame(page).search.fill('warehouse')
    await expect(list.summary('100 of 100,000 shown')).toBeVisible()
    await frame(page).search.fill('')
    await expect(list.summary('100,000 owned, one account')).toBeVisible()
  })
  await test.step('all of them are selected without being read', async () => {
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Control+a')
    await expect(list.screen.getByText('100,000 selected')).toBeVisible()
  })
})
