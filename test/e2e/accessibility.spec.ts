import { frame } from './pages/frame.ts'
import { numberPanel } from './pages/number-panel.ts'
import { numbers } from './pages/numbers.ts'
import { settings } from './pages/settings.ts'
import { expect, officeNumbers, type Page, test } from './support/office.ts'
import { look, survey } from './support/survey.ts'

const all = officeNumbers * 2

const ready = (page: Page): Promise<void> => expect(numbers(page).summary(`${all} owned, two accounts`)).toBeVisible()

test('the list is a grid that says how long and wide it is, and where each cell stands', async ({ page }) => {
  await ready(page)
  const { grid } = numbers(page)
  await expect(grid).toHaveAttribute('aria-rowcount', String(all + 1))
  await expect(grid).toHaveAttribute('aria-multiselectable', 'true')
  const headings = await grid.getByRole('columnheader').count()
  await expect(grid).toHaveAttribute('aria-colcount', String(headings))
  const rows = grid.getByRole('row')
  await expect(rows.first()).toHaveAttribute('aria-rowindex', '1')
  await expect(rows.nth(1)).toHaveAttribute('aria-rowindex', '2')
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'false')
  const places = await rows
    .nth(1)
    .getByRole('gridcell')
    .or(rows.nth(1).getByRole('rowheader'))
    .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('aria-colindex'))))
  expect(places).toEqual(Array.from({ length: headings }, (_, at) => at + 1))
  await page.keyboard.press('/')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+End')
  await expect(rows.last()).toHaveAttribute('aria-rowindex', String(all + 1))
})

test('a row is named by its number, digit by digit, and its box by the same', async ({ page }) => {
  await ready(page)
  const row = numbers(page).grid.getByRole('row').nth(1)
  const spoken = /^\d \d \d, \d \d \d, \d \d \d \d/
  await expect(row.getByRole('rowheader')).toHaveAccessibleName(spoken)
  await expect(row.getByRole('checkbox')).toHaveAccessibleName(/^Select \d \d \d, \d \d \d, \d \d \d \d$/)
  await expect(row).toHaveAccessibleName(/\d \d \d, \d \d \d, \d \d \d \d/)
})

test('one polite and one assertive region tell what goes on, and not each row', async ({ page }) => {
  await ready(page)
  await expect(frame(page).polite).toHaveCount(1)
  await expect(frame(page).urgent).toHaveCount(1)
  await frame(page).search.fill('206')
  await expect(frame(page).polite).toContainText(/\d+ numbers? found/)
  await page.keyboard.press('Shift+F5')
  await expect(frame(page).polite).toContainText(/(Bakery|Clinic): (synced, 64 numbers|\d+ percent read|reading)/)
})

test('everything that can be pressed is at least 24 pixels wide and high', async ({ page }) => {
  await ready(page)
  await numbers(page).grid.getByRole('row').nth(2).getByRole('rowheader').click()
  await expect(numberPanel(page).region).toBeVisible()
  expect(await tooSmall(page)).toEqual([])
  for (const part of ['Accounts', 'Sync', 'Appearance', 'Data', 'Keyboard', 'About'] as const) {
    await settings(page).go(part)
    expect(await tooSmall(page), part).toEqual([])
  }
})

/** Targets under 24 by 24: a box inside a label or a cell counts with what answers for it. */
const tooSmall = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const targets = [...document.querySelectorAll<HTMLElement>('button, a[href], input, [role="tab"], [role="radio"]')]
    const least = (element: Element) => {
      const answering =
        element.closest('label') ?? element.closest('[role="gridcell"], [role="columnheader"]') ?? element
      const { width, height } = answering.getBoundingClientRect()
      return { width, height }
    }
    return targets
      .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((element) => element.getBoundingClientRect().right > 0 && element.getBoundingClientRect().bottom > 0)
      .filter((element) => least(element).width > 1 && (least(element).width < 24 || least(element).height < 24))
      .map((element) => `${element.outerHTML.slice(0, 90)} ${JSON.stringify(least(element))}`)
  })

