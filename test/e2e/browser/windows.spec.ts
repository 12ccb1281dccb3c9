import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { frame } from '../pages/frame.ts'
import { numbers } from '../pages/numbers.ts'
import { settings } from '../pages/settings.ts'
import { expect, test } from '../support/linekeeper.ts'
import { draftFor, settled } from '../support/office.ts'
import { ask } from '../support/wall.ts'

const start = join(import.meta.dirname, '..', '..', 'host', 'start.ts')

test('two windows on one app show the same, whichever of them changes it', async ({ linekeeper, startCarriers }) => {
  const carriers = await startCarriers({ numbers: 20 })
  const one = await linekeeper.open()
  await ask(one, 'accounts.add', draftFor(carriers, 'callfire-v2', { name: 'Bakery' }))
  await settled(one)
  const other = await linekeeper.open()
  await expect(numbers(other).summary('20 owned, one account')).toBeVisible()
  await ask(one, 'accounts.add', draftFor(carriers, 'flowroute-v2', { name: 'Clinic' }))
  await expect(numbers(other).summary('40 owned, two accounts')).toBeVisible()
  await settings(other).go('Appearance')
  await settings(other).choose('Rows', 'Compact')
  await expect.poll(async () => (await numbers(one).grid.getByRole('row').nth(1).boundingBox())?.height).toBe(28)
})

test('a second start on the same data says where the first one is, and changes nothing', async ({
  linekeeper,
  page,
}) => {
  const second = spawn(process.execPath, [start, '--browser', '--port', '0', '--data', linekeeper.dataFolder], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  second.stdout.on('data', (chunk: Buffer) => {
    said += chunk
  })
  const [code] = await once(second, 'close')
  expect(code).toBe(0)
  expect(said).toContain(`Linekeeper is already open with this data folder: ${new URL(page.url()).origin}/?key=`)
  expect(said.trim().split('\n')).toHaveLength(1)
})

test('the network goes and comes back, and the window says so', async ({ linekeeper, startCarriers }) => {
  const carriers = await startCarriers({ numbers: 20 })
  const first = await linekeeper.open()
  await ask(first, 'accounts.add', draftFor(carriers, 'callfire-v2', { name: 'Bakery' }))
  await settled(first)
  linekeeper.goOffline()
  await first.keyboard.press('F5')
  await expect(frame(first).standing('CallFire · Bakery')).toContainText(/offline – showing data from \d\d:\d\d/)
  await linekeeper.close()
  const page = await linekeeper.open()
  await expect(frame(page).strip).toContainText('This computer is offline')
  await expect(frame(page).standing('CallFire · Bakery')).toContainText(/offline – showing data from \d\d:\d\d/)
  await expect(numbers(page).summary('20 owned, one account')).toBeVisible()
  linekeeper.comeOnline()
  // The app looks for the network by itself, every few seconds.
  await expect(frame(page).standing('CallFire · Bakery')).toContainText('synced just now', { timeout: 20_000 })
  await expect(frame(page).strip).not.toContainText('This computer is offline')
})
