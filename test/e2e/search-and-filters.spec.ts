import { wordToDigits } from '../../shared/phone.ts'
import { frame } from './pages/frame.ts'
import { numbers } from './pages/numbers.ts'
import { expect, type Office, officeNumbers, type Page, test } from './support/office.ts'
import { survey } from './support/survey.ts'

type Carriers = Office['carriers']

const all = officeNumbers * 2

const numbersOf = ({ callfireV2, flowrouteV2 }: Carriers): readonly string[] => [
  ...callfireV2.books.leases.numbers(),
  ...flowrouteV2.books.numbers(),
]

const display = (digits: string): string =>
  digits.replace(/^1(\d{3})(\d{3})(\d{4})$/, (_, area, exchange, line) => `(${area}) ${exchange}-${line}`)

/** What is typed finds exactly what the carriers' books say it should, and the app says how many that is. */
async function finds(page: Page, typed: string, expected: number): Promise<void> {
  await frame(page).search.fill(typed)
  const said =
    expected === 0 ? page.getByText('No number matches all of this') : numbers(page).summary(`${expected} of `)
  await expect(said, typed).toBeVisible()
  if (expected > 0) expect(await numbers(page).count()).toBe(expected)
}

test('a number is found in any format, by its last four digits and by any part', async ({ page, office }) => {
  const held = numbersOf(office.carriers)
  const number = held[17] ?? ''
  const [area, exchange, line] = [number.slice(1, 4), number.slice(4, 7), number.slice(7)]
  const having = (part: string) => held.filter((digits) => digits.includes(part)).length
  for (const typed of [
    `(${area}) ${exchange}-${line}`,
    `${area}-${exchange}-${line}`,
    `${area}.${exchange}.${line}`,
    `+1 ${area} ${exchange} ${line}`,
    `1${area}${exchange}${line}`,
    number.slice(1),
  ])
    await test.step(typed, () => finds(page, typed, 1))
  await expect(numbers(page).row(display(number))).toBeVisible()
  await finds(page, line, having(line))
  await finds(page, `${exchange}${line}`, having(exchange + line))
  // An area code is found in what a number rings at, too.
  await frame(page).search.fill(area)
  await expect.poll(() => numbers(page).count()).toBeGreaterThanOrEqual(having(area))
})

test('a word finds the numbers that spell it', async ({ page, office }) => {
  const number = numbersOf(office.carriers).find((digits) => /^[2-9]{4}$/.test(digits.slice(-4))) ?? ''
  const letters = ['', '', 'a', 'd', 'g', 'j', 'm', 'p', 't', 'w']
  const word = [...number.slice(-4)].map((digit) => letters[Number(digit)]).join('')
  expect(wordToDigits(word)).toBe(number.slice(-4))
  await frame(page).search.fill(word.toUpperCase())
  await expect(numbers(page).row(display(number))).toBeVisible()
})

test('a place, a label and a route are found, and words are joined', async ({ page, office }) => {
  const { callfireV2, flowrouteV2 } = office.carriers
  const leases = callfireV2.books.leases.numbers().map((number) => callfireV2.books.leases.find(number))
  const lease = leases.find((held) => held?.region && held.labels?.length)
  const [city = '', label = ''] = [lease?.region?.city, lease?.labels?.[0]]
  await frame(page).search.fill(city.toLowerCase())
  await expect.poll(() => numbers(page).count()).toBeLessThan(all)
  await expect(numbers(page).row(display(lease?.number ?? ''))).toBeVisible()
  await frame(page).search.fill(`${label} ${city}`)
  await expect(numbers(page).row(display(lease?.number ?? ''))).toBeVisible()
  const route = flowrouteV2.books.routes().find(({ alias }) => alias && /^[a-z ]+$/.test(alias))
  await frame(page).search.fill(route?.alias ?? '')
  const isFound = async () => {
    const rung = (await numbers(page).shown()).some(({ cells }) => cells['Rings at']?.includes(route?.alias ?? '?'))
    return rung && ((await numbers(page).count()) ?? all) < all
  }
  await expect.poll(isFound).toBe(true)
})

test('chips filter, count what they let through, and combine', async ({ page, office }) => {
  const { callfireV2 } = office.carriers
  const leases = callfireV2.books.leases.numbers().map((number) => callfireV2.books.leases.find(number))
  const off = leases.filter((lease) => lease?.autoRenew === false).length
  const tollFree = leases.filter((lease) => lease?.autoRenew === false && lease.tollFree).length
  const list = numbers(page)
  await expect(list.chip(/^All/)).toHaveAttribute('aria-pressed', 'true')
  await expect(list.chip(/^Auto-renew off/)).toHaveAccessibleName(new RegExp(`${off}$`))
  await list.chip(/^Auto-renew off/).click()
  await expect(list.chip(/^Auto-renew off/)).toHaveAttribute('aria-pressed', 'true')
  await expect(list.summary(`${off} of ${all} shown`)).toBeVisible()
  expect(new Set((await list.shown()).map(({ cells }) => cells['Auto-renew']))).toEqual(new Set(['off']))
  await survey(page, 'numbers-filtered')
  await list.addFilter('Toll-free', /^Local/)
  await list
    .removeChip('Remove filter: Local')
    .or(list.chip(/^Local/))
    .first()
    .click()
  if (tollFree === 0) await expect(page.getByText('No number matches all of this')).toBeVisible()
  else await expect(list.summary(`${tollFree} of ${all} shown`)).toBeVisible()
  await list.chip(/^All/).click()
  await expect(list.summary(`${all} owned, two accounts`)).toBeVisible()
})

test('every part of the filter menu can be chosen, and stays ticked while the menu is open', async ({
  page,
  office,
}) => {
  const list = numbers(page)
  await list.filters.getByRole('button', { name: 'Add filter' }).click()
  const menu = page.getByRole('menu', { name: 'Add filter' })
  await expect(menu.getByRole('group')).toHaveCount(5)
  await survey(page, 'menu-add-filter')
  await menu.getByRole('menuitemcheckbox', { name: /Clinic/ }).click()
  await expect(menu.getByRole('menuitemcheckbox', { name: /Clinic/ })).toBeChecked()
  await menu.getByRole('menuitemcheckbox', { name: 'Rings nowhere' }).click()
  await page.keyboard.press('Escape')
  await expect(list.filters.getByRole('button', { name: 'Add filter' })).toBeFocused()
  const { books } = office.carriers.flowrouteV2
  const nowhere = books.numbers().filter((number) => books.number(number)?.primary === null).length
  await expect(list.summary(`${nowhere} of ${officeNumbers} shown`)).toBeVisible()
  expect(new Set((await list.shown()).map(({ cells }) => cells['Rings at']))).toEqual(new Set(['Rings nowhere']))
})

test('when nothing matches, each part of the filter can be taken away alone', async ({ page }) => {
  const list = numbers(page)
  await list.chip(/^Rings nowhere/).click()
  await frame(page).search.fill('no such thing')
  await expect(page.getByRole('heading', { name: 'No number matches all of this' })).toBeVisible()
  await survey(page, 'numbers-none-match')
  await expect(frame(page).polite).toContainText('0 numbers found')
  const parts = list.screen.getByRole('button', { name: /^Remove filter: / })
  await parts.filter({ hasText: 'no such thing' }).last().click()
  await expect(frame(page).search).toHaveValue('')
  await expect(list.summary(new RegExp(`\\d+ of ${all} shown`))).toBeVisible()
  await frame(page).search.fill('no such thing')
  await page.getByRole('button', { name: 'Show all numbers' }).click()
  await expect(list.summary(`${all} owned, two accounts`)).toBeVisible()
})
