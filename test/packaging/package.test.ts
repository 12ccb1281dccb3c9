import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { extractFile, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildStale } from '../host/build.ts'
import { writeFakeElectron } from './fake-electron.ts'

const root = join(import.meta.dirname, '../..')
const require = createRequire(import.meta.url)

describe('the packaging config', () => {
  it('fits the schema of electron-builder', async () => {
    const { getConfig, validateConfiguration } = require('app-builder-lib/out/util/config/config')
    const { DebugLogger } = require('builder-util')
    const config = await getConfig(root, join(root, 'electron-builder.yml'), null)
    await validateConfiguration(config, new DebugLogger(false))
    expect(config).toMatchObject({ asar: true, toolsets: { appimage: '1.0.3' }, afterPack: './fuses.config.ts' })
    expect(config.win.target).toEqual(['nsis'])
    expect(config.mac).toMatchObject({ target: ['dmg', 'zip'], hardenedRuntime: true })
    expect(config.linux.target).toEqual(['AppImage', 'deb'])
  })

  it('would be told if it did not', async () => {
    const { validateConfiguration } = require('app-builder-lib/out/util/config/config')
    const { DebugLogger } = require('builder-util')
    await expect(validateConfiguration({ asra: true }, new DebugLogger(false))).rejects.toThrow('asra')
  })
})

describe('a package', () => {
  let folder = ''
  let app = ''
  let archive = ''
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'linekeeper-package-'))
    const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'))
    writeFakeElectron(join(folder, 'electron'), version)
    await buildStale()
    const builder = join(root, 'node_modules/electron-builder/cli.js')
    const config = [`-c.electronDist=${join(folder, 'electron')}`, `-c.directories.output=${join(folder, 'dist')}`]
    const args = [builder, '--linux', 'dir', '--x64', '--publish', 'never', ...config]
    await promisify(execFile)(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ELECTRON_BUILDER_OFFLINE: 'true' },
    })
    app = join(folder, 'dist', 'linux-unpacked')
    archive = join(app, 'resources', 'app.asar')
  }, 180_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('has all nine fuses set', async () => {
    const { version: _version, ...wire } = await getCurrentFuseWire(join(app, 'linekeeper'))
    const read = Object.fromEntries(
      Object.entries(wire).map(([place, state]) => [FuseV1Options[Number(place)], state === FuseState.ENABLE]),
    )
    expect(read).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
      WasmTrapHandlers: true,
    })
  })

  it('holds what runs, and nothing that it was made from', () => {
    const files = listPackage(archive, { isPack: false }).map((file) => file.replaceAll('\\', '/'))
    for (const needed of [
      '/out/main/main.js',
      '/out/preload/preload.cjs',
      '/out/renderer/index.html',
      '/package.json',
    ]) {
      expect(files).toContain(needed)
    }
    expect(files.filter((file) => !/^\/(out(\/|$)|package\.json$)/.test(file))).toEqual([])
    expect(
      files.filter((file) => /\.(ts|tsx|map|spec|test)\b|\/(test|node_modules|demo|\.stamps)(\/|$)/.test(file)),
    ).toEqual([])
    expect(readdirSync(join(app, 'resources'))).toEqual(['app.asar'])
    expect(existsSync(join(app, 'locales', 'de.pak'))).toBe(false)
  })

  it('has no way to command the demo carriers, and no browser host', () => {
    const files = listPackage(archive, { isPack: false }).filter((file) => /\.(c?js|html)$/.test(file))
    const text = files.map((file) => extractFile(archive, file.slice(1)).toString('utf8')).join('\n')
    expect(text).toContain('linekeeper:invoke')
    for (const word of ['x-demo-fault', '--fault', '_host/', 'LINEKEEPER_HOST', 'sourceMappingURL'])
      expect(text).not.toContain(word)
  })

  it('holds libraries as they are for users, not for developers', () => {
    const scripts = listPackage(archive, { isPack: false }).filter((file) => /renderer.*\.js$/.test(file))
    const text = scripts.map((file) => extractFile(archive, file.slice(1)).toString('utf8')).join('\n')
    expect(text).toContain('linekeeper')
    expect(text).not.toContain('Download the React DevTools')
  })

  it('carries no scripts and no tools in its package.json', () => {
    const described = JSON.parse(extractFile(archive, 'package.json').toString('utf8'))
    expect(described).toMatchObject({ name: 'linekeeper', main: 'out/main/main.js', type: 'module' })
    expect(Object.keys(described)).not.toContain('scripts')
    expect(Object.keys(described)).not.toContain('devDependencies')
  })
})
