import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { numberQuery } from '../support/builders.ts'
import { settle } from '../support/clock.ts'
import type { World } from '../support/world.ts'
import { stocked } from './support/holding.ts'

let world: World
afterEach(() => world.close())

it('accounts that a damaged settings file no longer names keep their rows, at every start', async () => {
  const all = await stocked('callfire-v2')
  world = all.world
  await world.app.stop()
  const file = join(world.folder, 'settings.json')
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), accounts: [], keys: {} }))
  for (const _start of [1, 2]) {
    await world.restart()
    world.app.start()
    await settle()
    const { rows } = await world.ask('numbers.query', numberQuery())
    expect(rows.map(({ number }) => number)).toEqual(all.before.numbers.map(({ number }) => number))
  }
})
