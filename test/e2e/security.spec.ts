import type {} from '../../renderer/bridge.ts'
import { expect, test } from './support/linekeeper.ts'

test('the page has nothing of Node, and the two functions of the wall alone', async ({ page }) => {
  const seen = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', '__dirname'].filter((name) => Reflect.get(globalThis, name)),
    wall: Object.keys(window.linekeeper ?? {}),
    frozen: Object.isFrozen(window.linekeeper),
  }))
  expect(seen).toEqual({ node: [], wall: ['invoke', 'subscribe'], frozen: true })
})

test('the wall cannot be replaced by a script of the page', async ({ page }) => {
  const kept = await page.evaluate(() => {
    const before = window.linekeeper
    Reflect.set(window, 'linekeeper', { invoke: () => 'mine' })
    return window.linekeeper === before
  })
  expect(kept).toBe(true)
})

test('an inline script does not run', async ({ page, linekeeper }) => {
  linekeeper.expectErrors(/script-src|inline/)
  const violated = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true })
        const script = document.createElement('script')
        script.textContent = 'window.broken = true'
        document.head.append(script)
      }),
  )
  expect(violated).toBe('script-src-elem')
  expect(await page.evaluate(() => Reflect.get(window, 'broken'))).toBeUndefined()
})

test('text is not run as a program', async ({ page, linekeeper }) => {
  linekeeper.expectErrors(/script-src|eval/)
  // From a timer: what the test itself sends in is let past the policy for as long as it runs.
  const name = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        setTimeout(() => {
          try {
            resolve(String(new Function('return 1')()))
          } catch (error) {
            resolve(error instanceof Error ? error.name : '')
          }
        })
      }),
  )
  expect(name).toBe('EvalError')
})

test('nothing is fetched from anywhere else', async ({ page, linekeeper }) => {
  linekeeper.expectErrors(/connect-src|Refused|Failed to load|violates|Content Security/i)
  const outcome = await page.evaluate(() =>
    fetch('https://example.com/').then(
      () => 'fetched',
      () => 'refused',
    ),
  )
  expect(outcome).toBe('refused')
})

test('everything that is loaded comes from the page itself', async ({ linekeeper }) => {
  const asked: string[] = []
  const page = await linekeeper.open()
  page.on('request', (request) => asked.push(request.url()))
  await page.reload()
  await page.waitForLoadState('load')
  const origin = await page.evaluate(() => location.origin)
  expect(asked.length).toBeGreaterThan(2)
  expect(asked.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith('data:'))).toEqual([])
})

test('a request that the app does not know is refused with a sentence', async ({ page }) => {
  const reply = await page.evaluate(() => window.linekeeper?.invoke('no.such', { x: 1 }))
  expect(reply).toMatchObject({ ok: false, failure: { kind: 'invalid' } })
})

test('a subscription hears the topic alone and can be ended', async ({ page }) => {
  const heard = await page.evaluate(async () => {
    const calls: unknown[][] = []
    const first = Promise.withResolvers<void>()
    const end = window.linekeeper?.subscribe((...all: unknown[]) => {
      calls.push(all)
      first.resolve()
    })
    await window.linekeeper?.invoke('settings.set', { density: 'compact' })
    await first.promise
    end?.()
    const count = calls.length
    await window.linekeeper?.invoke('settings.set', { density: 'normal' })
    return { first: calls[0], more: calls.length - count }
  })
  expect(heard).toEqual({ first: [expect.any(String)], more: 0 })
})

test('the recovery page stands under the same policy and leads back', async ({ page }) => {
  await page.goto(new URL('/recovery', page.url()).href)
  await expect(page.getByRole('heading', { name: 'The window stopped working' })).toBeVisible()
  const layout = await page.evaluate(() => getComputedStyle(document.body).display)
  expect(layout).toBe('grid')
  await page.getByRole('link', { name: 'Open Linekeeper again' }).click()
  await expect(page.locator('#root')).not.toBeEmpty()
})
