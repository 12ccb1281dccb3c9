import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { project } from '../../electron/core/inventory/project.ts'
import { openStorage } from '../../electron/storage/open-storage.ts'
import { moved, purchase } from '../storage/purchases.ts'
import { Ground } from './ground.ts'

/**
 * How many commits SQLite's own log holds since it was begun anew: the last frame of each says how large the file is then.
 * https://www.sqlite.org/fileformat2.html#the_write_ahead_log
 */
function commitsIn(folder: string): number {
  const log = readFileSync(join(folder, 'linekeeper.db-wal'))
  const [header, frameHeader, pageSize] = [32, 24, log.readUInt32BE(8)]
  const salt = log.subarray(16, 24)
  let commits = 0
  for (let at = header; at + frameHeader + pageSize <= log.length; at += frameHeader + pageSize) {
    // What an earlier log left behind has another salt.
    if (!log.subarray(at + 8, at + 16).equals(salt)) break
    if (log.readUInt32BE(at + 4) > 0) commits += 1
  }
  return commits
}

it('counts each write of a purchase once, and each is one commit in the log of SQLite', () => {
  const ground = new Ground()
  onTestFinished(() => ground.end())
  const folder = ground.folder()
  let writes = 0
  const onDurableWrite = () => {
    writes += 1
  }
  const storage = openStorage({ folder, project, now: Date.now, log: () => undefined, onDurableWrite })
  ground.onEnd(() => storage.close())
  const { orders } = storage
  orders.begin(purchase('p1', ['+12065550143', '+12065550144']))
  const before = { writes, commits: commitsIn(folder) }
  orders.begin(purchase('p2', ['+12065550145', '+12065550146']))
  expect({ writes, commits: commitsIn(folder) }).toEqual({ writes: before.writes + 1, commits: before.commits + 1 })
  orders.change('p2', moved('sending'))
  orders.change('p2', moved('checking'))
  expect({ writes, commits: commitsIn(folder) }).toEqual({ writes: before.writes + 3, commits: before.commits + 3 })
  expect(before.writes).toBe(1)
})
