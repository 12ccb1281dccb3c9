import { type DemoCarriers, startDemoCarriers } from '../../electron/demo/carriers.ts'
import { startDemo } from './demo.ts'
import { type Figures, median, toFigure } from './figure.ts'
import { type Ground, tell } from './ground.ts'

const many = 100_000
const few = 500

/** The demo carriers with 100,000 numbers: how soon they serve, and what a page costs them. */
export async function measureCarriers(ground: Ground, numbers = many): Promise<Figures> {
  tell('carriers: starts and pages of the demo carriers')
  const start = await timeOfStart(ground, numbers)
  const small = await timeOfStart(ground, few)
  const page = await timeOfPage(ground, numbers)
  const smallPage = await timeOfPage(ground, few)
  return {
    'carriers.start': toFigure({
      what: 'npm run demo from its start to its line, with 100,000 numbers',
      value: start,
      unit: 'ms',
      limit: { atMost: 3000 },
      reference: { what: `the same with ${few} numbers`, value: small },
    }),
    'carriers.page': toFigure({
      what: 'own time of the demo carriers for the largest page, median over lists and places',
      value: page,
      unit: 'ms',
      limit: { atMost: 5 },
      reference: { what: `the same with ${few} numbers`, value: smallPage },
    }),
  }
}

async function timeOfStart(ground: Ground, numbers: number): Promise<number> {
  const began = performance.now()
  const demo = await startDemo(ground, { numbers, latencyMs: 0 })
  const took = performance.now() - began
  await demo.stop()
  return took
}

async function timeOfPage(ground: Ground, numbers: number): Promise<number> {
  const demo = await startDemoCarriers({ numbers, seed: 1 })
  const stop = ground.onEnd(() => demo.close())
  for (const part of [0, 0.25, 0.5, 0.75, 0.9]) await readPages(demo, Math.floor((numbers * part) / 1000) * 1000)
  const requests = [...demo.callfireV2.server.requests, ...demo.flowrouteV2.server.requests]
  await stop()
  return median(requests.map(({ ownTimeMs }) => ownTimeMs))
}

async function readPages({ callfireV2, flowrouteV2 }: DemoCarriers, offset: number): Promise<void> {
  const basic = (login: string, secret: string) => `Basic ${Buffer.from(`${login}:${secret}`).toString('base64')}`
  const callfire = basic(callfireV2.login, callfireV2.password)
  const flowroute = basic(flowrouteV2.accessKey, flowrouteV2.secretKey)
  const pages = [
    [`${callfireV2.url}/numbers/leases?limit=1000&offset=${offset}`, callfire],
    [`${callfireV2.url}/numbers/leases/configs?limit=1000&offset=${offset}`, callfire],
    [`${flowrouteV2.url}/v2/numbers?limit=200&offset=${offset}`, flowroute],
  ] as const
  for (const [address, authorization] of pages) {
    const response = await fetch(address, { headers: { authorization } })
    if (!response.ok) throw new Error(`The demo carriers answered ${response.status} to ${new URL(address).pathname}.`)
    await response.arrayBuffer()
  }
}
