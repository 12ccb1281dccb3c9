import { buying } from './pages/buying.ts'
import { givingUp } from './pages/giving-up.ts'
import { keywords } from './pages/keywords.ts'
import { expect, test, timesAsked } from './support/shop.ts'
import { survey } from './support/survey.ts'

const callfire = 'CallFire · Bakery'

test('every leased keyword is listed with what CallFire tells of it', async ({ page, shop }) => {
  const { go, rows, row, find, open, panel } = keywords(page)
  const leased = shop.carriers.callfireV2.books.keywords.list()
  const [first] = leased.filter(({ keyword, leaseEnd }) => leaseEnd && keyword.length > 3)
  await go()
  await expect(rows).toHaveCount(leased.length)
  await expect(row(first?.keyword ?? '?')).toContainText(first?.autoRenew ? 'on' : 'off')
  await find.fill(first?.keyword.slice(0, 4) ?? '')
  await expect(rows).toHaveCount(1)
  await open(first?.keyword ?? '')
  const { region, fact } = panel(first?.keyword ?? '')
  await expect(region).toContainText(/People text it to 67076/)
  await expect(fact('Account')).toHaveText(callfire)
  await expect(fact(first?.autoRenew ? 'Renews' : 'Ends')).toContainText(/\d{1,2} \w+ 20\d\d, (in|today|tomorrow|\d)/)
  await survey(page, 'keywords-panel')
  await find.fill('no such word at all')
  await expect(page.getByText(/No keyword/)).toBeVisible()
})

test('words are checked one by one, a free one is bought, and can be given up and kept after all', async ({
  page,
  shop,
}) => {
  const { go, openWords, words, row, open, panel } = keywords(page)
  const word = 'MOONLIGHT'
  await test.step('each word is told of', async () => {
    await go()
    await openWords()
    await words.text.fill('moonlight\ncake\nryebread\nAB\nthis-one')
    await words.check.click()
    await expect(words.line(word)).toContainText('Free')
    await expect(words.line('CAKE')).toContainText('Taken')
    await expect(words.line('RYEBREAD')).toContainText('Yours')
    await expect(words.line('AB')).toContainText('Not valid')
    await expect(words.line('THIS-ONE')).toContainText('Not valid')
    await expect(words.suggestions).not.toHaveCount(0)
    await expect(words.tick(word)).toBeChecked()
    await survey(page, 'keywords-words')
  })
  await test.step('a free one goes through the same purchase as a number', async () => {
    await words.tick(word).uncheck()
    await expect(words.order).toBeDisabled()
    await words.tick(word).check()
    await words.order.click()
    await expect(buying(page).cancel).toBeFocused()
    await expect(buying(page).dialog).toContainText(/Buy 1 keyword from CallFire – Bakery/)
    await buying(page).buy()
    await expect(buying(page).title('1 keyword is yours')).toBeVisible()
    await buying(page).close.click()
    await expect(words.line(word)).toContainText('Yours')
    await words.close.click()
    expect(timesAsked(shop.carriers, word)).toBe(1)
  })
  const dialog = givingUp(page)
  const lease = () => shop.carriers.callfireV2.books.keywords.find(word)
  await test.step('its auto-renew goes off once its name is typed, with both dates shown', async () => {
    await open(word)
    await panel(word).turnOff.click()
    await expect(dialog.cancel).toBeFocused()
    await expect(dialog.fact('Last day')).toHaveText(/^\d{1,2} \w+ 20\d\d$/)
    await expect(dialog.fact('Buy it back')).toHaveText(/^not before \d{1,2} \w+ 20\d\d$/)
    await expect(dialog.turnOff).toBeDisabled()
    await dialog.typing.fill('MOON')
    await expect(dialog.turnOff).toBeDisabled()
    await dialog.typing.fill('moonlight')
    await dialog.typing.press('Enter')
    expect(lease()?.autoRenew).toBe(true)
    await survey(page, 'giving-up-keyword')
    await dialog.turnOff.click()
    await expect(dialog.outcome).toContainText('Ends by itself')
    await dialog.close.click()
    await expect(panel(word).fact('Auto-renew')).toContainText('off')
    expect(lease()?.autoRenew).toBe(false)
  })
  await test.step('and on again while the lease lasts', async () => {
    await panel(word).turnOn.click()
    await dialog.turnOn.click()
    await expect(dialog.outcome).toContainText('Renews by itself')
    await dialog.close.click()
    await expect(panel(word).fact('Auto-renew')).toContainText('on')
    await expect(row(word)).toContainText('renews')
    expect(lease()?.autoRenew).toBe(true)
  })
})
