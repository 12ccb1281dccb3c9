import type { RestorePoint } from '../../shared/model/lease.ts'
import type { RestoreStore } from '../core/ports.ts'
import type { Database } from './database.ts'

/** Settings as they were before a number was given up; on the disk when `save` returns. */
export function createRestorePoints(db: Database): RestoreStore {
  const save = db.prepare(
    'INSERT OR REPLACE INTO restore_points (id, account_id, number, taken_at, said) VALUES (?, ?, ?, ?, ?)',
  )
  const byNumber = db.prepare('SELECT said FROM restore_points WHERE number = ? ORDER BY taken_at DESC, rowid DESC')
  const byId = db.prepare('SELECT said FROM restore_points WHERE id = ?')
  // Our own writing, below.
  const toPoint = ({ said }: Readonly<Record<string, unknown>>) => JSON.parse(String(said)) as RestorePoint
  return {
    save(point) {
      const { id, accountId, number, takenAt } = point
      db.writeDurably(() => save.run(id, accountId, number, takenAt, JSON.stringify(point)))
    },
    of: (number) => db.read(() => byNumber.all(number)).map(toPoint),
    get(pointId) {
      const row = db.read(() => byId.get(pointId))
      return row === undefined ? null : toPoint(row)
    },
  }
}
