import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Counts, e2eCounts, total, unitCounts } from './counts.ts'

/** `node count.ts EXIT-CODE`: the closing line of a run of all tests, from what the runners wrote down. */
const root = join(import.meta.dirname, '../..')

const read = (file: string, count: (report: unknown) => Counts): Counts | null =>
  existsSync(join(root, file)) ? count(JSON.parse(readFileSync(join(root, file), 'utf8'))) : null

const reports = [read('test-results/unit.json', unitCounts), read('test-results/e2e.json', e2eCounts)]
const { passed, failed } = total(reports, Number(process.argv[2] ?? 0))
console.log(`${passed} passed, ${failed} failed`)
