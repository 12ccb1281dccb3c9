import { type BrowserContext, expect, type Page } from '@playwright/test'
import { type DemoCarriers, startDemoCarriers } from '../../../electron/demo/carriers.ts'
import type { AccountDraft, AccountId, ApiId } from '../../../shared/model/account.ts'
import { accountDraft } from '../../support/builders.ts'
import { createGuard, type Guard, watchPage } from './guard.ts'
import { test as base } from './linekeeper.ts'
import { createWorld, inBrowser, inElectron, type Runner } from './runners.ts'
import { ask } from './wall.ts'

/** A shop that has worked with Linekeeper for a while: one account at each carrier, everything read. */
export type Office = {
  readonly carriers: DemoCarriers
  readonly bakery: AccountId
  readonly clinic: AccountId
  readonly runner: Runner
  /** Page and window come and go with a test; the program stays. */
  readonly withWindow: (open: OpenContext, hear: Guard['hear']) => Promise<Page>
}

type OpenContext = () => Promise<BrowserContext>

/** How many numbers each of its two accounts holds: enough for one of each oddity, few enough to be shown at once. */
export const officeNumbers = 64

/** One app for all tests of a worker that only look, or put back what they changed; each gets a page of its own. */
export const test = base.extend<{ readonly page: Page }, { readonly office: Office }>({
  office: [
    async ({ host, browser }, use) => {
      const carriers = await startDemoCarriers({ numbers: officeNumbers, seed: 7 })
      const world = createWorld()
      const guard = createGuard()
      let open: OpenContext = () => browser.newContext()
      let { hear } = guard
      // Whose test it is changes; in Electron the page stays the same.
      const watch = (page: Page) => watchPage(page, (complaint) => hear(complaint))
      const runner = host === 'electron' ? inElectron(world, watch) : inBrowser(world, watch, () => open())
      const first = await runner.open()
      const bakery = await ask(first, 'accounts.add', draftFor(carriers, 'callfire-v2', { name: 'Bakery' }))
      const clinic = await ask(
        first,
        'accounts.add',
        draftFor(carriers, 'flowroute-v2', { name: 'Clinic', color: 'green' }),
      )
      await settled(first)
      await runner.leave()
      expect(guard.unexpected(), 'what the page complained of while the office was set up').toEqual([])
      const withWindow: Office['withWindow'] = (nextOpen, nextHear) => {
        open = nextOpen
        hear = nextHear
        return runner.open()
      }
      await use({ carriers, bakery: bakery.id, clinic: clinic.id, runner, withWindow })
      await runner.close()
      await carriers.close()
      world.remove()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  page: async ({ office, browser, contextOptions, guard }, use) => {
    await use(await office.withWindow(() => browser.newContext(contextOptions), guard.hear))
    await office.runner.leave()
  },
})

/** An account at these carriers, with their own address and keys. */
export function draftFor(carriers: DemoCarriers, api: ApiId, change: Partial<AccountDraft> = {}): AccountDraft {
  const { callfireV2, flowrouteV2 } = carriers
  const line =
    api === 'callfire-v2'
      ? { address: callfireV2.url, login: callfireV2.login, secret: callfireV2.password }
      : { address: flowrouteV2.url, login: flowrouteV2.accessKey, secret: flowrouteV2.secretKey }
  return accountDraft(api, { ...line, ...change })
}

/** Until every account has been read, or could not be. */
export const settled = (page: Page): Promise<void> =>
  expect
    .poll(async () => (await ask(page, 'sync.states', null)).map(({ phase }) => phase), { timeout: 30_000 })
    .not.toEqual(expect.arrayContaining([expect.stringMatching(/running|never/)]))

export { expect, type Page }
