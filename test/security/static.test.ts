import { describe, expect, it } from 'vitest'
import * as channels from '../../electron/shell/channels.ts'
import { found, read, readCode } from './sources.ts'

const main = readCode('electron', /\.ts$/)
const page = readCode('renderer', /\.(tsx?|html|css)$/)
/** SQLite takes addresses of files; no page ever sees them. */
const isStorage = (file: string): boolean => file.startsWith('electron/storage/')
const all = new Map(
  [...main, ...page].map(([file, text]) => [file, isStorage(file) ? text.replaceAll('file://', '') : text]),
)
const tools = new Map(
  ['package.json', 'electron-builder.yml', '.ci/run', '.github/workflows/ci.yml', 'vite.config.ts'].map((file) => [
    file,
    read(file),
  ]),
)

/** The points of Electron's own security list that can be held by looking at what is written. */
const forbidden: readonly (readonly [string, RegExp])[] = [
  ['2 no Node in the page', /nodeIntegration\w*\s*:\s*(?!false)\w+/],
  ['3 the page and the preload stay apart', /contextIsolation\s*:\s*(?!true)\w+/],
  ['4 the sandbox stays on', /sandbox\s*:\s*(?!true)\w+|no-sandbox/],
  ['6 the same-origin rule stays on', /webSecurity\s*:\s*(?!true)\w+|disable-web-security/],
  ['8 nothing insecure is let into a secure page', /allowRunningInsecureContent/],
  ['9 no experimental features', /experimentalFeatures|enable-experimental/],
  ['10 no extra Blink features', /enableBlinkFeatures|enable-blink-features/],
  ['11 no embedded browser', /webviewTag|<webview/],
  ['15 one way out', /shell\.openExternal(?!,)(?=\()/],
  ['18 no page from a file address', /loadFile\(|file:\/\/|bypassCSP/],
  [
    'certificates are never waved through',
    /certificate-error|setCertificateVerifyProc|NODE_TLS_REJECT|rejectUnauthorized/,
  ],
  ['warnings are not silenced', /ELECTRON_DISABLE_SECURITY_WARNINGS/],
  ['no text is run as a program', /\beval\(|new Function\(|dangerouslySetInnerHTML|\.innerHTML\s*=/],
]

describe('what is written nowhere', () => {
  it.each(forbidden)('%s', (name, pattern) => {
    const allowed = name.startsWith('15') ? ['electron/shell/open-external.ts: shell.openExternal'] : []
    expect(found(all, pattern)).toEqual(allowed)
  })

  it('4 nor in what starts, builds or packs it', () => {
    expect(found(tools, /no-sandbox|--inspect|webSecurity|--disable-/)).toEqual([])
  })

  it('would be seen', () => {
    const bad = new Map([
      [
        'x.ts',
        'webPreferences: { nodeIntegration: true, contextIsolation: false, sandbox: false, webSecurity: false }',
      ],
    ])
    for (const [, pattern] of forbidden.filter(([name]) => /^[2346] /.test(name)))
      expect(found(bad, pattern)).toHaveLength(1)
    expect(
      found(new Map([['y.ts', 'window.loadFile(x)']]), forbidden.find(([name]) => name.startsWith('18'))?.[1] ?? /$^/),
    ).toHaveLength(1)
  })
})

describe('the wall', () => {
  it('17 is opened in one place, and has no channel that blocks', () => {
    expect(found(main, /ipcMain\.handle\(/)).toEqual(['electron/shell/ipc.ts: ipcMain.handle('])
    expect(found(main, /ipcMain\.(on|once|handleOnce|addListener)\(|sendSync|returnValue/)).toEqual([])
  })

  it('17 has the same two channels on both sides', () => {
    const preload = main.get('electron/preload.ts') ?? ''
    const named = new Set([...preload.matchAll(/'(linekeeper:\w+)'/g)].map(([, name]) => name))
    expect([...named].toSorted()).toEqual([channels.changedChannel, channels.invokeChannel].toSorted())
  })

  it('20 gives the page functions of ours, nothing of Electron', () => {
    const exposed = found(main, /exposeInMainWorld\([^)]*\)/)
    expect(exposed).toEqual(["electron/preload.ts: exposeInMainWorld('linekeeper', wall)"])
    const wall = /const wall: Wall = \{([\s\S]*?)\n\}/.exec(main.get('electron/preload.ts') ?? '')?.[1] ?? ''
    expect([...wall.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name)).toEqual(['invoke', 'subscribe'])
    expect(wall).not.toMatch(/:\s*ipcRenderer\b|listener\(_?event/)
  })
})

describe('before ready', () => {
  it('4 the sandbox is switched on and 18 our scheme is registered without a way round the policy', () => {
    const early = main.get('electron/shell/early.ts') ?? ''
    expect(early).toContain('app.enableSandbox()')
    const privileges = /privileges: \{([^}]*)\}/
      .exec(early)?.[1]
      ?.split(',')
      .map((part) => part.trim())
    expect(privileges).toEqual(['standard: true', 'secure: true', 'supportFetchAPI: true', 'codeCache: true'])
  })

  it('13 every page is confined as it is made', () => {
    expect(main.get('electron/shell/early.ts')).toContain(
      "app.on('web-contents-created', (_event, contents) => confine(contents))",
    )
  })

  it('the developer tools are for development', () => {
    expect(main.get('electron/start.ts')).toContain('devTools: !app.isPackaged')
  })
})

describe('1 only secure content', () => {
  it('no plain http address is written in the app, but for loopback and names of XML', () => {
    const addresses = found(all, /http:\/\/[^\s'"`)<>]*/).filter(
      (hit) => !/127\.0\.0\.1|localhost|\[::1\]|w3\.org|\$\{/.test(hit),
    )
    // The references name plain http only as the words of CallFire's XML, which are not fetched.
    expect(addresses.filter((hit) => !/callfire\.com\/(data|api|service|resource|notification)/.test(hit))).toEqual([])
  })
})

describe('16 a current version', () => {
  it('of Electron is pinned exactly', () => {
    const { devDependencies } = JSON.parse(read('package.json'))
    expect(devDependencies.electron).toMatch(/^45\.\d+\.\d+$/)
  })

  it('is looked at online by the build that has a network', () => {
    expect(read('.github/workflows/ci.yml')).toContain('electron@latest')
  })
})
