import { frame } from './pages/frame.ts'
import { numberPanel } from './pages/number-panel.ts'
import { numbers } from './pages/numbers.ts'
import { expect, officeNumbers, type Page, test } from './support/office.ts'
import { survey } from './support/survey.ts'

const all = officeNumbers * 2

/** Where the keyboard is: the row, from 0, -1 for the header; and the column, from 0 for the checkboxes. */
async function expectAt(page: Page, row: number, column: number): Promise<void> {
  const place = () =>
    page.evaluate(() => {
      const cell = document.activeElement?.closest('[aria-colindex]')
      const rowElement = cell?.closest('[aria-rowindex]')
      return [Number(rowElement?.getAttribute('aria-rowindex')) - 2, Number(cell?.getAttribute('aria-colindex')) - 1]
    })
  await expect.poll(place).toEqual([row, column])
}

const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}

/** From the search box into the list: the first number. */
async function enterGrid(page: Page): Promise<void> {
  await expect(numbers(page).summary(`${all} owned, two accounts`)).toBeVisible()
  await press(page, '/', 'ArrowDown')
  await expectAt(page, 0, 1)
}

test('arrows move by cell, and the keys for ends and pages go there', async ({ page }) => {
  await enterGrid(page)
  const columns = Number(await numbers(page).grid.getAttribute('aria-colcount'))
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowDown')
  await expectAt(page, 1, 3)
  await press(page, 'ArrowLeft')
  await expectAt(page, 1, 2)
  await press(page, 'Home')
  await expectAt(page, 1, 0)
  await press(page, 'End')
  await expectAt(page, 1, columns - 1)
  await press(page, 'PageDown')
  const [row] = await page.evaluate(() => {
    const found = document.activeElement?.closest('[aria-rowindex]')
    return [Number(found?.getAttribute('aria-rowindex')) - 2]
  })
  expect(row).toBeGreaterThan(10)
  await press(page, 'PageUp')
  await expectAt(page, 1, columns - 1)
  await press(page, 'Control+End')
  await expectAt(page, all - 1, columns - 1)
  await expect(page.locator(':focus')).toBeInViewport()
  await press(page, 'ArrowDown')
  await expectAt(page, all - 1, columns - 1)
  await press(page, 'Control+Home')
  await expectAt(page, 0, 0)
  await press(page, 'ArrowUp', 'ArrowUp')
  await expectAt(page, -1, 0)
})

test('headings are reached with the arrows, and Enter sorts', async ({ page }) => {
  await enterGrid(page)
  await press(page, 'ArrowUp', 'ArrowRight')
  await expectAt(page, -1, 2)
  await press(page, 'Enter')
  await expect(numbers(page).heading('Rings at')).toHaveAttribute('aria-sort', 'ascending')
  await expect(page.getByRole('columnheader', { name: 'Rings at' }).getByRole('button')).toBeFocused()
  await press(page, 'Enter')
  await expect(numbers(page).heading('Rings at')).toHaveAttribute('aria-sort', 'descending')
})

test('Space selects, Shift extends, Ctrl+A takes all that match, Esc lets go', async ({ page }) => {
  await enterGrid(page)
  const list = numbers(page)
  const selected = (count: number) => expect(list.screen.getByText(`${count} selected`)).toBeVisible()
  await press(page, 'Space')
  await selected(1)
  await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown')
  await selected(3)
  await press(page, 'Shift+ArrowUp')
  await selected(2)
  await survey(page, 'numbers-selected')
  await press(page, 'Control+a')
  await selected(all)
  await expect(page.getByRole('checkbox', { name: 'Select all that match' })).toBeChecked()
  await press(page, 'Space')
  await selected(all - 1)
  await press(page, 'Escape')
  await expect(list.screen.getByText(/\d selected/)).toBeHidden()
  await expect(list.summary(`${all} owned, two accounts`)).toBeVisible()
  await expectAt(page, 1, 1)
})

test('Enter opens the number, Esc closes it, and the focus comes back to its row', async ({ page }) => {
  await enterGrid(page)
  await press(page, 'ArrowDown', 'ArrowDown', 'Enter')
  const panel = numberPanel(page)
  await expect(panel.region).toBeFocused()
  await press(page, 'Escape')
  await expect(panel.region).toBeHidden()
  await expectAt(page, 2, 1)
  await press(page, 'Enter')
  await expect(panel.region).toBeFocused()
  await expect(panel.copy).toBeVisible()
  await press(page, 'Tab', 'Tab', 'Tab')
  await expect(panel.tab('Overview')).toBeFocused()
  await press(page, 'ArrowRight')
  await expect(panel.tab('Calls go to')).toHaveAttribute('aria-selected', 'true')
  await press(page, 'ArrowRight')
  await expect(panel.tab('Lease')).toHaveAttribute('aria-selected', 'true')
  await press(page, 'Escape')
  await expect(panel.region).toBeHidden()
  await expectAt(page, 2, 1)
})

test('one Tab enters the list and the next one leaves it', async ({ page }) => {
  await enterGrid(page)
  await press(page, 'Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('[role="grid"]') === null)).toBe(true)
  await press(page, 'Shift+Tab')
  await expectAt(page, 0, 1)
})

test('typing goes to the search box and not to the list, and Esc empties it', async ({ page }) => {
  await expect(numbers(page).summary(`${all} owned, two accounts`)).toBeVisible()
  await press(page, 'Control+f')
  await expect(frame(page).search).toBeFocused()
  await page.keyboard.type('206 ?/ ')
  await expect(frame(page).search).toHaveValue('206 ?/ ')
  await press(page, 'Escape')
  await expect(frame(page).search).toHaveValue('')
})
