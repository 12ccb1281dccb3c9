import { market } from './pages/market.ts'
import { expect, type Linekeeper, type Page, test } from './support/linekeeper.ts'
import { draftFor, settled } from './support/office.ts'
import { fill } from './support/shop.ts'
import { look } from './support/survey.ts'
import { ask } from './support/wall.ts'

const flowroute = 'Flowroute · Clinic'

const withBoth = async (linekeeper: Linekeeper, carriers: Parameters<typeof draftFor>[0]): Promise<Page> => {
  const page = await linekeeper.open()
  await ask(page, 'accounts.add', draftFor(carriers, 'callfire-v2', { name: 'Bakery' }))
  await ask(page, 'accounts.add', draftFor(carriers, 'flowroute-v2', { name: 'Clinic' }))
  await settled(page)
  return page
}

test('searches, what they found and the basket are there after a restart, without a connection too', async ({
  linekeeper,
  startCarriers,
  host,
}) => {
  const carriers = await startCarriers({ numbers: 12 })
  const first = await withBoth(linekeeper, carriers)
  const [wish = '', spare = ''] = await fill(first, flowroute, { count: 2, pattern: '*0' })
  await market(first).search('CAKE')
  await expect(market(first).rows.first()).toContainText('CAKE')
  await linekeeper.close()
  linekeeper.goOffline()
  const page = await linekeeper.open()
  const { go, rows, recent, forget, basket, submit } = market(page)
  await go()
  await expect(rows.first()).toContainText('CAKE')
  await expect(basket.line(wish)).toContainText('seen for sale')
  if (host === 'browser') {
    await expect(basket.region).toContainText('the basket is a list of wishes')
    await expect(basket.buy(flowroute)).toBeDisabled()
    await expect(submit).toBeDisabled()
  }
  await look(page, 'market-offline')
  await basket.take(spare).click()
  await expect(basket.line(spare)).toHaveCount(0)
  await recent(/^206 · \*0/).click()
  await expect(market(page).toggle(wish)).toContainText('In basket')
  await forget('Forget the search 206 · CAKE').click()
  await expect(recent(/^206 · CAKE/)).toHaveCount(0)
  linekeeper.comeOnline()
  await linekeeper.close()
  const again = await linekeeper.open()
  await market(again).go()
  await expect(market(again).basket.line(wish)).toBeVisible()
  await expect(market(again).basket.line(spare)).toHaveCount(0)
  await expect(market(again).basket.buy(flowroute)).toBeEnabled()
})
