import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Sources } from './support/architecture/imports.ts'
import { limits } from './support/architecture/table.ts'
import { brokenWalls, circles, tooLong } from './support/architecture/walls.ts'

const root = join(import.meta.dirname, '..')
const folders = ['shared', 'electron', 'renderer', 'test']

function readSources(endings: RegExp): Sources {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  return new Map(
    files
      .filter((file) => endings.test(file))
      .map((file) => [file.split(sep).join('/'), readFileSync(join(root, file), 'utf8')]),
  )
}

const code = readSources(/\.(ts|tsx)$/)
const product: Sources = new Map([...code].filter(([file]) => !file.startsWith('test/')))

describe('the walls', () => {
  it('stand: no file imports what the table does not allow', () => {
    expect(code.size).toBeGreaterThan(20)
    expect(brokenWalls(code)).toEqual([])
  })

  it('have no circles', () => {
    expect(circles(product)).toEqual([])
  })

  it('keep every file short', () => {
    expect(tooLong(readSources(/\.(ts|tsx|css)$/))).toEqual([])
  })

  it('leave functions to Biome, with our limit, for all but the tests', () => {
    const biome = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'))
    expect(biome.linter.rules.complexity.noExcessiveLinesPerFunction).toMatchObject({
      level: 'error',
      options: { maxLines: limits.linesAFunction },
    })
    const loosened = biome.overrides.filter((override: { linter?: { rules?: { complexity?: unknown } } }) =>
      Boolean(override.linter?.rules?.complexity),
    )
    expect(loosened.map((override: { includes: string[] }) => override.includes)).toEqual([['test/**']])
  })
})

/** Each line breaks one wall; a check that lets one pass is no check. */
const breaches: readonly (readonly [string, string])[] = [
  ['shared/phone.ts', "import { readFileSync } from 'node:fs'"],
  ['shared/model/x.ts', "import { createApp } from '../../electron/core/app.ts'"],
  ['electron/core/app.ts', "import { z } from 'zod'"],
  ['electron/core/app.ts', "import { setTimeout } from 'node:timers/promises'"],
  ['electron/core/sync/x.ts', "import type { Wire } from '../../providers/callfire-v2/wire.ts'"],
  ['electron/providers/callfire-v2/x.ts', "import { toRoute } from '../flowroute-v2/routes.ts'"],
  ['electron/providers/callfire-v2/x.ts', "import ky from 'ky'"],
  ['electron/providers/flowroute-v2/x.ts', "import { openStorage } from '../../storage/database.ts'"],
  ['electron/providers/paging.ts', "import PQueue from 'p-queue'"],
  ['electron/storage/x.ts', "import { createHttp } from '../providers/http.ts'"],
  ['electron/storage/x.ts', "import { app } from 'electron'"],
  ['electron/storage/x.ts', "import { createApp } from '../core/app.ts'"],
  ['electron/shell/x.ts', "import { openStorage } from '../storage/database.ts'"],
  ['electron/shell/x.ts', "import ky from 'ky'"],
  ['electron/demo/x.ts', "import { project } from '../core/inventory/project.ts'"],
  ['electron/preload.ts', "import { contract } from '../shared/contract.ts'"],
  ['electron/preload.ts', "import { readFileSync } from 'node:fs'"],
  ['electron/start.ts', "import { App } from '../renderer/app.tsx'"],
  ['renderer/ui/x.tsx', "import { useStore } from 'zustand'"],
  ['renderer/ui/x.tsx', "import { createNumbersStore } from '../stores/numbers.ts'"],
  ['renderer/stores/numbers.ts', "import { createSyncStore } from './sync.ts'"],
  ['renderer/stores/numbers.ts', "import { useState } from 'react'"],
  ['renderer/screens/numbers/x.tsx', "import { AccountList } from '../settings/accounts.tsx'"],
  ['renderer/screens/numbers/x.tsx', "import { createStore } from 'zustand/vanilla'"],
  ['renderer/words.ts', "import { app } from 'electron'"],
  ['renderer/main.tsx', "import { readFileSync } from 'node:fs'"],
  ['elsewhere/x.ts', ''],
]

describe('a breach is seen', () => {
  it.each(breaches)('%s: %s', (file, source) => {
    expect(brokenWalls(new Map([[file, source]]))).toHaveLength(1)
  })

  it('also in export-from, dynamic import, require and imports over several lines', () => {
    const sources = [
      "export { x } from 'electron'",
      "const x = await import('electron')",
      "const x = require('electron')",
      "import {\n  app,\n} from 'electron'",
    ]
    for (const source of sources) expect(brokenWalls(new Map([['electron/core/x.ts', source]]))).toHaveLength(1)
  })

  it('a circle and a long file', () => {
    const sources = new Map([
      ['shared/a.ts', "import { b } from './b.ts'"],
      ['shared/b.ts', "import type { A } from './a.ts'"],
    ])
    expect(circles(sources)).toEqual(['shared/a.ts -> shared/b.ts -> shared/a.ts'])
    expect(tooLong(new Map([['shared/a.ts', 'x\n'.repeat(limits.linesAFile + 1)]]))).toEqual([
      'shared/a.ts has 251 lines',
    ])
  })
})
