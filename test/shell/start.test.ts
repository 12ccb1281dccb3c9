import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toDataFolder } from '../../electron/shell/data-folder.ts'
import { toStartArgs } from '../host/args.ts'
import { buildStale } from '../host/build.ts'
import { fetchElectron, findElectron, toObstacle } from '../host/electron-binary.ts'
import { type Running, run } from './support/running.ts'

const root = join(import.meta.dirname, '../..')
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linekeeper-start-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

describe('what is asked of the start', () => {
  it('is a free port and the usual data folder when nothing is', () => {
    const args = toStartArgs([], { XDG_CONFIG_HOME: '/conf', APPDATA: '/conf' })
    expect(args).toMatchObject({ isNamed: false, port: 0, browser: false, dev: false })
    expect(args.dataFolder).toBe(
      process.platform === 'darwin'
        ? join(homedir(), 'Library/Application Support/Linekeeper')
        : join('/conf', 'Linekeeper'),
    )
  })

  it('can be named in both ways of writing', () => {
    const wanted = { dataFolder: resolve('here'), isNamed: true, port: 8123, browser: true }
    expect(toStartArgs(['--data', 'here', '--port', '8123', '--browser'])).toMatchObject(wanted)
    expect(toStartArgs(['--data=here', '--port=8123', '--browser'])).toMatchObject(wanted)
    expect(toStartArgs(['--data=a=b']).dataFolder).toBe(resolve('a=b'))
  })

  it.each([
    ['--data'],
    ['--data', ''],
    ['--data', '--port'],
    ['--port', 'x'],
    ['--port', '65536'],
    ['--port=-1'],
    ['--help'],
  ])('%s %s is answered with a sentence', (...args) => expect(() => toStartArgs(args)).toThrow(/^(--\w+|There) .*\.$/))
})

describe('the data folder that main reads from its arguments', () => {
  it('is the one after --data, from where it was started', () => {
    expect(toDataFolder(['electron', '.', '--data', 'x'], '/home/me')).toBe(resolve('/home/me', 'x'))
    expect(toDataFolder(['linekeeper', '--data=/y'], '/home/me')).toBe(resolve('/y'))
  })
  it.each([[[]], [['--data']], [['--data', '']], [['--data', '--other']]])('is the usual one with %j', (args) => {
    expect(toDataFolder(args, '/home/me')).toBeNull()
  })
})

describe('Electron', () => {
  it('is found only whole', () => {
    const env = { ELECTRON_OVERRIDE_DIST_PATH: folder }
    expect(findElectron(env)).toBeNull()
    const names: Partial<Record<NodeJS.Platform, string>> = {
      darwin: 'Electron.app/Contents/MacOS/Electron',
      win32: 'electron.exe',
    }
    const executable = join(folder, names[process.platform] ?? 'electron')
    mkdirSync(join(executable, '..'), { recursive: true })
    writeFileSync(executable, '')
    expect(findElectron(env)).toBe(executable)
  })

  it.runIf(process.platform === 'linux')('is not tried where there is no display', () => {
    expect(toObstacle({})).toContain('no display')
  })

  it.runIf(process.platform !== 'win32')(
    'is not waited for longer than the limit, nor what its installer started',
    async () => {
      const script = join(folder, 'install.mjs')
      const grandchild = join(folder, 'grandchild')
      writeFileSync(
        script,
        `import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
writeFileSync(${JSON.stringify(grandchild)}, String(child.pid))
setInterval(() => {}, 1000)`,
      )
      const memory = join(folder, 'memory', 'failed.json')
      const fetching = { script, limitMs: 1_500, memory }
      const began = performance.now()
      expect(await fetchElectron({ ...fetching, now: 1_000 })).toBeNull()
      expect(performance.now() - began).toBeLessThan(10_000)
      const pid = Number(readFileSync(grandchild, 'utf8'))
      await expect.poll(() => isAlive(pid)).toBe(false)
      expect(existsSync(memory)).toBe(true)
      rmSync(grandchild)
      expect(await fetchElectron({ ...fetching, now: 1_000 + 3_600_000 })).toBeNull()
      expect(existsSync(grandchild)).toBe(false)
    },
  )

  it('that cannot be fetched at once is tried again at the next start', async () => {
    const script = join(folder, 'install.mjs')
    writeFileSync(script, 'process.exit(1)')
    const memory = join(folder, 'failed.json')
    expect(await fetchElectron({ script, memory })).toBeNull()
    expect(existsSync(memory)).toBe(false)
  })
})

/** A process that has ended and was not collected yet is no longer alive. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !(existsSync(`/proc/${pid}/stat`) && /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8')))
  } catch {
    return false
  }
}

describe('the start', () => {
  const running: Running[] = []
  const start = (...args: readonly string[]): Running => {
    const env = { DISPLAY: '', WAYLAND_DISPLAY: '' }
    const started = run([join(root, 'test/host/start.ts'), '--data', join(folder, 'data'), ...args], env)
    running.push(started)
    return started
  }
  beforeEach(async () => {
    await buildStale()
  }, 120_000)
  afterEach(async () => {
    for (const started of running.splice(0)) await started.end('SIGKILL')
  })
  const line = /^Linekeeper: http:\/\/127\.0\.0\.1:\d+\/\?key=[\w-]{32}\n$/

  it('in the browser says one line, stays, and ends cleanly by Ctrl+C', async () => {
    const started = start('--browser')
    const [, address = ''] = await started.says(/Linekeeper: (\S+)\n/)
    const entered = await fetch(address, { redirect: 'manual' })
    expect(entered.status).toBe(303)
    expect(started.said()).toEqual({ out: expect.stringMatching(line), err: '' })
    expect(await started.end('SIGINT')).toBe(0)
    expect(started.said()).toEqual({ out: expect.stringMatching(line), err: '' })
  })

  it.runIf(process.platform === 'linux')(
    'without a display says why in one line and goes on in the browser',
    async () => {
      const started = start()
      await started.says(/Linekeeper: \S+\n/)
      const { out, err } = started.said()
      expect(out).toMatch(line)
      expect(err).toMatch(/^Electron cannot be used here \(this computer has no display\), .*\n$/)
      expect(await started.end('SIGTERM')).toBe(0)
    },
  )

  it.runIf(process.platform !== 'win32')('ends when the shell between it and npm is killed', async () => {
    const command = `require('node:child_process').spawn(process.execPath, process.argv.slice(1), { stdio: 'inherit' })`
    const args = ['-e', command, join(root, 'test/host/start.ts'), '--browser', '--data', join(folder, 'data')]
    const shell = run(args, { npm_lifecycle_event: 'start' })
    running.push(shell)
    const [, address = ''] = await shell.says(/Linekeeper: (\S+)\n/)
    shell.child.kill('SIGKILL')
    const isUp = () =>
      fetch(address).then(
        () => true,
        () => false,
      )
    await expect.poll(isUp, { timeout: 10_000 }).toBe(false)
  })

  it('a second time says where the first is, in one line, and ends', async () => {
    const first = start('--browser')
    const [, address = ''] = await first.says(/Linekeeper: (\S+)\n/)
    const second = start('--browser')
    expect(await second.ended).toBe(0)
    expect(second.said()).toEqual({ out: `Linekeeper is already open with this data folder: ${address}\n`, err: '' })
  })

  it('with an argument that it does not know says so and ends', async () => {
    const started = start('--hlep')
    expect(await started.ended).toBe(1)
    expect(started.said().err).toBe('There is no --hlep. Linekeeper knows --data DIR, --port N and --browser.\n')
  })
})
