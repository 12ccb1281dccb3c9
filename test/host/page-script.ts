/** What the page is told before its own script runs: Electron's renderer half, spoken over HTTP to this host. */
export function toPageScript(preload: string, boot: string): string {
  return `'use strict';(() => {
const electron = (${createRenderer.toString()})(${JSON.stringify(boot)})
const module = { exports: {} }
const require = (name) => {
  if (name === 'electron') return electron
  throw new Error('A preload may not require ' + name)
}
;(function (module, exports, require) {
${preload}
})(module, module.exports, require)
})()
`
}

/** Runs in the browser. It may use nothing from outside itself: its text is sent. */
function createRenderer(boot: string) {
  type Listener = (event: unknown, ...args: readonly unknown[]) => void
  const listeners = new Map<string, Set<Listener>>()
  const events = new EventSource('/_host/events')

  const on = (name: string, act: (data: never) => void) =>
    events.addEventListener(name, (event) => act(JSON.parse(event.data) as never))
  on('hello', (now: string) => {
    // The host was started again behind this page, which is then out of date.
    if (now !== boot) location.reload()
  })
  on('message', ({ channel, args }: { readonly channel: string; readonly args: readonly unknown[] }) => {
    for (const listener of listeners.get(channel) ?? []) listener({}, ...args)
  })
  on('navigate', (path: string) => location.assign(path))
  on('outside', (address: string) => window.open(address, '_blank', 'noopener,noreferrer'))
  addEventListener('load', () => void fetch('/_host/loaded', { method: 'POST' }))

  const freeze = <T>(value: T): T => {
    if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) freeze(part)
    return Object.freeze(value)
  }

  const invoke = async (channel: string, ...args: readonly unknown[]) => {
    const body = JSON.stringify({ channel, args })
    const reply = await fetch('/_host/invoke', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    })
    if (!reply.ok) throw new Error(await reply.text())
    const answer = await reply.json()
    if ('error' in answer) throw new Error(`Error invoking remote method '${channel}': ${answer.error}`)
    return answer.value
  }

  return {
    contextBridge: {
      exposeInMainWorld: (name: string, api: unknown) =>
        Object.defineProperty(window, name, { value: freeze(api), enumerable: true }),
    },
    ipcRenderer: {
      invoke,
      on(channel: string, listener: Listener) {
        listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
      },
      removeListener: (channel: string, listener: Listener) => void listeners.get(channel)?.delete(listener),
    },
  }
}
