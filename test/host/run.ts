import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app, becomeReady } from './electron/app.ts'
import { connectBrowser } from './electron/desk.ts'
import { applyHostSettings } from './electron/settings.ts'
import { connectPages } from './electron/web-contents.ts'
import { createGuard, createKey } from './guard.ts'
import { resolveElectronToHost } from './hook.ts'
import { removeDoor, writeDoor } from './lock.ts'
import { type HostServer, type Live, serveHost } from './server.ts'
import { createStreams } from './streams.ts'

export type HostRun = {
  /** Holds `package.json` and `out/`. */
  readonly appFolder: string
  /** The built entry of main, or its source. */
  readonly main: string
  readonly userData: string
  /** 0: a free one. */
  readonly port: number
  readonly key?: string
  readonly live?: (server: Server) => Promise<Live>
}

/** Runs main in this process and serves its window. Resolves with the address, key included, when it can be opened. */
export async function runHost(run: HostRun): Promise<string> {
  resolveElectronToHost()
  const { version } = JSON.parse(readFileSync(join(run.appFolder, 'package.json'), 'utf8'))
  const { host, server } = await listen(run)
  const end = (code: number) => {
    removeDoor(app.getPath('userData'))
    host.streams.close()
    server.close(() => process.exit(code))
    server.closeAllConnections()
  }
  let opened = false
  applyHostSettings({ ...run, version, exit: (code) => (opened ? end(code) : process.exit(code)) })
  connectPages({ send: host.streams.send })
  connectBrowser((address) => host.streams.send('outside', address))
  await import(pathToFileURL(run.main).href)
  opened = true
  const url = `${host.guard.origin}/?key=${host.guard.key}`
  writeDoor(app.getPath('userData'), { url, knock: host.guard.origin + host.knockPath })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
  becomeReady()
  return url
}

async function listen({ port, key, live }: HostRun): Promise<{ readonly host: HostServer; readonly server: Server }> {
  const boot = randomUUID()
  let host: HostServer | null = null
  let lively: Live | null = null
  const server = serveHost(() => {
    if (host === null) throw new Error('Linekeeper is starting.')
    return host
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(isTaken(error) ? new Error(`Port ${port} is in use; take another one.`) : error),
    )
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  const own = typeof address === 'object' && address !== null ? address.port : port
  const knockPath = `/_host/knock/${randomBytes(18).toString('base64url')}`
  host = {
    guard: createGuard(own, key ?? createKey()),
    streams: createStreams(boot),
    boot,
    knockPath,
    live: () => lively,
  }
  if (live !== undefined) lively = await live(server)
  return { host, server }
}

const isTaken = (error: Error): boolean => 'code' in error && error.code === 'EADDRINUSE'
