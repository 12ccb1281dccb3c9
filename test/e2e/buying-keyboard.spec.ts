import { buying } from './pages/buying.ts'
import { frame } from './pages/frame.ts'
import { keywords } from './pages/keywords.ts'
import { market } from './pages/market.ts'
import { orders } from './pages/orders.ts'
import { settings } from './pages/settings.ts'
import { expect, fill, type Page, test, timesAsked } from './support/shop.ts'
import { look, survey } from './support/survey.ts'

const flowroute = 'Flowroute · Clinic'

/** Goes on with Tab until it is there: what cannot be reached so is out of reach without a mouse. */
async function tabTo(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await isThere()) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Sixty presses of Tab did not lead there')
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
    return [element?.getAttribute('aria-label'), ...labels.map((label) => label.textContent), element?.textContent]
      .filter(Boolean)
      .join(' ')
  })

const tabToName = (page: Page, name: RegExp) => tabTo(page, async () => name.test(await focused(page)))

test('by keyboard alone a number is found, put into the basket, checked, and left', async ({ page, shop }) => {
  await page.keyboard.press('Control+n')
  await expect(frame(page).section('Find & buy')).toHaveAttribute('aria-current', 'page')
  await tabToName(page, /^Area code or prefix/)
  await page.keyboard.type('206')
  await page.keyboard.press('Escape')
  await tabToName(page, /^Pattern/)
  await page.keyboard.type('*5')
  await page.keyboard.press('Enter')
  const { rows, parts, basket } = market(page)
  await expect(parts.filter({ hasText: flowroute })).toContainText(/\d+ found/)
  await expect(rows.first()).toContainText(/-\d{3}5/)
  const isInGrid = () => page.evaluate(() => document.activeElement?.closest('[role="grid"]') !== null)
  await tabTo(page, isInGrid)
  // The first one of the account that tells prices, wherever it stands.
  const isFlowroute = () => page.evaluate(() => document.activeElement?.closest('tr')?.textContent?.includes('Clinic'))
  for (let at = 0; at < 50 && !(await isFlowroute()); at++) await page.keyboard.press('ArrowDown')
  const row = await page.evaluate(() => document.activeElement?.closest('tr')?.textContent)
  const [display = ''] = /\(\d{3}\) \d{3}-\d{4}/.exec(row ?? '') ?? []
  await page.keyboard.press('Space')
  await expect(basket.line(display)).toBeVisible()
  await tabToName(page, /^Buy 1 number/)
  await page.keyboard.press('Enter')
  const dialog = buying(page)
  await expect(dialog.cancel).toBeFocused()
  await expect(dialog.confirm()).toBeEnabled()
  await page.keyboard.press('Tab')
  await expect(dialog.confirm()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog.outcome).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(dialog.dialog).toBeHidden()
  await expect(basket.buy(flowroute)).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(basket.line(display)).toHaveCount(0)
  expect(timesAsked(shop.carriers, display)).toBe(0)
})

/** The page itself never scrolls sideways, and nothing in it is wider than its place but a list with columns. */
async function expectFits(page: Page): Promise<void> {
  const wide = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll<HTMLElement>('main, nav, aside, section, [role*="dialog"]')]
      .filter((element) => element.querySelector('[role="grid"]') === null)
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 1 && scrollWidth > clientWidth + 1)
      .map((element) => `${element.tagName} ${element.className}: ${element.scrollWidth} in ${element.clientWidth}`),
  )
  expect(wide).toEqual([])
}

test('at 960 by 600 everything of buying fits, and the basket has a place of its own', async ({ page }) => {
  await page.setViewportSize({ width: 960, height: 600 })
  const { button, basket, rows } = market(page)
  const [display = ''] = await fillNarrow(page)
  await expectFits(page)
  await expect(rows.first().getByRole('rowheader')).toBeInViewport()
  await survey(page, 'market-960')
  await button(/^Basket/).click()
  await expect(basket.line(display)).toBeInViewport()
  await expect(rows.first()).not.toBeInViewport()
  await expectFits(page)
  await look(page, 'market-960-basket')
  await basket.buy(flowroute).click()
  await expect(buying(page).confirm()).toBeEnabled()
  await expect(buying(page).confirm()).toBeInViewport()
  await expectFits(page)
  await survey(page, 'buying-960')
  await buying(page).cancel.click()
  await page.keyboard.press('Escape')
  await expect(rows.first()).toBeInViewport()
})

/** The basket is out of sight here, so that what was put into it is read from the list. */
async function fillNarrow(page: Page): Promise<readonly string[]> {
  const { go, search, rows, toggle } = market(page)
  await go()
  await search('*5')
  const free = rows.filter({ hasText: 'Clinic' }).filter({ hasText: 'Add' }).first()
  const [display = ''] = /\(\d{3}\) \d{3}-\d{4}/.exec((await free.textContent()) ?? '') ?? []
  await toggle(display).click()
  await expect(toggle(display)).toContainText('In basket')
  return [display]
}

test('at 960 by 600 and at 400 percent orders, keywords and spending fit', async ({ page }) => {
  await fill(page, flowroute, { count: 1, pattern: '*5' })
  for (const [width, height] of [
    [960, 600],
    [320, 256],
  ] as const) {
    await page.setViewportSize({ width, height })
    await orders(page).go()
    await expect(orders(page).rows).not.toHaveCount(0)
    await expectFits(page)
    await look(page, `orders-${width}`)
    await orders(page).open('made elsewhere')
    await expect(orders(page).panel.region).toBeInViewport()
    await expectFits(page)
    await page.keyboard.press('Escape')
    await keywords(page).go()
    await expect(keywords(page).rows).not.toHaveCount(0)
    await expectFits(page)
    await keywords(page).openWords()
    await expect(keywords(page).words.region).toBeInViewport()
    await expectFits(page)
    await look(page, `keywords-${width}`)
    await keywords(page)
      .words.close.or(page.getByRole('button', { name: 'Keywords', exact: true }).last())
      .first()
      .click()
    await settings(page).go('Spending')
    await expectFits(page)
    await market(page).go()
    await expectFits(page)
    await look(page, `market-${width}`)
  }
})
