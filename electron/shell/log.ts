import { renameSync } from 'node:fs'
import { join } from 'node:path'
import logger from 'electron-log/node.js'
import type { Log } from '../core/ports.ts'
import type { Redactor } from './redact.ts'

const megabyte = 1024 ** 2

/**
 * A log of at most four files of one megabyte. The library's plain Node entry is used: its Electron entry opens a
 * channel to the page, on which any page could write.
 */
export function createLog(folder: string, redact: Redactor): Log {
  const log = logger.create({ logId: folder })
  const file = join(folder, 'linekeeper.log')
  log.transports.console.level = false
  // In a folder that cannot be written the library would show its stack on the terminal; the window says it in words.
  logger.transports.console.writeFn = () => undefined
  log.transports.file.resolvePathFn = () => file
  log.transports.file.maxSize = megabyte
  log.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' }
  log.transports.file.archiveLogFn = () => rotate(file)
  return (level, message, details) => {
    const shown = details === undefined ? '' : ` ${JSON.stringify(redact.value(details))}`
    log[level](`${redact.text(message)}${shown}`)
  }
}

const kept = 3

function rotate(file: string): void {
  for (let age = kept - 1; age >= 1; age--) move(`${file}.${age}`, `${file}.${age + 1}`)
  move(file, `${file}.1`)
}

/** A log that cannot be rotated goes on growing: losing it, or the app over it, would be worse. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
  }
}
