import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { app, ipcMain, nativeTheme, net, powerMonitor, protocol, safeStorage, session } from 'electron'
import { FailureError, isFailure, type Result } from '../shared/failure.ts'
import type { Account, ApiId } from '../shared/model/account.ts'
import type { Settings } from '../shared/model/settings.ts'
import { type App, createApp } from './core/app.ts'
import { project } from './core/inventory/project.ts'
import type { Log, Ports, ProviderContext, SampleCarriers, SettingsFile, Storage } from './core/ports.ts'
import type { DemoCarriers } from './demo/carriers.ts'
import { createProviders, facetsOf } from './providers/index.ts'
import { logBugs } from './shell/bugs.ts'
import { makeDataFolder } from './shell/data-folder.ts'
import { createHost } from './shell/desk.ts'
import { diskFailure } from './shell/disk.ts'
import { createFetch } from './shell/fetch.ts'
import { createFetchOnce } from './shell/fetch-once.ts'
import { openWall } from './shell/ipc.ts'
import { createLog } from './shell/log.ts'
import { createPageHandler } from './shell/page.ts'
import { pageScheme } from './shell/page-origin.ts'
import { denyPermissions } from './shell/permissions.ts'
import { quitGracefully } from './shell/quit.ts'
import { createRedactor, type Redactor } from './shell/redact.ts'
import { openSettings } from './shell/settings-file.ts'
import { offerUpdates } from './shell/updates.ts'
import { createVault } from './shell/vault.ts'
import { watchWaking } from './shell/waking.ts'
import { createWindows } from './shell/windows.ts'
import { holdFolder } from './storage/hold-folder.ts'
import { openStorage } from './storage/open-storage.ts'

type Running = { readonly app: App; readonly storage: Storage }

type Ground = {
  readonly folder: string
  readonly redactor: Redactor
  readonly log: Log
  readonly settings: SettingsFile
  /** False: another Linekeeper has the folder open, and nothing in it may be touched. */
  readonly isOurs: boolean
}

/** After first paint, and after what a person does first. */
const updateAfterMs = 30_000

/** Puts the parts together: the window first, the database when its page asks for the first time, the network last. */
export function start(): void {
  const ground = layGround(app.getPath('userData'))
  const { log } = ground
  const out = join(app.getAppPath(), 'out')
  denyPermissions(session.defaultSession)
  protocol.handle(pageScheme, createPageHandler(join(out, 'renderer')))
  const linekeeper = once(() => run(ground, (topic) => windows.push(topic)))
  const quitting = quitGracefully({ app, powerMonitor, log, ...toEnding(linekeeper.peek) })
  const windows = createWindows({
    preload: join(out, 'preload', 'preload.cjs'),
    devTools: !app.isPackaged,
    now: Date.now,
    log,
    onFirstPaint: () => goOn(linekeeper.get, log, quitting.drain),
    onSessionEnd: quitting.quit,
  })
  openWall({ ipcMain, isOurWindow: windows.isOurs, invoke: (name, input) => invoke(linekeeper.get, name, input) })
  windows.open()
}

function layGround(folder: string): Ground {
  const redactor = createRedactor()
  const log = createLog(join(folder, 'logs'), redactor)
  logBugs(log)
  log('info', 'started', { version: app.getVersion(), platform: process.platform, node: process.versions.node })
  const onSettings = ({ theme }: Settings) => {
    nativeTheme.themeSource = theme
  }
  makeDataFolder(folder)
  // Before anything is read: what the other one writes from now on would not be known here.
  const isOurs = holdFolder(folder)
  return { folder, redactor, log, isOurs, settings: openSettings({ folder, now: Date.now, log, onSettings }) }
}

function run(ground: Ground, push: (topic: string) => void): Running {
  const { folder, log, isOurs } = ground
  if (!isOurs) throw new FailureError({ kind: 'disk', why: 'inUse', detail: 'Another Linekeeper has the folder open.' })
  const storage = openStorage({ folder, project, now: Date.now, log })
  const running = createApp(toPorts(ground, storage))
  running.subscribe(push)
  watchWaking({ powerMonitor, net, wake: running.wake, random: Math.random })
  return { app: running, storage }
}

