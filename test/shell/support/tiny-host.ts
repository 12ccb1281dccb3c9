import { join } from 'node:path'
import { runHost } from '../../host/run.ts'

/** Runs the tiny main in the host: `node tiny-host.ts APP-FOLDER --data DIR`. */
const [, , appFolder = '', , userData = ''] = process.argv
const url = await runHost({ appFolder, main: join(import.meta.dirname, 'tiny-main.ts'), userData, port: 0 })
console.log(`Linekeeper: ${url}`)
