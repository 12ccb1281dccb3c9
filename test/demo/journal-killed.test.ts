import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { startDemoCarriers } from '../../electron/demo/carriers.ts'
import { askBoth, flowrouteOffer, journalPath, linesOf, offers } from './kept-carriers.ts'

describe('carriers that are killed', () => {
  it('know a purchase whose answer was never sent', async () => {
    const journal = journalPath()
    const main = join(import.meta.dirname, '../../electron/demo/main.ts')
    const silent = ['--fault', 'silent-after@POST /v2/numbers/*', '--fault', 'silent-after@POST /v2/orders/*']
    const child = spawn(process.execPath, [main, '--numbers', '5', '--journal', journal, ...silent])
    const [line] = await once(createInterface(child.stdout), 'line')
    const both = askBoth(JSON.parse(String(line)))
    const [number] = await offers(both, 1)
    const other = await flowrouteOffer(both)
    const lost = [
      both.callfire('POST', '/orders/numbers', { numbers: [number] }),
      both.flowroute('POST', `/v2/numbers/${other}`),
    ].map((answer) => expect(answer).rejects.toThrow())
    await expect.poll(() => linesOf(journal).length).toBe(3)
    child.kill('SIGKILL')
    await Promise.all([...lost, once(child, 'exit')])
    const again = await startDemoCarriers({ numbers: 5, journal })
    const { callfire, flowroute } = askBoth(again)
    expect((await flowroute('GET', `/v2/numbers/${other}`)).status).toBe(200)
    for (let read = 0; read < 3; read += 1) await callfire('GET', '/orders?limit=1')
    expect((await callfire('GET', `/numbers/leases/${number}`)).status).toBe(200)
    await again.close()
  })
})
