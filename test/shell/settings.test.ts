import './support/host-electron.ts'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { onDisk } from '../../electron/shell/disk.ts'
import { openSettings } from '../../electron/shell/settings-file.ts'
import { toToday } from '../../electron/shell/settings-versions.ts'
import { FailureError } from '../../shared/failure.ts'
import { type Account, noLimits } from '../../shared/model/account.ts'
import { defaultSettings, type Settings } from '../../shared/model/settings.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linekeeper-settings-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const seen: Settings[] = []
const open = () =>
  openSettings({
    folder,
    now: () => 1_700_000_000_000,
    log: () => {},
    onSettings: (settings) => void seen.push(settings),
  })
const file = () => join(folder, 'settings.json')
const bakery: Account = {
  id: 'a1',
  api: 'callfire-v2',
  name: 'Bakery',
  color: 'blue',
  address: null,
  readOnly: false,
  paused: false,
  sample: false,
  spending: noLimits,
  createdAt: 1,
}
const keys = { keeping: 'session', setAt: 1, lastUsedAt: null, sealed: null } as const

describe('the settings file', () => {
  it('starts with the defaults, says so, and writes nothing by itself', () => {
    const settings = open()
    expect(settings.read()).toEqual({ settings: defaultSettings, accounts: [], keys: {} })
    expect(settings.notices).toEqual([])
    expect(seen.at(-1)).toEqual(defaultSettings)
    expect(readdirSync(folder)).toEqual([])
  })

  it('keeps what is saved, for the next start too', () => {
    const settings = open()
    settings.saveSettings({ ...defaultSettings, theme: 'dark' })
    settings.saveAccounts([bakery])
    settings.saveKeys({ a1: keys })
    const again = open()
    expect(again.read()).toEqual({
      settings: { ...defaultSettings, theme: 'dark' },
      accounts: [bakery],
      keys: { a1: keys },
    })
    expect(again.notices).toEqual([])
    expect(seen.at(-1)?.theme).toBe('dark')
  })

  it.runIf(process.platform !== 'win32')('can be read by its owner alone', () => {
    open().saveAccounts([bakery])
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o077).toBe(0)
  })

  it.each(['', '{"settings":', 'null', '[]', '\u0000\u0000'])('that holds %j is set aside, not lost', (content) => {
    writeFileSync(file(), content)
    const settings = open()
    expect(settings.read().accounts).toEqual([])
    expect(settings.notices).toMatchObject([{ kind: 'settingsReset' }])
    settings.saveAccounts([bakery])
    const kept = readdirSync(folder).filter((name) => name.startsWith('settings.2023'))
    expect(kept).toHaveLength(1)
    expect(readFileSync(join(folder, kept[0] ?? ''), 'utf8')).toBe(content)
    expect(open().read().accounts).toEqual([bakery])
  })

  it.each(['', '{"settings":', '{"accounts":7,"keys":{}}', null])(
    'that holds %j after it held accounts and keys is brought back from its copy',
    (content) => {
      open().saveAccounts([bakery])
      open().saveKeys({ a1: keys })
      if (content === null) rmSync(file())
      else writeFileSync(file(), content)
      const settings = open()
      expect(settings.read()).toMatchObject({ accounts: [bakery], keys: { a1: keys } })
      expect(settings.notices).toMatchObject([{ sentence: expect.stringContaining('its last copy took its place') }])
      settings.saveSettings(defaultSettings)
      expect(open().notices).toEqual([])
      expect(open().read()).toMatchObject({ accounts: [bakery], keys: { a1: keys } })
    },
  )

  it('leaves no key in its copy that was taken away', () => {
    open().saveKeys({ a1: keys })
    open().saveKeys({})
    expect(readFileSync(join(folder, 'settings.copy.json'), 'utf8')).not.toContain('a1')
  })

  it('loses only the record that is odd, and says so', () => {
    open().saveAccounts([bakery, { ...bakery, id: 'a2' }])
    const content = JSON.parse(readFileSync(file(), 'utf8'))
    content.accounts[1].color = 'invisible'
    content.keys = { a1: keys, a2: { keeping: 'nowhere' } }
    writeFileSync(file(), JSON.stringify(content))
    const settings = open()
    expect(settings.read()).toMatchObject({ accounts: [bakery], keys: { a1: keys } })
    expect(Object.keys(settings.read().keys)).toEqual(['a1'])
    expect(settings.notices).toHaveLength(1)
  })

  it('takes the default for a setting that it does not have yet', () => {
    open().saveSettings(defaultSettings)
    const content = JSON.parse(readFileSync(file(), 'utf8'))
    delete content.settings.density
    writeFileSync(file(), JSON.stringify({ ...content, settings: { ...content.settings, later: 1, theme: 'light' } }))
    const settings = open()
    expect(settings.read().settings).toEqual({ ...defaultSettings, theme: 'light' })
    expect(settings.notices).toEqual([])
  })

  it('of the version before caps on spending gives its accounts none, and says nothing', () => {
    open().saveAccounts([bakery])
    const { spending: _, ...before } = bakery
    writeFileSync(
      file(),
      JSON.stringify({ version: 1, settings: defaultSettings, accounts: [before], keys: { a1: keys } }),
    )
    const settings = open()
    expect(settings.read()).toMatchObject({ accounts: [bakery], keys: { a1: keys } })
    expect(settings.notices).toEqual([])
  })

  it('keeps caps on spending', () => {
    const capped = { ...bakery, spending: { ...noLimits, perMonth: { amount: '20', currency: 'USD' } } } as const
    open().saveAccounts([capped])
    expect(open().read().accounts).toEqual([capped])
  })

  it.each([{ spending: undefined }, { spending: { ...noLimits, perOrder: 'much' } }])(
    'never takes a cap that cannot be read for none: %j',
    (odd) => {
      open().saveAccounts([bakery, { ...bakery, id: 'a2' }])
      const content = JSON.parse(readFileSync(file(), 'utf8'))
      Object.assign(content.accounts[1], odd)
      writeFileSync(file(), JSON.stringify(content))
      expect(open().read().accounts).toEqual([bakery])
      expect(open().notices).toHaveLength(1)
    },
  )

  it('of a newer version is used, and kept as it was', () => {
    open().saveAccounts([bakery])
    const content = JSON.parse(readFileSync(file(), 'utf8'))
    writeFileSync(file(), JSON.stringify({ ...content, version: 99 }))
    const settings = open()
    expect(settings.read().accounts).toEqual([bakery])
    expect(settings.notices[0]?.sentence).toContain('newer')
  })

  it('says what the disk refused, and keeps what was there', () => {
    const settings = open()
    settings.saveAccounts([bakery])
    rmSync(folder, { recursive: true })
    writeFileSync(folder, 'a file where the folder was')
    expect(() => settings.saveAccounts([])).toThrow(FailureError)
    expect(settings.read().accounts).toEqual([bakery])
    rmSync(folder)
    mkdirSync(folder)
    chmodSync(folder, 0o700)
  })
})

describe('a disk that refuses', () => {
  it.each([
    ['ENOSPC', 'full'],
    ['EROFS', 'readOnly'],
    ['EACCES', 'readOnly'],
    ['EIO', 'other'],
  ])('with %s is %s', (code, why) => {
    const write = () => {
      throw Object.assign(new Error(code), { code })
    }
    expect(() => onDisk(write)).toThrow(expect.objectContaining({ failure: { kind: 'disk', why, detail: code } }))
  })

  it('is not what a bug is', () => {
    const write = () => {
      throw new TypeError('a bug')
    }
    expect(() => onDisk(write)).toThrow(TypeError)
  })
})

describe('a file of an older version', () => {
  const ladder = [(file: object) => ({ ...file, two: true }), (file: object) => ({ ...file, three: true })]

  it('climbs each step once', () => {
    expect(toToday({ version: 1 }, 3, ladder).file).toEqual({ version: 3, two: true, three: true })
    expect(toToday({ version: 2 }, 3, ladder).file).toEqual({ version: 3, three: true })
    expect(toToday({ version: 3 }, 3, ladder)).toEqual({ file: { version: 3 }, newer: false })
    expect(toToday({ version: 4 }, 3, ladder).newer).toBe(true)
  })
})
