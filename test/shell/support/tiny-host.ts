import { join } from 'node:path'
import { runHost } from '../../host/run.ts'

/** Runs the tiny main in the host: `node tiny-host.ts APP-FOLDER --data DIR [PORT]`. */
const [, , appFolder = '', , userData = '', port = '0'] = process.argv
const url = await runHost({ appFolder, main: join(import.meta.dirname, 'tiny-main.ts'), userData, port: Number(port) })
console.log(`Linekeeper: ${url}`)
