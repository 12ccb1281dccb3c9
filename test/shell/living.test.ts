import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { recoverFromCrashes, toNextPage } from '../../electron/shell/crash.ts'
import { createFetch } from '../../electron/shell/fetch.ts'
import { toMenu } from '../../electron/shell/menu.ts'
import { quitGracefully } from '../../electron/shell/quit.ts'
import { watchWaking } from '../../electron/shell/waking.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a page that crashed', () => {
  it.each([
    ['the first time', null, 0, 'app://bundle/'],
    ['again within a minute', 1_000, 60_999, 'app://bundle/recovery'],
    ['again after a minute', 1_000, 61_000, 'app://bundle/'],
    ['again after the clock was set back', 1_000, 500, 'app://bundle/'],
  ])('%s', (_when, last, now, page) => {
    expect(toNextPage(last, now)).toBe(page)
  })

  it('is opened again, and a clean end is left alone', async () => {
    const contents = new EventEmitter()
    const opened: string[] = []
    const window = {
      webContents: contents as unknown as Parameters<typeof recoverFromCrashes>[0]['webContents'],
      isDestroyed: () => false,
      loadURL: async (address: string) => void opened.push(address),
    }
    recoverFromCrashes(
      window,
      () => 1_000,
      () => {},
    )
    contents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 })
    contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
    contents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 5 })
    expect(opened).toEqual(['app://bundle/', 'app://bundle/recovery'])
  })
})

describe('quitting', () => {
  type Stop = () => Promise<void>
  const begin = (stop: Stop, close: () => void = () => {}) => {
    const app = Object.assign(new EventEmitter(), { quits: 0, quit: () => {} })
    app.quit = () => {
      app.quits += 1
    }
    const powerMonitor = new EventEmitter()
    const told: string[] = []
    const ending = { app, powerMonitor, stop, close, log: (_level: string, message: string) => void told.push(message) }
    const quitting = quitGracefully(ending as unknown as Parameters<typeof quitGracefully>[0])
    const ask = (): boolean => {
      let held = false
      app.emit('before-quit', {
        preventDefault: () => {
          held = true
        },
      })
      return held
    }
    return { app, powerMonitor, told, ask, quitting }
  }

  it('waits for what is being written, closes once, and then lets go', async () => {
    const work = Promise.withResolvers<void>()
    const closed: true[] = []
    const { app, ask } = begin(
      () => work.promise,
      () => void closed.push(true),
    )
    expect(ask()).toBe(true)
    expect(ask()).toBe(true)
    await vi.advanceTimersByTimeAsync(1_000)
    expect([closed.length, app.quits]).toEqual([0, 0])
    work.resolve()
    await vi.advanceTimersByTimeAsync(0)
    expect(closed).toHaveLength(1)
    expect(app.quits).toBeGreaterThan(0)
    expect(ask()).toBe(false)
  })

  it('waits no longer than its limit', async () => {
    const closed: true[] = []
    const { app, ask, told } = begin(
      () => new Promise(() => {}),
      () => void closed.push(true),
    )
    ask()
    await vi.advanceTimersByTimeAsync(6_400)
    expect(closed).toEqual([])
    await vi.advanceTimersByTimeAsync(200)
    expect([closed.length, app.quits]).toEqual([1, 1])
    expect(told.join()).toContain('too long')
  })

  it('goes on when stopping or closing fails', async () => {
    const { app, ask, told } = begin(
      async () => {
        throw new Error('stop')
      },
      () => {
        throw new Error('close')
      },
    )
    ask()
    await vi.advanceTimersByTimeAsync(0)
    expect(app.quits).toBe(1)
    expect(told).toEqual(['stopping failed', 'closing failed'])
  })

  it('begins when the system shuts down, too', async () => {
    const { app, powerMonitor } = begin(async () => {})
    powerMonitor.emit('shutdown')
    await vi.advanceTimersByTimeAsync(0)
    expect(app.quits).toBe(1)
  })

  it('can be drained ahead, for an update, and is then not held', async () => {
    const { ask, quitting, app } = begin(async () => {})
    await quitting.drain()
    expect([ask(), app.quits]).toEqual([false, 0])
  })
})

describe('waking', () => {
  const begin = (random = 0) => {
    const powerMonitor = new EventEmitter()
    const woken: string[] = []
    const state = { online: true }
    const stop = watchWaking({
      powerMonitor: powerMonitor as unknown as Parameters<typeof watchWaking>[0]['powerMonitor'],
      net: { isOnline: () => state.online },
      wake: (why) => void woken.push(why),
      random: () => random,
    })
    return { powerMonitor, woken, state, stop }
  }

  it('after sleep comes some seconds later, not in the same one everywhere', async () => {
    for (const [random, ms] of [
      [0, 3_000],
      [1, 8_000],
    ] as const) {
      const { powerMonitor, woken, stop } = begin(random)
      powerMonitor.emit('resume')
      await vi.advanceTimersByTimeAsync(ms - 1)
      expect(woken).toEqual([])
      await vi.advanceTimersByTimeAsync(1)
      expect(woken).toEqual(['resume'])
      stop()
    }
  })

  it('comes once for a lid that is opened twice', async () => {
    const { powerMonitor, woken, stop } = begin()
    powerMonitor.emit('resume')
    await vi.advanceTimersByTimeAsync(2_000)
    powerMonitor.emit('resume')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(woken).toEqual(['resume'])
    stop()
  })

  it('comes when a network is there again, and only then', async () => {
    const { woken, state, stop } = begin()
    await vi.advanceTimersByTimeAsync(20_000)
    state.online = false
    await vi.advanceTimersByTimeAsync(20_000)
    expect(woken).toEqual([])
    state.online = true
    await vi.advanceTimersByTimeAsync(20_000)
    expect(woken).toEqual(['online'])
    stop()
    state.online = false
    await vi.advanceTimersByTimeAsync(6_000)
    state.online = true
    await vi.advanceTimersByTimeAsync(6_000)
    expect(woken).toEqual(['online'])
  })
})

describe('the fetch for providers', () => {
  const failing = (error: Error) => createFetch({ fetch: () => Promise.reject(error) })

  it.each(['net::ERR_NAME_NOT_RESOLVED', 'net::ERR_CERT_AUTHORITY_INVALID'])(
    'turns %s into what every fetch throws',
    async (message) => {
      const error = new Error(message)
      const thrown: unknown = await failing(error)('https://api.example/').catch((reason: unknown) => reason)
      expect(thrown).toBeInstanceOf(TypeError)
      expect(thrown).toMatchObject({ cause: error })
    },
  )

  it('leaves what was cancelled, and every other error, as it is', async () => {
    const cancelled = new DOMException('stopped', 'AbortError')
    await expect(failing(cancelled)('https://api.example/')).rejects.toBe(cancelled)
  })

  it('hands on the request as it was given', async () => {
    const asked: unknown[] = []
    const fetch = createFetch({
      fetch: async (...all) => {
        asked.push(all)
        return new Response('ok')
      },
    })
    const init = { credentials: 'omit', redirect: 'error' } as const
    await fetch(new URL('https://api.example/v2'), init)
    expect(asked).toEqual([['https://api.example/v2', init]])
  })
})

describe('the menu', () => {
  it('is there on macOS for copy, paste and quit, and nowhere else', () => {
    expect(toMenu('darwin')?.map(({ role }) => role)).toEqual(['appMenu', 'editMenu', 'windowMenu'])
    expect(toMenu('linux')).toBeNull()
    expect(toMenu('win32')).toBeNull()
  })
})
