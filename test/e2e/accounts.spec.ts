import type { DemoCarriers } from '../../electron/demo/carriers.ts'
import { type AddAccount, addAccount, type Typed } from './pages/add-account.ts'
import { frame } from './pages/frame.ts'
import { numbers } from './pages/numbers.ts'
import { settings } from './pages/settings.ts'
import { expect, type Page, test } from './support/linekeeper.ts'
import { survey } from './support/survey.ts'

const callfire = ({ callfireV2 }: DemoCarriers): Typed => ({
  provider: 'CallFire',
  login: callfireV2.login,
  secret: callfireV2.password,
  address: callfireV2.url,
})

const flowroute = ({ flowrouteV2 }: DemoCarriers): Typed => ({
  provider: 'Flowroute',
  login: flowrouteV2.accessKey,
  secret: flowrouteV2.secretKey,
  address: flowrouteV2.url,
})

async function addOne(page: Page, typed: Typed): Promise<void> {
  const form = addAccount(page)
  await form.fill(typed)
  await form.test()
  await expect(form.report).not.toHaveCount(0)
  await form.add.click()
  await expect(form.add).toBeHidden()
}

async function addAnother(page: Page, typed: Typed): Promise<void> {
  await settings(page).go('Accounts')
  await settings(page).addAccount.click()
  await addOne(page, typed)
}

test('two accounts at each provider are added by hand, and each keeps its own numbers', async ({
  page,
  startCarriers,
}) => {
  const first = await startCarriers({ numbers: 30, seed: 11 })
  const second = await startCarriers({ numbers: 50, seed: 12 })
  await addOne(page, { ...callfire(first), name: 'Bakery' })
  await addAnother(page, { ...callfire(second), name: 'Agency' })
  await addAnother(page, { ...flowroute(first), name: 'Clinic' })
  await addAnother(page, { ...flowroute(second), name: 'Garage' })
  const list = numbers(page)
  await expect(list.summary('160 owned, four accounts')).toBeVisible()
  await test.step('the account filter shows one at a time', async () => {
    for (const [name, count] of [
      ['CallFire · Bakery', 30],
      ['CallFire · Agency', 50],
      ['Flowroute · Clinic', 30],
      ['Flowroute · Garage', 50],
    ] as const) {
      await frame(page).showAccount(name)
      await expect(list.summary(`${count} owned, one account`)).toBeVisible()
      expect(new Set((await list.shown()).map(({ cells }) => cells.Account))).toEqual(new Set([name]))
    }
    await frame(page).showAccount('All accounts')
    await expect(list.summary('160 owned, four accounts')).toBeVisible()
  })
  await expect(frame(page).sampleMark).toBeHidden()
  await expect(frame(page).standing('CallFire')).toContainText('(all 2)')
  await survey(page, 'numbers-four-accounts')
})

test('the test tells line by line what the keys are good for', async ({ page, startCarriers }) => {
  const carriers = await startCarriers()
  const form = addAccount(page)
  await form.fill(callfire(carriers))
  await survey(page, 'add-account-keys')
  await form.test()
  await expect(form.report.filter({ hasText: 'Works' })).not.toHaveCount(0)
  await expect(form.outcome).toContainText(/40 numbers/)
  await expect(form.add).toBeVisible()
  await survey(page, 'add-account-tested')
  await form.fill(flowroute(carriers))
  await form.test()
  await expect(form.report.filter({ hasText: /keyword/i })).toContainText('Does not exist here')
})

test.describe('keys and addresses that cannot be right', () => {
  const cases: readonly {
    readonly what: string
    readonly typed: (carriers: DemoCarriers) => Typed
    readonly said: RegExp
  }[] = [
    {
      what: 'wrong keys',
      typed: (carriers) => ({ ...callfire(carriers), secret: 'not-the-password' }),
      said: /does not accept these keys/,
    },
    {
      what: 'login and password swapped',
      typed: (carriers) => {
        const { login, secret, ...rest } = callfire(carriers)
        return { ...rest, login: secret, secret: login }
      },
      said: /does not accept these keys/,
    },
    {
      what: 'the keys of the other provider',
      typed: (carriers) => ({ ...callfire(carriers), provider: 'Flowroute' }),
      said: /CallFire/,
    },
    {
      what: 'an address that is not encrypted',
      typed: (carriers) => ({ ...callfire(carriers), address: 'http://api.example.com/v2' }),
      said: /not encrypted.*https:\/\//,
    },
    {
      what: 'an address that is none',
      typed: (carriers) => ({ ...callfire(carriers), address: 'call fire' }),
      said: /not a web address/,
    },
    {
      what: 'nobody behind the address',
      typed: (carriers) => ({ ...callfire(carriers), address: 'http://127.0.0.1:1/v2' }),
      said: /could not be reached/,
    },
  ]

  test('each is refused with a sentence, and the right ones are taken afterwards', async ({ page, startCarriers }) => {
    const carriers = await startCarriers()
    const form = addAccount(page)
    for (const { what, typed, said } of cases) {
      await test.step(what, async () => {
        await form.fill(typed(carriers))
        await form.test()
        await expect(form.outcome).toContainText(said)
        await expect(form.add).toBeHidden()
        // Keys may be mended later; an address that cannot be kept cannot.
        await expect(form.addAnyway).toBeVisible({ visible: !what.startsWith('an address') })
      })
    }
    await survey(page, 'add-account-refused')
    await test.step('blanks and line breaks around the keys are not part of them', () => blanksAround(form, carriers))
  })

  test('empty fields are named', async ({ page }) => {
    const form = addAccount(page)
    await form.pick('CallFire')
    await page.getByRole('button', { name: 'Test the keys' }).click()
    await expect(form.login).toHaveAttribute('aria-invalid', 'true')
    await expect(form.login).toHaveAccessibleDescription(/cannot be empty/)
    await survey(page, 'add-account-empty')
  })
})

async function blanksAround(form: AddAccount, carriers: DemoCarriers): Promise<void> {
  const { login, secret, ...rest } = callfire(carriers)
  await form.fill({ ...rest, login: `  ${login}\t`, secret: ` ${secret}  ` })
  await form.test()
  await expect(form.add).toBeVisible()
}
