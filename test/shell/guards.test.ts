import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { confine } from '../../electron/shell/contents.ts'
import { isTrustedSender, openWall, pushTopic } from '../../electron/shell/ipc.ts'
import { isKnownPage, openExternal, pages } from '../../electron/shell/open-external.ts'
import { denyPermissions } from '../../electron/shell/permissions.ts'

type Session = Parameters<typeof denyPermissions>[0]
type Handler<Name extends keyof Session> = NonNullable<Parameters<Session[Name]>[0]>

/** Keeps the handlers, to be asked by the tests. */
function captureHandlers() {
  const kept: {
    request?: Handler<'setPermissionRequestHandler'>
    check?: Handler<'setPermissionCheckHandler'>
    device?: Handler<'setDevicePermissionHandler'>
    display?: Handler<'setDisplayMediaRequestHandler'>
  } = {}
  denyPermissions({
    setPermissionRequestHandler: (handler) => Object.assign(kept, { request: handler }),
    setPermissionCheckHandler: (handler) => Object.assign(kept, { check: handler }),
    setDevicePermissionHandler: (handler) => Object.assign(kept, { device: handler }),
    setDisplayMediaRequestHandler: (handler) => Object.assign(kept, { display: handler }),
  })
  return kept
}

const types = readFileSync(join(import.meta.dirname, '../../node_modules/electron/electron.d.ts'), 'utf8')
const named = /setPermissionRequestHandler\(handler: \(\(webContents: WebContents, permission: ([^,]+),/.exec(
  types,
)?.[1]
const permissions = (named ?? '').split(' | ').map((name) => name.replaceAll("'", ''))

describe('permissions', () => {
  const { request, check, device, display } = captureHandlers()
  const isGranted = (permission: string, requestingUrl: string): boolean => {
    let granted: boolean | null = null
    const answer = (yes: boolean) => {
      granted = yes
    }
    Reflect.apply(request ?? (() => {}), null, [null, permission, answer, { requestingUrl }])
    if (granted === null) throw new Error('not answered')
    return granted
  }

  it('are all known to this test', () => {
    expect(permissions.length).toBeGreaterThan(30)
    expect(permissions).toContain('geolocation')
  })

  it('are refused to our own page, but for copying text', () => {
    expect(permissions.filter((name) => isGranted(name, 'app://bundle/'))).toEqual(['clipboard-sanitized-write'])
    const checked = permissions.filter((name) =>
      Reflect.apply(check ?? (() => true), null, [null, name, 'app://bundle/']),
    )
    expect(checked).toEqual(['clipboard-sanitized-write'])
  })

  it('are refused to every other page', () => {
    for (const address of ['https://example.com/', 'app://other/', 'file:///x', 'null', '']) {
      expect(permissions.filter((name) => isGranted(name, address))).toEqual([])
      expect(Reflect.apply(check ?? (() => true), null, [null, 'clipboard-sanitized-write', address])).toBe(false)
    }
  })

  it('are refused for devices and for the screen', () => {
    expect(Reflect.apply(device ?? (() => true), null, [{ deviceType: 'usb', origin: 'app://bundle' }])).toBe(false)
    const streams: unknown[] = []
    Reflect.apply(display ?? (() => {}), null, [{}, (given: unknown) => streams.push(given)])
    expect(streams).toEqual([{}])
  })
})

describe('a page', () => {
  type Listener = (event: { readonly url: string; readonly preventDefault: () => void }) => void
  const listeners = new Map<string, Listener>()
  let onOpen: () => unknown = () => null
  const contents = {
    on: (name: string, listener: Listener) => listeners.set(name, listener),
    setWindowOpenHandler: (handler: () => unknown) => {
      onOpen = handler
    },
  }
  confine(contents as unknown as Parameters<typeof confine>[0])
  const isStopped = (name: string, url: string): boolean => {
    let stopped = false
    const preventDefault = () => {
      stopped = true
    }
    listeners.get(name)?.({ url, preventDefault })
    return stopped
  }

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('cannot leave by %s', (name) => {
    for (const url of [
      'https://example.com/',
      'file:///etc/passwd',
      'app://other/',
      'javascript:1',
      'data:text/html,x',
    ]) {
      expect(isStopped(name, url)).toBe(true)
    }
    expect(isStopped(name, 'app://bundle/')).toBe(false)
  })

  it('opens no window and holds no other browser', () => {
    expect(onOpen()).toEqual({ action: 'deny' })
    expect(isStopped('will-attach-webview', 'app://bundle/')).toBe(true)
  })
})

describe('a request', () => {
  type Sender = Parameters<typeof isTrustedSender>[0]
  const sender = (frame: unknown, id = 1): Sender => ({ senderFrame: frame, sender: { id } }) as unknown as Sender
  const top = { parent: null, origin: 'app://bundle' }
  const isOurs = (id: number) => id === 1

  it('is taken from the top frame of our page in our window', () => {
    expect(isTrustedSender(sender(top), isOurs)).toBe(true)
  })

  it.each([
    ['whose frame has gone', null, 1],
    ['from a frame inside a page', { ...top, parent: top }, 1],
    ['from another origin', { ...top, origin: 'https://example.com' }, 1],
    ['from an origin that looks alike', { ...top, origin: 'app://bundle.evil' }, 1],
    ['from a page without an origin', { ...top, origin: 'null' }, 1],
    ['from a window that is not ours', top, 2],
  ])('%s is refused', (_what, frame, id) => {
    expect(isTrustedSender(sender(frame, id), isOurs)).toBe(false)
  })

  it('never reaches the app when it is refused, or has no name', async () => {
    const asked: unknown[] = []
    const handlers: ((...args: readonly unknown[]) => Promise<unknown>)[] = []
    const handler = (...args: readonly unknown[]) => handlers[0]?.(...args)
    openWall({
      ipcMain: { handle: (_channel, listener) => void handlers.push((...args) => Reflect.apply(listener, null, args)) },
      isOurWindow: isOurs,
      invoke: async (name, input) => {
        asked.push([name, input])
        return { ok: true, value: 1 }
      },
    })
    await expect(handler(sender(null), 'app.info', null)).rejects.toThrow('may not ask')
    await expect(handler(sender(top), 7, null)).rejects.toThrow('has a name')
    expect(asked).toEqual([])
    await expect(handler(sender(top), 'app.info', null)).resolves.toEqual({ ok: true, value: 1 })
    expect(asked).toEqual([['app.info', null]])
  })
})

describe('a push', () => {
  it('names the topic alone, and skips windows that are gone', () => {
    const sent: unknown[] = []
    const page = (gone: boolean) => ({
      isDestroyed: () => gone,
      send: (...all: readonly unknown[]) => void sent.push(all),
    })
    pushTopic([page(true), page(false)], 'numbers')
    expect(sent).toEqual([['linekeeper:changed', 'numbers']])
  })
})

describe('a page of others', () => {
  it.each(Object.values(pages))('%s is opened outside', (address) => expect(isKnownPage(address)).toBe(true))

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'smb://www.callfire.com/share',
    'ms-settings:privacy',
    'http://www.callfire.com/',
    'https://www.callfire.com@evil.example/',
    'https://user:pass@www.callfire.com/',
    'https://www.callfire.com.evil.example/',
    'https://evil.example/www.callfire.com',
    'https://www.callfire.com:8443/',
    'https://xn--callfire-x1a.com/',
    'https://www.cаllfire.com/',
    ' https://www.callfire.com/',
    'https://www.callfire.com/\n',
    'https:www',
    '',
  ])('%j is not', async (address) => {
    const opened: string[] = []
    const shell = { openExternal: async (url: string) => void opened.push(url) }
    await expect(openExternal(shell, address)).rejects.toThrow('known pages')
    expect(opened).toEqual([])
  })
})
