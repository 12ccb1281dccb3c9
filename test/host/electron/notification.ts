import { EventEmitter } from 'node:events'
import { appendFileSync } from 'node:fs'

/** The host has no desk to lay a notice on. Where LINEKEEPER_HOST_NOTICES names a file it writes them there, a line each. */
const file = (): string | undefined => process.env.LINEKEEPER_HOST_NOTICES

export class Notification extends EventEmitter {
  static isSupported = (): boolean => file() !== undefined
  readonly title: string
  readonly body: string

  constructor({ title = '', body = '' }: Electron.NotificationConstructorOptions = {}) {
    super()
    this.title = title
    this.body = body
  }

  show(): void {
    const path = file()
    if (path === undefined) return void this.emit('failed', {}, 'There are no notices here.')
    appendFileSync(path, `${JSON.stringify({ title: this.title, body: this.body })}\n`)
    this.emit('show', {})
  }

  close(): void {
    this.emit('close', {})
  }
}
