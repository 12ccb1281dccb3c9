import { market } from './pages/market.ts'
import { expect, fill, test } from './support/shop.ts'
import { survey } from './support/survey.ts'
import { ask } from './support/wall.ts'

const [callfire, flowroute] = ['CallFire · Bakery', 'Flowroute · Clinic'] as const

type Wrong = { readonly label: string; readonly typed: string; readonly said: RegExp }

const wrong: readonly Wrong[] = [
  { label: 'Pattern', typed: 'A'.repeat(30), said: /A number has ten digits; this pattern has 30\. Shorten it/ },
  { label: 'Pattern', typed: '***', said: /Stars alone match every number\. Add a digit or a word/ },
  { label: 'Pattern', typed: '🎂', said: /“🎂” cannot be dialled\. Use digits, letters and \*/ },
  { label: 'Area code or prefix', typed: '006', said: /No area code begins with 0/ },
  { label: 'ZIP', typed: '981', said: /A ZIP has five digits/ },
  { label: 'How many at each account', typed: '0', said: /Look for at least one number/ },
  { label: 'How many at each account', typed: '10,000', said: /Look for 5,000 numbers at most/ },
]

test('what cannot be searched for is told at its field, with the way to write it', async ({ page, shop }) => {
  const { go, field, form, submit } = market(page)
  const asked = () => shop.carriers.callfireV2.server.count({ path: '/v2/numbers/local' })
  await go()
  await field('Area code or prefix').fill('206')
  await field('Pattern').fill('')
  const before = asked()
  for (const { label, typed, said } of wrong) {
    const right = await field(label).inputValue()
    await field(label).fill(typed)
    await field(label).press('Enter')
    await expect(form.getByText(said), typed).toBeVisible()
    await expect(field(label)).toHaveAttribute('aria-invalid', 'true')
    await expect(field(label)).toHaveAccessibleDescription(said)
    await field(label).fill(right)
  }
  expect(asked()).toBe(before)
  await submit.click()
  await expect.poll(asked).toBeGreaterThan(before)
})

test('a city that does not exist finds nothing, and says where to look instead', async ({ page }) => {
  const { go, field, results, title, button, rows } = market(page)
  await go()
  await field('City').fill('Atlantis-on-Sea')
  await field('City').press('Enter')
  await expect(results).toContainText('Nothing is for sale that matches all of this')
  await expect(title).toHaveText('No numbers')
  await survey(page, 'market-nothing-found')
  await button(/^Toll-free numbers/).click()
  await expect(rows).not.toHaveCount(0)
  await expect(title).toHaveText(/\d+ numbers/)
})

test('what a provider cannot be asked is told in a sentence, and its numbers are filtered here', async ({ page }) => {
  const { go, choose, field, rows, notes, submit } = market(page)
  await go()
  await choose('Kind', 'Toll-free')
  await expect(field('City')).toHaveCount(0)
  await field('Area code or prefix').fill('')
  await field('Pattern').fill('*CAKE')
  await expect(page.getByText('ends with 2253 = CAKE')).toBeVisible()
  await submit.click()
  await expect(notes.filter({ hasText: /CallFire.*toll-free/i })).not.toHaveCount(0)
  await expect(rows).not.toHaveCount(0)
  for (const display of await market(page).displays()) expect(display).toMatch(/-2253$/)
})

test('one provider that fails says so beside what the other one found', async ({ page, shop }) => {
  shop.carriers.callfireV2.faults.add({ match: { path: '/v2/numbers/*' }, fault: { kind: 'reset', when: 'before' } })
  const { go, search, results, parts, rows, button } = market(page)
  await go()
  await search('')
  await expect(parts.filter({ hasText: callfire })).toContainText('could not be asked')
  await expect(parts.filter({ hasText: flowroute })).toContainText(/\d+ found/)
  await expect(rows.first()).toContainText(flowroute)
  await expect(results).toContainText(/CallFire · Bakery\..+CallFire/)
  await survey(page, 'market-one-failed')
  shop.carriers.callfireV2.faults.clear()
  await button('Try again').click()
  await expect(parts.filter({ hasText: callfire })).toContainText(/\d+ found/)
})

test('results are sorted by what is easy to remember, by price and by number', async ({ page }) => {
  const { go, search, sortBy, displays, rows, grid } = market(page)
  await go()
  await search('')
  await expect(rows.first()).toContainText(/[A-Z]{3,}/)
  await sortBy('By number')
  await expect(grid.getByRole('columnheader', { name: 'Number' })).toHaveAttribute('aria-sort', 'ascending')
  await expect.poll(async () => isSorted(await displays())).toBe(true)
  await sortBy('Cheapest first')
  await expect(rows.first()).toContainText(flowroute)
  await expect(rows.first()).toContainText(/\$\d/)
})

const isSorted = (texts: readonly string[]): boolean =>
  texts.length > 10 && texts.every((text, at) => at === 0 || (texts[at - 1] ?? '') <= text)

test('what is owned already is struck through and cannot be added', async ({ page, shop }) => {
  const [display = ''] = await fill(page, flowroute, { count: 1, pattern: '*3' })
  await ask(page, 'market.clearBasket', { accountId: null })
  const number = `1${display.replace(/\D/g, '')}`
  shop.carriers.flowrouteV2.books.addNumber(number)
  await ask(page, 'sync.start', { accountId: shop.clinic })
  await expect(market(page).row(display)).toContainText('Yours')
  await expect(market(page).toggle(display)).toHaveCount(0)
  shop.carriers.flowrouteV2.books.loseNumber(number)
})
