import './support/host-electron.ts'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { appModelId, createNotify } from '../../electron/shell/notices.ts'
import { Notification } from '../host/electron/notification.ts'

const notice = { title: '3 numbers are yours', body: 'CallFire – Bakery: (206) 555-0100 and 2 more.' }

let folder = ''
let logged: readonly string[] = []
let opened = 0
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linekeeper-notices-'))
  process.env.LINEKEEPER_HOST_NOTICES = join(folder, 'notices')
  logged = []
  opened = 0
})
afterEach(() => {
  delete process.env.LINEKEEPER_HOST_NOTICES
  rmSync(folder, { recursive: true, force: true })
})

const log = (level: string, message: string, details?: unknown) => {
  logged = [...logged, `${level} ${message} ${JSON.stringify(details ?? {})}`]
}
const open = () => {
  opened += 1
}
const notifyWith = (notices: typeof Notification) => createNotify({ notices, log, open })

describe('a notice of the operating system', () => {
  it('is shown with its title and its words', () => {
    notifyWith(Notification)(notice)
    expect(JSON.parse(readFileSync(join(folder, 'notices'), 'utf8'))).toEqual(notice)
    expect(logged).toEqual([])
  })

  it('does nothing where there are none', () => {
    delete process.env.LINEKEEPER_HOST_NOTICES
    let made = 0
    class Counted extends Notification {
      constructor(options: Electron.NotificationConstructorOptions) {
        super(options)
        made += 1
      }
    }
    notifyWith(Counted)(notice)
    expect([made, logged]).toEqual([0, []])
  })

  it('that is denied stops nobody, and the log does not hear what it said', () => {
    class Denied extends Notification {
      override show() {
        this.emit('failed', {}, notice.body)
      }
    }
    class Broken extends Notification {
      override show() {
        throw new Error(notice.body)
      }
    }
    for (const denied of [Denied, Broken]) expect(() => notifyWith(denied)(notice)).not.toThrow()
    expect(logged).toEqual(Array(2).fill('warn A notice could not be shown {}'))
  })

  it('comes on Windows from the name under which Linekeeper is installed', () => {
    const builder = readFileSync(join(import.meta.dirname, '../../electron-builder.yml'), 'utf8')
    expect(builder).toMatch(new RegExp(`^appId: ${appModelId}$`, 'm'))
  })

  it('opens the window when it is clicked', () => {
    class Clicked extends Notification {
      override show() {
        this.emit('click', {})
      }
    }
    notifyWith(Clicked)(notice)
    expect(opened).toBe(1)
  })
})
