import { join } from 'node:path'
import { toStartArgs } from './args.ts'
import { createLive } from './live.ts'
import { runHost } from './run.ts'

/** The process that hot reload ends and starts again: built main, page from its sources. */
const root = join(import.meta.dirname, '..', '..')
const { dataFolder, port } = toStartArgs(process.argv.slice(2))
const key = process.env.LINEKEEPER_HOST_KEY

const main = join(root, 'out', 'main', 'main.js')
const url = await runHost({ appFolder: root, main, userData: dataFolder, port, live: createLive, ...(key && { key }) })
console.log(`Linekeeper: ${url}`)
