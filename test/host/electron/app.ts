import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { takeLock } from '../lock.ts'
import { hostSettings } from './settings.ts'

const ready = Promise.withResolvers<void>()
const places = new Map<string, string>()
let isReady = false
let isQuitting = false

/** Electron's application object, as far as Linekeeper uses it. */
const events = new EventEmitter()

const dataFolder = (): string => places.get('userData') ?? hostSettings().userData

function end(code: number): void {
  events.emit('quit', {}, code)
  hostSettings().exit(code)
}

const methods = {
  isPackaged: false,
  getVersion: () => hostSettings().version,
  getName: () => 'Linekeeper',
  getAppPath: () => hostSettings().appFolder,
  getPath(name: string) {
    if (name === 'userData' || name === 'sessionData') return dataFolder()
    return places.get(name) ?? { home: homedir(), temp: tmpdir() }[name] ?? join(homedir(), name)
  },
  setPath(name: string, folder: string) {
    if (!existsSync(folder)) throw new Error(`There is no folder ${folder}`)
    places.set(name, folder)
  },
  commandLine: {
    appendSwitch: () => undefined,
    appendArgument: () => undefined,
    removeSwitch: () => undefined,
    hasSwitch: () => false,
    getSwitchValue: () => '',
  },
  isReady: () => isReady,
  whenReady: () => ready.promise,
  setAppUserModelId: (_id: string) => {},
  enableSandbox() {
    if (isReady) throw new Error('enableSandbox() counts only before the app is ready')
  },
  requestSingleInstanceLock: () => takeLock(dataFolder(), () => events.emit('second-instance', {}, [], '', null)),
  quit() {
    const question = { defaultPrevented: false, preventDefault: () => {} }
    question.preventDefault = () => {
      question.defaultPrevented = true
    }
    events.emit('before-quit', question)
    if (question.defaultPrevented || isQuitting) return
    isQuitting = true
    events.emit('will-quit', question)
    end(0)
  },
  exit: (code = 0) => end(code),
} satisfies Partial<Electron.App>

export const app = Object.assign(events, methods)

/** Everything that listens before `ready` has been set up: main's entry has run to its end. */
export function becomeReady(): void {
  isReady = true
  events.emit('ready', {}, {})
  ready.resolve()
}
