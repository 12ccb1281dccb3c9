import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLog } from '../../electron/shell/log.ts'
import { createRedactor } from '../../electron/shell/redact.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linekeeper-log-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the log', () => {
  it('writes one line with its details, without secrets', () => {
    const log = createLog(folder, createRedactor())
    log('warn', 'refused by https://me:canary-7f@api.example', { status: 401, password: 'canary-7f' })
    const written = readFileSync(join(folder, 'linekeeper.log'), 'utf8')
    expect(written).toMatch(/\[warn\].*refused by .*"status":401/)
    expect(written.trim().split('\n')).toHaveLength(1)
    expect(written).not.toContain('canary')
  })

  it('is kept in four files of about a megabyte, the newest under its own name', () => {
    const log = createLog(folder, createRedactor())
    for (let line = 0; line < 700; line++) log('info', `${line} ${'words '.repeat(1800)}`)
    const files = readdirSync(folder).toSorted()
    expect(files).toEqual(['linekeeper.log', 'linekeeper.log.1', 'linekeeper.log.2', 'linekeeper.log.3'])
    for (const file of files) expect(statSync(join(folder, file)).size).toBeLessThan(1.2 * 1024 ** 2)
    expect(readFileSync(join(folder, 'linekeeper.log'), 'utf8')).toContain(' 699 ')
  })

  it.runIf(process.platform !== 'win32')('can be read by its owner alone', () => {
    createLog(folder, createRedactor())('info', 'hello')
    expect(statSync(join(folder, 'linekeeper.log')).mode & 0o077).toBe(0)
  })
})
