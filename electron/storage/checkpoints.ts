import type { DatabaseSync } from 'node:sqlite'
import { Worker } from 'node:worker_threads'

/** Writes between two checkpoints: some 1,500 pages of a sync, so that the log stays a few megabytes long. */
const writesBetween = 32
/** Main lends a hand only when the thread beside it falls this far behind, or could not be had. */
const pagesByMain = { beside: 32_000, alone: 1_000 } as const

/**
 * Runs in a thread of its own, so it may use nothing from outside itself: its text is sent. A checkpoint that fails is no loss, because
 * the log keeps everything until one succeeds; the next one tries again.
 */
const beside = `
const { parentPort, workerData } = require('node:worker_threads')
const { DatabaseSync } = require('node:sqlite')
parentPort.on('message', () => {
  try {
    const sql = new DatabaseSync(new URL(workerData))
    try {
      sql.exec('PRAGMA synchronous = NORMAL')
      sql.exec('PRAGMA wal_checkpoint(PASSIVE)')
    } finally {
      sql.close()
    }
  } catch {}
  parentPort.postMessage(null)
})
`

export type Checkpoints = {
  /** After each commit. */
  readonly written: () => void
  readonly stop: () => void
}

/**
 * Moves what was written from the log into the file beside main: that waits for the disk, and a slow disk would stop the window for
 * as long. Passive checkpoints hold up neither readers nor the writer.
 */
export function createCheckpoints(sql: DatabaseSync): Checkpoints {
  const file = sql.location()
  let thread: Worker | null = null
  let [pending, busy, ended] = [0, false, file === null]
  const free = () => {
    busy = false
  }
  const goOnAlone = () => {
    if (!ended && sql.isOpen) sql.exec(`PRAGMA wal_autocheckpoint = ${pagesByMain.alone}`)
    ended = true
  }
  return {
    written() {
      pending += 1
      if (ended || busy || pending < writesBetween || file === null) return
      sql.exec(`PRAGMA wal_autocheckpoint = ${pagesByMain.beside}`)
      thread ??= startThread(file, free, goOnAlone)
      pending = 0
      busy = thread !== null
      thread?.postMessage(null)
    },
    stop() {
      ended = true
      void thread?.terminate()
    },
  }
}

/** Null when the computer has no thread to give. */
function startThread(file: string, onDone: () => void, onFailure: () => void): Worker | null {
  try {
    const thread = new Worker(beside, { eval: true, workerData: toAddress(file) })
    thread.on('message', onDone)
    thread.on('error', onFailure)
    thread.unref()
    return thread
  } catch {
    // The same as a thread that breaks down later: main does the work, as SQLite always would.
    onFailure()
    return null
  }
}

/** Never makes a file: one that is gone stays gone. */
function toAddress(path: string): string {
  const url = new URL('file:///')
  url.pathname = path.replaceAll('\\', '/').replaceAll('%', '%25')
  url.search = 'mode=rw'
  return url.href
}