test('without motion nothing moves', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await ready(page)
  await numbers(page).grid.getByRole('row').nth(2).getByRole('rowheader').click()
  await expect(numberPanel(page).region).toBeVisible()
  const moving = await page.evaluate(() =>
    document.getAnimations().flatMap((animation) => {
      const { duration } = animation.effect?.getTiming() ?? {}
      return Number(duration) > 1 ? [String(duration)] : []
    }),
  )
  expect(moving).toEqual([])
})

test('in forced colors every state still has its word and its shape', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await ready(page)
  await look(page, 'forced-colors-numbers')
  const nowhere = numbers(page).grid.getByRole('row').filter({ hasText: 'Rings nowhere' }).first()
  await expect(nowhere.getByRole('gridcell').last()).toContainText('Rings nowhere')
  await nowhere.getByRole('checkbox').check()
  await expect(nowhere).toHaveAttribute('aria-selected', 'true')
  await look(page, 'forced-colors-selected')
  await settings(page).go('Appearance')
  await expect(page.getByRole('radio', { name: 'As the system' })).toBeChecked()
  await look(page, 'forced-colors-appearance')
})

test('at 400 percent nothing is lost: no sideways scrolling but in the list, and every control is there', async ({
  page,
}) => {
  // 1280 by 1024 at 400 percent is a window of 320 by 256.
  await page.setViewportSize({ width: 320, height: 256 })
  await expect(numbers(page).title).toBeVisible()
  await expect(numbers(page).grid.getByRole('row').nth(1)).toBeAttached()
  await expectFits(page)
  await look(page, 'zoom-400-numbers')
  await page.keyboard.press('/')
  await page.keyboard.press('ArrowDown')
  await expect(page.locator(':focus')).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(numberPanel(page).region).toBeInViewport()
  await expectFits(page)
  await look(page, 'zoom-400-panel')
  await numberPanel(page).back.click()
  for (const part of ['Accounts', 'Sync', 'Appearance', 'Data', 'Keyboard', 'About'] as const) {
    await settings(page).go(part)
    await expectFits(page)
    await look(page, `zoom-400-${part.toLowerCase()}`)
  }
  await settings(page).go('Accounts')
  await settings(page).account('CallFire · Bakery').button('Replace keys…').click()
  const dialog = frame(page).dialog(/New keys/)
  await dialog.getByRole('button', { name: 'Replace the keys' }).scrollIntoViewIfNeeded()
  await expect(dialog.getByRole('button', { name: 'Replace the keys' })).toBeInViewport()
  await look(page, 'zoom-400-dialog')
})

/** The page itself never scrolls sideways, and nothing but a list with columns does inside it. */
async function expectFits(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    const elements = [document.documentElement, ...document.querySelectorAll<HTMLElement>('main, nav, aside, section')]
    return elements
      .filter((element) => element.querySelector('[role="grid"]') === null)
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
      .map((element) => `${element.tagName} ${element.className}: ${element.scrollWidth} in ${element.clientWidth}`)
  })
  expect(wide).toEqual([])
}

for (const [width, height] of [
  [960, 600],
  [1440, 900],
] as const)
  test(`at ${width} by ${height} the number leads and "Rings at" is there`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await ready(page)
    await expect(numbers(page).heading('Number')).toBeInViewport()
    await expect(numbers(page).heading('Rings at')).toBeInViewport()
    await expectFits(page)
    await survey(page, `numbers-${width}`)
    await numbers(page).grid.getByRole('row').nth(2).getByRole('rowheader').click()
    await expect(numberPanel(page).region).toBeInViewport({ ratio: 0.9 })
    const isWhole = width < 1180
    await expect(numbers(page).grid).toBeVisible({ visible: !isWhole })
    await survey(page, `panel-${width}`)
    await (isWhole ? numberPanel(page).back : numberPanel(page).close).click()
    await expect(numbers(page).grid).toBeVisible()
  })
