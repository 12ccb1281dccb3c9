import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { migrate, migrations } from '../../electron/storage/migrations/migrations.ts'

describe('migrations', () => {
  it('run once, in order, each with a copy of what was there before', () => {
    const sql = new DatabaseSync(':memory:')
    const copies: unknown[] = []
    const copy = () => copies.push(sql.prepare('PRAGMA user_version').get()?.user_version)
    migrate(sql, ['CREATE TABLE a (x TEXT) STRICT'], copy)
    migrate(sql, ['never run again', 'CREATE TABLE b (x TEXT) STRICT', 'CREATE TABLE c (x TEXT) STRICT'], copy)
    expect(copies).toEqual([1, 2])
    expect(
      sql
        .prepare('SELECT name FROM sqlite_schema ORDER BY name')
        .all()
        .map(({ name }) => name),
    ).toEqual(['a', 'b', 'c'])
  })

  it('that fail leave the file as it was', () => {
    const sql = new DatabaseSync(':memory:')
    expect(() =>
      migrate(sql, ['CREATE TABLE a (x TEXT) STRICT', 'CREATE TABLE b (x TEXT) STRICT; nonsense'], () => undefined),
    ).toThrow()
    expect(sql.prepare('PRAGMA user_version').get()?.user_version).toBe(1)
    expect(sql.prepare('SELECT name FROM sqlite_schema').all()).toHaveLength(1)
  })

  it('make strict tables only', () => {
    const sql = new DatabaseSync(':memory:')
    migrate(sql, migrations, () => undefined)
    const loose = sql
      .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'")
      .all()
    expect(loose).toEqual([])
  })
})
