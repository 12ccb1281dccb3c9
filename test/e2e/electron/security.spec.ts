import type { ElectronApplication } from '@playwright/test'
import type {} from '../../../renderer/bridge.ts'
import { expect, type Linekeeper, test } from '../support/linekeeper.ts'

/** What only Electron itself can show: its sandbox, its permissions, its windows and who may ask main. */
function running(linekeeper: Linekeeper): ElectronApplication {
  const electron = linekeeper.electron()
  if (electron === null) throw new Error('This runs in Electron alone.')
  return electron
}

test('1, 18: the page and all it loads come from our own scheme', async ({ linekeeper }) => {
  const page = await linekeeper.open()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.reload()
  expect(await page.evaluate(() => location.origin)).toBe('app://bundle')
  expect(asked.filter((url) => !url.startsWith('app://bundle/'))).toEqual([])
})

test('3, 4: window and page are sandboxed, isolated and without Node', async ({ linekeeper, page }) => {
  await page.waitForLoadState('load')
  const preferences = await running(linekeeper).evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const read = contents && Reflect.get(contents, 'getLastWebPreferences')
    return typeof read === 'function' ? Reflect.apply(read, contents, []) : null
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  })
})

test('3: what the page does to its own prototypes does not reach the preload', async ({ page }) => {
  const reply = await page.evaluate(async () => {
    Reflect.set(Promise.prototype, 'then', undefined)
    const stolen: unknown[] = []
    Array.prototype.push = function push(...items: unknown[]) {
      stolen.push(items)
      return 0
    }
    return Object.isFrozen(window.linekeeper) && stolen.length === 0
  })
  expect(reply).toBe(true)
})

test('5: the page gets no permission but to copy text', async ({ page }) => {
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi'] as const
    const asked = names.map((name) => navigator.permissions.query({ name: name as PermissionName }))
    const media = navigator.mediaDevices?.getUserMedia({ audio: true })
    const heard = await Promise.resolve(media).then(
      (stream) => (stream ? 'given' : 'none'),
      () => 'refused',
    )
    return { states: (await Promise.all(asked)).map(({ state }) => state), heard }
  })
  expect(new Set(states.states)).toEqual(new Set(['denied']))
  expect(states.heard).not.toBe('given')
})

test('6, 18: nothing is read from another origin or from the disk', async ({ page, linekeeper }) => {
  linekeeper.expectErrors(/Refused|violates|Failed to load|Not allowed|Fetch API|connect-src/i)
  const outcomes = await page.evaluate(() => {
    const read = (url: string) =>
      fetch(url).then(
        () => 'read',
        () => 'refused',
      )
    return Promise.all(['https://example.com/', 'file:///etc/hosts', 'app://other/index.html'].map(read))
  })
  expect(outcomes).toEqual(['refused', 'refused', 'refused'])
})

test('12: a webview is only an unknown element', async ({ page }) => {
  expect(await page.evaluate(() => 'loadURL' in document.createElement('webview'))).toBe(false)
})

test('13, 14: the page goes nowhere and opens nothing', async ({ linekeeper, page }) => {
  const before = page.url()
  const opened = await page.evaluate(() => {
    location.href = 'https://example.com/'
    return window.open('https://example.com/')
  })
  expect(opened).toBeNull()
  const windows = () => running(linekeeper).evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  expect(await windows()).toBe(1)
  expect(page.url()).toBe(before)
})

test('15: only known pages are opened outside', async ({ linekeeper, page }) => {
  const electron = running(linekeeper)
  await electron.evaluate(({ shell }) => {
    shell.openExternal = async (url: string) => {
      Reflect.set(globalThis, 'opened', url)
    }
  })
  await page.evaluate(() => window.linekeeper?.invoke('app.openPage', { page: 'callfireKeys' }))
  expect(await electron.evaluate(() => Reflect.get(globalThis, 'opened'))).toMatch(/^https:\/\/www\.callfire\.com\//)
})

test('17: another window with the same preload may not ask', async ({ linekeeper, page }) => {
  await page.waitForLoadState('load')
  const said = await running(linekeeper).evaluate(async ({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/out/preload/preload.cjs`
    const other = new BrowserWindow({ show: false, webPreferences: { preload } })
    await other.loadURL('data:text/html,<title>other</title>')
    const ask = "window.linekeeper.invoke('app.info', null).then(() => 'answered', (error) => error.message)"
    const answer: unknown = await other.webContents.executeJavaScript(ask)
    other.destroy()
    return String(answer)
  })
  expect(said).toContain('may not ask')
})

test('20: Electron has nothing to warn of', async ({ linekeeper }) => {
  const page = await linekeeper.open()
  const warnings: string[] = []
  page.on('console', (message) => warnings.push(message.text()))
  await page.reload()
  await page.waitForLoadState('load')
  expect(warnings.filter((text) => text.includes('Electron Security Warning'))).toEqual([])
})

test('keys are sealed by the system, or not kept by it at all', async ({ page }) => {
  const info = await page.evaluate(() => window.linekeeper?.invoke('app.info', null))
  expect(info).toMatchObject({
    ok: true,
    value: { host: 'electron', keystore: { kind: expect.stringMatching(/protected|weak|none|pending/) } },
  })
})
