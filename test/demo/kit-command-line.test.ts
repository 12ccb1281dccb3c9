import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { readCommandLine, UsageError } from '../../electron/demo/command-line.ts'
import { journalPath } from './kept-carriers.ts'

const main = join(import.meta.dirname, '../../electron/demo/main.ts')

/** Windows knows no signals: there the process is ended from outside. */
const clean = process.platform === 'win32' ? null : 0

const run = (...args: readonly string[]): ChildProcess => spawn(process.execPath, [main, ...args])

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('no standard output')
  const [line] = await once(createInterface(stdout), 'line')
  return String(line)
}

/** Its exit code and what it said on both channels. */
async function end(child: ChildProcess) {
  if (!child.stdout || !child.stderr) throw new Error('no standard output')
  const [said, complained, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code, said, complained }
}

const basic = (user: string, secret: string) => ({ authorization: `Basic ${btoa(`${user}:${secret}`)}` })

describe('the demo command', () => {
  it('prints one line of JSON with two carriers that answer to their keys, and ends cleanly', async () => {
    const child = run('--port', '0', '--numbers', '30', '--latency', '0', '--seed', '1')
    const all = end(child)
    const { callfireV2, flowrouteV2 } = JSON.parse(await firstLine(child))
    expect(callfireV2.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v2$/)
    expect(flowrouteV2.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(callfireV2).toMatchObject({ login: expect.stringMatching(/^[0-9a-f]{12}$/) })
    expect(callfireV2).toMatchObject({ password: expect.stringMatching(/^[0-9a-f]{16}$/) })
    expect(flowrouteV2).toMatchObject({ accessKey: expect.stringMatching(/^\w{8}$/) })
    expect(flowrouteV2).toMatchObject({ secretKey: expect.stringMatching(/^\w{32}$/) })
    const leases = await fetch(`${callfireV2.url}/numbers/leases`, {
      headers: basic(callfireV2.login, callfireV2.password),
    })
    expect((await leases.json()).totalCount).toBe(30)
    const numbers = await fetch(`${flowrouteV2.url}/v2/numbers?limit=200`, {
      headers: basic(flowrouteV2.accessKey, flowrouteV2.secretKey),
    })
    expect((await numbers.json()).data).toHaveLength(30)
    child.kill('SIGTERM')
    const { code, said, complained } = await all
    expect([code, said.trim().split('\n').length, complained]).toEqual([clean, 1, ''])
  })

  it('ends when the shell between it and npm is killed', async () => {
    const start = `require('node:child_process').spawn(process.execPath, process.argv.slice(1), { stdio: 'inherit' })`
    const env = { ...process.env, npm_lifecycle_event: 'demo' }
    const shell = spawn(process.execPath, ['-e', start, main, '--numbers', '1'], { env })
    const { callfireV2 } = JSON.parse(await firstLine(shell))
    shell.kill('SIGKILL')
    const answers = () =>
      fetch(callfireV2.url).then(
        () => true,
        () => false,
      )
    expect(await answers()).toBe(true)
    await expect.poll(answers, { timeout: 10_000, interval: 100 }).toBe(false)
  })

  it('makes things go wrong when it is told to', async () => {
    const child = run('--numbers', '3', '--fault', '429:2@GET /v2/numbers/leases*1', '--fault', '403@/v2/me/*')
    const { callfireV2 } = JSON.parse(await firstLine(child))
    const ask = (path: string) =>
      fetch(`${callfireV2.url}${path}`, { headers: basic(callfireV2.login, callfireV2.password) })
    const first = await ask('/numbers/leases')
    expect([first.status, first.headers.get('retry-after')]).toEqual([429, '2'])
    expect((await ask('/numbers/leases')).status).toBe(200)
    expect((await ask('/me/account')).status).toBe(403)
    const all = end(child)
    child.kill('SIGINT')
    expect((await all).code).toBe(clean)
  })

  it('ends with one sentence and code 2 for a bad option or a port that is taken', async () => {
    const bad = await end(run('--latency', 'soon'))
    expect(bad).toEqual({
      code: 2,
      said: '',
      complained: '--latency takes a whole number from 0 to 600000, not "soon".\n',
    })
    const child = run('--numbers', '1')
    const { callfireV2 } = JSON.parse(await firstLine(child))
    const taken = await end(run('--port', new URL(callfireV2.url).port))
    expect(taken).toMatchObject({
      code: 2,
      complained: 'The port is taken or not allowed; --port 0 finds a free one.\n',
    })
    child.kill('SIGINT')
    await end(child)
  })

  it('says beside its line that a journal could not be read, and in one sentence that none can be kept', async () => {
    const journal = journalPath()
    writeFileSync(journal, 'buy milk\n')
    const child = run('--numbers', '1', '--journal', journal)
    const ended = end(child)
    expect(Object.keys(JSON.parse(await firstLine(child)))).toEqual(['callfireV2', 'flowrouteV2'])
    child.kill('SIGINT')
    const sentence = `The journal could not be read. It is now ${journal}.unreadable-1; a fresh one was begun.\n`
    expect(await ended).toMatchObject({ code: clean, complained: sentence })
    const nowhere = join(journal, 'file')
    expect(await end(run('--journal', nowhere))).toMatchObject({
      code: 2,
      said: '',
      complained: expect.stringMatching(/^The journal .* cannot be opened \(\w+\)\.\n$/),
    })
  })

  it('tells how it is used', async () => {
    const { code, said } = await end(run('--help'))
    expect(code).toBe(0)
    for (const option of [
      '--journal',
      '--port',
      '--numbers',
      '--latency',
      '--seed',
      '--fault',
      'x-demo-fault',
      'reset-after',
    ]) {
      expect(said).toContain(option)
    }
  })
})

describe('the command line', () => {
  it('is understood', () => {
    expect(readCommandLine(['--seed=7', '--port', '4100', '--fault', 'silent@POST*1', '--fault', '500'])).toEqual({
      port: 4100,
      numbers: 200,
      latencyMs: 0,
      seed: 7,
      faults: [
        { fault: { kind: 'silent', when: 'before' }, match: { method: 'POST' }, times: 1 },
        { fault: { kind: 'status', status: 500 } },
      ],
    })
    expect(readCommandLine(['--journal', 'sample.jsonl'])).toMatchObject({ journal: 'sample.jsonl' })
    expect(readCommandLine(['--numbers', 'x', '--help'])).toBe('help')
  })

  it.each([
    [['--port', '65535'], '--port takes a whole number from 0 to 65534, not "65535".'],
    [['--numbers', '-5'], /--numbers/],
    [['--numbers', '1.5'], /--numbers takes a whole number/],
    [['--seed'], /--seed/],
    [['--journal='], '--journal takes the name of a file.'],
    [['--colour'], "Unknown option '--colour'; --help lists the options."],
    [['extra'], "Unexpected argument 'extra'; --help lists the options."],
    [['--fault', 'rain'], '--fault "rain" is not a fault; --help lists them.'],
  ])('%j is refused with a sentence', (args, sentence) => {
    expect(() => readCommandLine(args)).toThrow(UsageError)
    expect(() => readCommandLine(args)).toThrow(sentence)
  })
})