function toPorts({ folder, redactor, log, settings }: Ground, storage: Storage): Ports {
  const openLine = (nth: number) => session.fromPartition(`line-${nth}`, { cache: false })
  const fetchOnce = createFetchOnce({ net, open: openLine })
  const createProvider = createProviders({ fetch: createFetch(net), fetchOnce })
  const samples = createSamples({ folder, log })
  samples.keepFor(settings.read().accounts)
  const saveAccounts: SettingsFile['saveAccounts'] = (accounts) => {
    settings.saveAccounts(accounts)
    samples.keepFor(accounts)
  }
  return {
    storage,
    settings: { ...settings, saveAccounts },
    vault: createVault({ keyStore: safeStorage, platform: process.platform, now: Date.now, patienceMs: 15_000 }),
    createProvider: (context) => createProvider(forgetful(context, redactor)),
    facetsOf,
    sampleCarriers: samples.carriers,
    log,
    host: createHost(folder, log),
    now: Date.now,
    wait: (ms, signal) => setTimeout(ms, undefined, signal && { signal }),
    breathe: () => setImmediate(),
    newId: randomUUID,
  }
}

/** Keys that were used once are taken out of everything that is logged later, wherever they turn up. */
const forgetful = (context: ProviderContext, { learn }: Redactor): ProviderContext => ({
  ...context,
  credentials: async () => {
    const keys = await context.credentials()
    learn(keys)
    return keys
  },
})

type Samples = {
  readonly carriers: SampleCarriers
  /** Without a sample account its carriers end, and what they kept of their customers goes. */
  readonly keepFor: (accounts: readonly Account[]) => void
}

/** Loaded and started when the first sample account needs them. What was bought there is known again after a restart. */
function createSamples({ folder, log }: Pick<Ground, 'folder' | 'log'>): Samples {
  const journal = join(folder, 'sample-carriers.jsonl')
  let started: Promise<DemoCarriers> | null = null
  let ended: Promise<unknown> = Promise.resolve()
  const end = async (running: Promise<DemoCarriers> | null) => {
    await (await running)?.close()
    await rm(journal, { force: true })
  }
  return {
    carriers: async (api) => {
      const starting = started ?? ended.then(() => startSamples(journal, log))
      started = starting
      // The next one who asks tries again.
      starting.catch(() => {
        if (started === starting) started = null
      })
      return toSample(api, await starting)
    },
    keepFor: (accounts) => {
      if (accounts.some(({ sample }) => sample)) return
      ended = end(started).catch((error: unknown) => log('warn', 'what sample accounts left is still there', { error }))
      started = null
    },
  }
}

async function startSamples(journal: string, log: Log): Promise<DemoCarriers> {
  const [{ startDemoCarriers }, { JournalError }] = await Promise.all([
    import('./demo/carriers.ts'),
    import('./demo/kit/journal.ts'),
  ])
  try {
    const carriers = await startDemoCarriers({ journal })
    const setAside = carriers.journal?.setAside ?? null
    if (setAside !== null) log('warn', 'what sample accounts held could not be read and was set aside', { setAside })
    return carriers
  } catch (error) {
    if (!(error instanceof JournalError)) throw error
    throw diskFailure(error, error.message)
  }
}

function toSample(api: ApiId, { callfireV2, flowrouteV2 }: DemoCarriers): Awaited<ReturnType<SampleCarriers>> {
  switch (api) {
    case 'callfire-v2': {
      const { url, login, password, practise } = callfireV2
      return { address: url, credentials: { login, secret: password }, practise }
    }
    case 'flowroute-v2': {
      const { url, accessKey, secretKey, practise } = flowrouteV2
      return { address: url, credentials: { login: accessKey, secret: secretKey }, practise }
    }
    default:
      return api satisfies never
  }
}

/** Storage that cannot be opened is a failure that the page can show, with the way out of it. */
async function invoke(running: () => Running, name: string, input: unknown): Promise<Result<unknown>> {
  try {
    return await running().app.invoke(name, input)
  } catch (error) {
    if (isFailure(error)) return { ok: false, failure: error.failure }
    throw error
  }
}

function goOn(running: () => Running, log: Log, drain: () => Promise<void>): void {
  try {
    running().app.start()
  } catch (error) {
    // The page gets the same failure with its first request, and shows it.
    log('error', 'could not start', { error })
    return
  }
  const updates = { app, resources: process.resourcesPath, log, drain }
  setTimeout(updateAfterMs, undefined, { ref: false })
    .then(() => offerUpdates(updates))
    .catch((error: unknown) => log('warn', 'could not look for a newer version', { error }))
}

/** Nothing was opened, nothing is to be closed. */
const toEnding = (running: () => Running | null) => ({
  stop: async () => running()?.app.stop(),
  close: () => running()?.storage.close(),
})

/** Made when first asked for. When making fails, the next one who asks tries again. */
function once<T>(make: () => T): { readonly get: () => T; readonly peek: () => T | null } {
  let made: { readonly value: T } | null = null
  const get = () => {
    made ??= { value: make() }
    return made.value
  }
  return { get, peek: () => made?.value ?? null }
}
