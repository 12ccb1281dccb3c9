import { randomUUID } from 'node:crypto'
import { setImmediate, setTimeout } from 'node:timers/promises'
import type { Ports, SampleCarriers, Storage } from '../../../electron/core/ports.ts'
import { createProviders, facetsOf } from '../../../electron/providers/index.ts'
import { openFileSettings } from '../../support/file-settings.ts'
import { openNodeStorage } from '../../support/node-ports.ts'
import { createNodeVault } from '../../support/node-vault.ts'
import { type HoldAt, isSpending, type Opening } from './line.ts'

/** Minutes of the app pass in a second, so that settling with all its pauses fits into a run. */
const pace = 50
const limits = { attemptMs: 200, totalMs: 1500, retries: 1 }

/** What core asks of the world, with everything real but time, window and key store; and places at which to stand still. */
export function openChildWorld(
  { folder, lines, hold }: Opening,
  tellHeld: () => void,
): { readonly ports: Ports; readonly storage: Storage } {
  const began = Date.now()
  const now = () => began + (Date.now() - began) * pace
  const wait: Ports['wait'] = (ms, signal) => setTimeout(ms / pace, undefined, signal && { signal })
  const log = () => undefined
  const real = openNodeStorage(folder, { now, log })
  const watch = new Watch(hold, tellHeld)
  const storage = { ...real, orders: watchJournal(real.orders, watch) }
  const sampleCarriers: SampleCarriers = async (api) => {
    const { address, login, secret } = lines[api]
    return { address, credentials: { login, secret }, practise: () => undefined }
  }
  const ports: Ports = {
    storage,
    settings: openFileSettings(folder),
    vault: createNodeVault(now),
    createProvider: createProviders({ fetch: watchFetch(watch), now, wait, limits }),
    facetsOf,
    sampleCarriers,
    log,
    host: createHost(folder),
    now,
    wait,
    breathe: () => setImmediate(),
    newId: randomUUID,
  }
  return { ports, storage: real }
}

const createHost = (dataFolder: string): Ports['host'] => ({
  version: '0.0.0',
  kind: 'browser',
  dataFolder,
  isOnline: () => true,
  openPage: async () => undefined,
  openDataFolder: async () => undefined,
  notify: () => undefined,
})

/** Follows a purchase on its way and stands still for ever at the one place where it is to be killed. */
class Watch {
  readonly #hold: HoldAt | null
  readonly #tellHeld: () => void
  #step = -1
  #answered = false
  #stored = false

  constructor(hold: HoldAt | null, tellHeld: () => void) {
    this.#hold = hold
    this.#tellHeld = tellHeld
  }

  intent(): void {
    this.#reach('intent')
    this.#step = 0
  }

  intended(): void {
    this.#reach('intended')
    this.#pass()
  }

  wrote(): void {
    if (this.#answered && !this.#stored) {
      this.#stored = true
      this.#reach('stored')
    }
    this.#pass()
  }

  asks(spends: boolean): void {
    if (!spends && this.#stored) this.#reach('looking')
    this.#pass()
  }

  hears(spends: boolean): void {
    if (spends) {
      this.#answered = true
      this.#reach('answered')
    }
    this.#pass()
  }

  #pass(): void {
    if (this.#step < 0) return
    this.#step += 1
    if (typeof this.#hold === 'object' && this.#hold?.step === this.#step) this.#stand()
  }

  #reach(place: HoldAt): void {
    if (this.#hold === place) this.#stand()
  }

  /** Nothing of this process's own goes on: whatever is on the disk and on the line stays as it is. */
  #stand(): void {
    this.#tellHeld()
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  }
}

function watchJournal(journal: Storage['orders'], watch: Watch): Storage['orders'] {
  return {
    ...journal,
    begin(purchase) {
      watch.intent()
      journal.begin(purchase)
      watch.intended()
    },
    change(id, change) {
      journal.change(id, change)
      watch.wrote()
    },
  }
}

function watchFetch(watch: Watch): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    const method = init?.method ?? (input instanceof Request ? input.method : 'GET')
    const spends = isSpending(method, url.pathname)
    watch.asks(spends)
    const response = await fetch(input, init)
    watch.hears(spends)
    return response
  }
}
