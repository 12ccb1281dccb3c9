import { DatabaseSync } from 'node:sqlite'
import { project } from '../../electron/core/inventory/project.ts'
import { openStorage } from '../../electron/storage/open-storage.ts'
import { isFailure } from '../../shared/failure.ts'
import { numberQuery, ownedNumbers } from '../support/builders.ts'

/** A process of its own that uses a data folder and can be killed: `node storage-child.ts save|look|hold FOLDER`. */
const [, , what = '', folder = ''] = process.argv

const tell = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`)
const open = () => openStorage({ folder, project, now: Date.now, log: () => undefined })

/** Goes on until it is killed. */
async function save(): Promise<void> {
  const storage = open()
  const { run } = storage.sync.begin('bakery', Date.now())
  for (let from = 0; ; from += 100) {
    storage.numbers.saveNumbers(run, ownedNumbers(100, from))
    tell(from + 100)
    await new Promise(setImmediate)
  }
}

function look(): void {
  const storage = open()
  const attempt = (work: () => unknown) => {
    try {
      work()
      return null
    } catch (error) {
      if (isFailure(error)) return error.failure
      throw error
    }
  }
  tell({
    notices: storage.notices,
    total: storage.numbers.query(numberQuery()).total,
    failure: attempt(() => storage.sync.begin('bakery', Date.now())),
  })
  storage.close()
}

function hold(): void {
  const sql = new DatabaseSync(`${folder}/linekeeper.db`)
  sql.exec('BEGIN IMMEDIATE')
  tell('held')
  setInterval(() => sql.isOpen, 60_000)
}

if (what === 'save') await save()
else if (what === 'look') look()
else hold()
