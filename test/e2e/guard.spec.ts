import { expect, test } from './support/linekeeper.ts'

test('an error, a warning, an uncaught error and a breach of the policy are all heard', async ({ page, guard }) => {
  await page.evaluate(() => {
    console.error('heard 1')
    console.warn('heard 2')
    setTimeout(() => {
      throw new Error('heard 3')
    })
    const script = document.createElement('script')
    script.textContent = 'heard(4)'
    document.head.append(script)
  })
  const all = ['console error: heard 1', 'console warning: heard 2', 'page error: heard 3', 'policy: script-src-elem']
  await expect
    .poll(() => guard.unexpected())
    .toEqual(expect.arrayContaining(all.map((text) => expect.stringContaining(text))))
  guard.expect(/heard|script-src/)
})

test('what goes on in the page without a complaint is no complaint', async ({ page, guard }) => {
  await page.evaluate(() => console.info('nothing'))
  expect(guard.unexpected()).toEqual([])
})

test.fail('a single warning fails a test whose own steps all pass', async ({ page }) => {
  await page.evaluate(() => console.warn('this is what fails it'))
})
