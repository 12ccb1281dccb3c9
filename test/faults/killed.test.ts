import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type DemoCarriers, startDemoCarriers } from '../../electron/demo/carriers.ts'
import { type ApiId, apiIds } from '../../shared/model/account.ts'
import type { NumberRow } from '../../shared/model/number.ts'
import { buildStale } from '../host/build.ts'
import { accountDraft, numberQuery } from '../support/builders.ts'
import { type Linekeeper, openLinekeeper } from './support/linekeeper.ts'

/** Several pages of either provider. */
const many = 1_300

let folder: string
let carriers: DemoCarriers
beforeAll(async () => {
  await buildStale()
}, 120_000)
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'linekeeper-faults-'))
  carriers = await startDemoCarriers({ numbers: many })
})
afterEach(async () => {
  await carriers.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

const open = () => openLinekeeper(folder, { keystore: true })
const carrierOf = (api: ApiId) => (api === 'callfire-v2' ? carriers.callfireV2 : carriers.flowrouteV2)
const draftOf = (api: ApiId) => {
  const { callfireV2, flowrouteV2 } = carriers
  return api === 'callfire-v2'
    ? accountDraft(api, { address: callfireV2.url, login: callfireV2.login, secret: callfireV2.password })
    : accountDraft(api, { address: flowrouteV2.url, login: flowrouteV2.accessKey, secret: flowrouteV2.secretKey })
}
const ownedAt = (api: ApiId): readonly string[] => {
  const { callfireV2, flowrouteV2 } = carriers
  const numbers = api === 'callfire-v2' ? callfireV2.books.leases.numbers() : flowrouteV2.books.numbers()
  return numbers.map((number) => `+${number}`).toSorted()
}
const loseAt = (api: ApiId, number: string) => {
  const { callfireV2, flowrouteV2 } = carriers
  if (api === 'callfire-v2') callfireV2.books.leases.remove(number)
  else flowrouteV2.books.loseNumber(number)
}

/** All rows of the table, window by window, as the page reads them. */
async function rowsOf(app: Linekeeper): Promise<readonly NumberRow[]> {
  const rows: NumberRow[] = []
  for (;;) {
    const window = await app.ask('numbers.query', numberQuery({ offset: rows.length }))
    rows.push(...window.rows)
    if (rows.length >= window.total) return rows
  }
}

/** The carrier falls silent after so many requests of this sync, so that it stands still in the middle of it. */
const stillAfter = async (api: ApiId, requests: number, begin: () => Promise<unknown>) => {
  const { faults, server } = carrierOf(api)
  const before = server.requests.length
  faults.add({ after: requests, fault: { kind: 'silent', when: 'before' } })
  await begin()
  await expect.poll(() => server.requests.length, { timeout: 20_000 }).toBeGreaterThan(before + requests)
}

describe.each(apiIds)('Linekeeper killed while it reads %s', (api) => {
  it.each([1, 3, 6])(
    'for the first time, after %d answers: the next start goes on, no holes, no duplicates',
    async (answers) => {
      const app = await open()
      await stillAfter(api, answers, () => app.ask('accounts.add', draftOf(api)))
      await app.end('SIGKILL')
      carrierOf(api).faults.clear()
      const next = await open()
      expect((await next.ask('app.info', null)).notices).toEqual([])
      const [account] = await next.ask('accounts.list', null)
      expect(account).toMatchObject({ api, keys: { kind: 'ready', keeping: 'keystore' } })
      await next.paint()
      const done = await next.until(account?.id ?? '', ({ phase }) => phase === 'done' || phase === 'failed')
      expect(done).toMatchObject({ phase: 'done', failure: null, partFailures: [], found: many, gone: 0 })
      const rows = await rowsOf(next)
      expect(rows.map(({ number }) => number).toSorted()).toEqual(ownedAt(api))
      expect(rows.filter(({ rings, goneOn }) => rings.state === 'unread' || goneOn !== null)).toEqual([])
    },
  )

  it.each([1, 3])(
    'again, after %d answers: nothing is marked gone wrongly, then just what is gone',
    async (answers) => {
      const app = await open()
      const { id } = await app.ask('accounts.add', draftOf(api))
      await app.until(id, ({ phase }) => phase === 'done')
      const before = (await rowsOf(app)).map(({ number }) => number)
      const lost = ownedAt(api).slice(100, 120)
      for (const number of lost) loseAt(api, number.slice(1))
      await stillAfter(api, answers, () => app.ask('sync.start', { accountId: id }))
      await app.end('SIGKILL')
      carrierOf(api).faults.clear()
      const next = await open()
      const found = await rowsOf(next)
      expect(found.map(({ number }) => number)).toEqual(before)
      expect(found.filter(({ goneOn }) => goneOn !== null).every(({ number }) => lost.includes(number))).toBe(true)
      await next.paint()
      const done = await next.until(id, ({ phase }) => phase === 'done' || phase === 'failed')
      expect(done).toMatchObject({ phase: 'done', found: many - 20 })
      const rows = await rowsOf(next)
      expect(rows.map(({ number }) => number)).toEqual(before)
      expect(
        rows
          .filter(({ goneOn }) => goneOn !== null)
          .map(({ number }) => number)
          .toSorted(),
      ).toEqual(lost)
    },
  )
})
