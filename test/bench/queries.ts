import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { makeBigData } from './big-data.ts'
import { type Figures, rounded, toFigure } from './figure.ts'
import { type Ground, tell } from './ground.ts'
import { measureQueries } from './query.ts'

const limit = { atMost: 16 }

/** What main needs to answer the list on the screen, beside SQLite asked for the same without any help. */
export async function measureAnswers(ground: Ground, numbers = 100_000): Promise<Figures> {
  const { folder } = await makeBigData(ground, numbers)
  tell(`queries: ${numbers} numbers, any sort, filter, offset and search`)
  const { windowP99Ms, searchP99Ms, countsP99Ms, ownWorkP99Ms, ...details } = await measureQueries(numbers)
  const plain = measurePlainSql(folder, numbers)
  return {
    'queries.window': toFigure({
      what: 'A window of 100 rows with any sort, filter and offset, 99th percentile',
      value: windowP99Ms,
      unit: 'ms',
      limit,
      reference: { what: 'one SQL statement with ORDER BY, LIMIT and OFFSET, 99th percentile', value: plain.windowMs },
      details: { ...details, ownWorkP99Ms: ownWorkP99Ms.window },
    }),
    'queries.search': toFigure({
      what: 'The same with a typed search, 99th percentile',
      value: searchP99Ms,
      unit: 'ms',
      limit,
      reference: { what: 'one SQL statement with LIKE, 99th percentile', value: plain.searchMs },
      details: { ownWorkP99Ms: ownWorkP99Ms.search },
    }),
    'queries.counts': toFigure({
      what: 'The counts of all filter chips for a typed search, 99th percentile',
      value: countsP99Ms,
      unit: 'ms',
      limit,
      reference: { what: 'one SQL statement with GROUP BY and LIKE, 99th percentile', value: plain.countsMs },
      details: { ownWorkP99Ms: ownWorkP99Ms.counts },
    }),
  }
}

const rounds = 40
const words = ['seattle', '206555', 'wa', 'tracks calls', '88']

function measurePlainSql(folder: string, numbers: number) {
  const sql = new DatabaseSync(join(folder, 'linekeeper.db'), { readOnly: true })
  const columns = 'n.id, n.number, t.display, t.place, t.rings, s.snapshot'
  const joined = 'numbers n JOIN number_texts t USING (id) JOIN number_said s USING (id)'
  const owned = 'n.gone_on IS NULL'
  const window = ['n.number', 't.place', 't.rings', 'n.ends', 'n.flags'].map((sort) =>
    sql.prepare(`SELECT ${columns} FROM ${joined} WHERE ${owned} ORDER BY ${sort}, n.number LIMIT 100 OFFSET ?`),
  )
  const search = sql.prepare(
    `SELECT ${columns} FROM ${joined} WHERE ${owned} AND t.search LIKE ? ORDER BY n.number LIMIT 100`,
  )
  const counts = sql.prepare(
    `SELECT n.account, n.flags, count(*) FROM numbers n JOIN number_texts t USING (id) WHERE ${owned} AND t.search LIKE ? GROUP BY 1, 2`,
  )
  const like = (at: number) => `%${words[at % words.length]}%`
  const figures = {
    windowMs: p99((at) => window[at % window.length]?.all((at * 7919) % numbers)),
    searchMs: p99((at) => search.all(like(at))),
    countsMs: p99((at) => counts.all(like(at))),
  }
  sql.close()
  return figures
}

function p99(ask: (at: number) => unknown): number {
  const times = Array.from({ length: rounds }, (_, at) => {
    const began = performance.now()
    ask(at)
    return performance.now() - began
  }).sort((a, b) => a - b)
  return rounded(times[Math.ceil(times.length * 0.99) - 1] ?? 0)
}
