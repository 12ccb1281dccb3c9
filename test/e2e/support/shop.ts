import { type Browser, expect, type Page } from '@playwright/test'
import { type DemoCarriers, type DemoOptions, startDemoCarriers } from '../../../electron/demo/carriers.ts'
import type { AccountId } from '../../../shared/model/account.ts'
import { market } from '../pages/market.ts'
import { createGuard, type Guard, watchPage } from './guard.ts'
import { test as base } from './linekeeper.ts'
import { draftFor, settled } from './office.ts'
import { createWorld, inBrowser, inElectron, type Runner } from './runners.ts'
import { ask } from './wall.ts'

/** Where things are bought and given up: few numbers, so that every read is quick. Each test takes numbers of its own. */
export type Shop = {
  readonly carriers: DemoCarriers
  readonly bakery: AccountId
  readonly clinic: AccountId
  readonly runner: Runner
  readonly show: (hear: Guard['hear'], options: Parameters<NewContext>[0]) => Promise<Page>
}

type NewContext = Browser['newContext']

const stock: DemoOptions = { numbers: 24, seed: 5 }

/** One app for the tests of a worker; what a test changed beside its own numbers, it begins by putting right. */
export const test = base.extend<{ readonly page: Page }, { readonly shop: Shop }>({
  shop: [
    async ({ host, browser }, use) => {
      const carriers = await startDemoCarriers(stock)
      const world = createWorld()
      const guard = createGuard()
      let { hear } = guard
      let options: Parameters<NewContext>[0]
      const watch = (page: Page) => watchPage(page, (complaint) => hear(complaint))
      const newContext = () => browser.newContext(options)
      const runner = host === 'electron' ? inElectron(world, watch) : inBrowser(world, watch, newContext)
      const accounts = await openAccounts(await runner.open(), carriers)
      await runner.leave()
      expect(guard.unexpected(), 'what the page complained of while the shop was set up').toEqual([])
      const show: Shop['show'] = (nextHear, nextOptions) => {
        hear = nextHear
        options = nextOptions
        return runner.open()
      }
      await use({ carriers, ...accounts, runner, show })
      await runner.close()
      await carriers.close()
      world.remove()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  page: async ({ shop, contextOptions, guard }, use) => {
    for (const { faults, practise } of [shop.carriers.callfireV2, shop.carriers.flowrouteV2]) {
      faults.clear()
      practise(null)
    }
    const page = await shop.show(guard.hear, contextOptions)
    await ask(page, 'market.clearBasket', { accountId: null })
    for (const { searchId } of await ask(page, 'market.recent', null)) await ask(page, 'market.forget', { searchId })
    await use(page)
    await shop.runner.leave()
  },
})

async function openAccounts(page: Page, carriers: DemoCarriers): Promise<Pick<Shop, 'bakery' | 'clinic'>> {
  const bakery = await ask(page, 'accounts.add', draftFor(carriers, 'callfire-v2', { name: 'Bakery' }))
  const clinic = await ask(page, 'accounts.add', draftFor(carriers, 'flowroute-v2', { name: 'Clinic', color: 'green' }))
  await settled(page)
  return { bakery: bakery.id, clinic: clinic.id }
}

/** How often a carrier was asked to sell or take back this thing: never more than once, whatever happened. */
export const timesAsked = ({ callfireV2, flowrouteV2 }: DemoCarriers, display: string): number => {
  const thing = display.startsWith('(') ? `1${display.replace(/\D/g, '')}` : display
  return [callfireV2, flowrouteV2].reduce((sum, { spending }) => sum + spending.naming(thing).length, 0)
}

type Wanted = { readonly count: number; readonly pattern?: string; readonly sort?: string }

/** Searches in Seattle with one account and puts so many of what is free there into the basket, by hand. */
export async function fill(
  page: Page,
  account: string,
  { count, pattern = '', sort }: Wanted,
): Promise<readonly string[]> {
  const { go, search, sortBy, rows, toggle, basket } = market(page)
  await go()
  await search(pattern)
  const free = rows.filter({ hasText: account }).filter({ hasText: 'Add' })
  await expect(free).not.toHaveCount(0)
  if (sort) await sortBy(sort)
  const displays: string[] = []
  while (displays.length < count) {
    const [display = ''] = /\(\d{3}\) \d{3}-\d{4}/.exec((await free.first().textContent()) ?? '') ?? []
    await toggle(display).click()
    await expect(basket.line(display)).toBeVisible()
    displays.push(display)
  }
  return displays
}

export { expect, type Page }
