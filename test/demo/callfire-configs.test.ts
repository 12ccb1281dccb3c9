import { describe, expect, it } from 'vitest'
import { isDialplan } from '../../electron/demo/callfire-v2/dialplans.ts'
import type { NumberConfig } from '../../electron/demo/callfire-v2/documents.ts'
import { type Desk, openDesk } from './callfire-desk.ts'

const allConfigs = async (desk: Desk): Promise<readonly NumberConfig[]> =>
  (await desk.get('/numbers/leases/configs?limit=1000')).json.items

const tracking = {
  transferNumbers: ['12025550170', '12025550171'],
  screen: true,
  recorded: true,
  voicemail: true,
  introSoundId: 5001002003,
  whisperSoundId: 5001002004,
  voicemailSoundId: 5001002005,
  failedTransferSoundId: 5001002006,
  weeklySchedule: {
    startTimeOfDay: { hour: 9, minute: 0, second: 0 },
    stopTimeOfDay: { hour: 17, minute: 30, second: 0 },
    daysOfWeek: ['MONDAY', 'WEDNESDAY'],
    timeZone: 'America/Denver',
  },
  googleAnalytics: { domain: 'shop.example', googleAccountId: 'UA-1234-5', category: 'Support' },
}

describe('lease configurations', () => {
  it('come for every lease, in the same order, a number that was never set up with its number alone', async () => {
    await using desk = await openDesk(200)
    const configs = await allConfigs(desk)
    expect(configs.map(({ number }) => number)).toEqual(desk.books.leases.numbers())
    const untouched = configs.filter(({ configType }) => configType === undefined)
    expect(untouched.length).toBeGreaterThan(20)
    for (const config of untouched) expect(Object.keys(config)).toEqual(['number'])
  })

  it('are of every kind', async () => {
    await using desk = await openDesk(300)
    const configs = await allConfigs(desk)
    const trackings = configs.flatMap(({ callTrackingConfig }) => callTrackingConfig ?? [])
    const has = (test: (config: (typeof trackings)[number]) => boolean) => expect(trackings.some(test)).toBe(true)
    has(({ transferNumbers }) => transferNumbers?.length === 1)
    has(({ transferNumbers }) => (transferNumbers?.length ?? 0) > 1)
    has(({ recorded, introSoundId }) => Boolean(recorded && introSoundId))
    has(({ recorded, introSoundId }) => Boolean(recorded && !introSoundId))
    has(({ weeklySchedule }) => weeklySchedule === undefined)
    has(({ googleAnalytics }) => googleAnalytics !== undefined)
    expect(new Set(trackings.flatMap((one) => one.weeklySchedule?.timeZone ?? [])).size).toBeGreaterThan(2)
    const plans = configs.flatMap(({ ivrInboundConfig }) => ivrInboundConfig?.dialplanXml ?? [])
    expect(plans.length).toBeGreaterThan(20)
    for (const plan of plans) expect(isDialplan(plan)).toBe(true)
    expect(plans.some((plan) => plan.includes('<menu') && plan.includes('<keypress pressed="default">'))).toBe(true)
    expect(configs.some(({ textInboundConfig }) => textInboundConfig?.forwardNumber)).toBe(true)
  })

  it('are filtered like leases and read one by one', async () => {
    await using desk = await openDesk(200)
    const { json } = await desk.get('/numbers/leases?limit=1000&labelName=Van')
    const configs = await desk.get('/numbers/leases/configs?limit=1000&labelName=Van')
    const numbersOf = (rows: readonly { number: string }[]) => rows.map(({ number }) => number)
    expect(numbersOf(configs.json.items)).toEqual(numbersOf(json.items))
    const [first] = await allConfigs(desk)
    expect((await desk.get(`/numbers/leases/configs/${first?.number}`)).json).toEqual(first)
    expect((await desk.get('/numbers/leases/configs/12025550143')).status).toBe(404)
  })

  it('are replaced as a whole, seen by the next read, answered 200 without a body', async () => {
    await using desk = await openDesk(20)
    const [number] = desk.books.leases.numbers()
    const path = `/numbers/leases/configs/${number}`
    const answer = await desk.send('PUT', path, { number, configType: 'TRACKING', callTrackingConfig: tracking })
    expect([answer.status, answer.text]).toEqual([200, ''])
    const { json } = await desk.get(path)
    expect(json.callTrackingConfig).toEqual(tracking)
    const short = { configType: 'TRACKING', callTrackingConfig: { transferNumbers: ['12025550199'], screen: 'false' } }
    await desk.send('PUT', path, short)
    expect((await desk.get(path)).json.callTrackingConfig).toEqual({ transferNumbers: ['12025550199'], screen: false })
    const dialplanXml = '<dialplan name="Root"><hangup/></dialplan>'
    await desk.send('PUT', path, { configType: 'IVR', ivrInboundConfig: { dialplanXml } })
    const ivr = (await desk.get(path)).json
    expect(ivr).toMatchObject({ number, configType: 'IVR', ivrInboundConfig: { dialplanXml } })
    expect(ivr).not.toHaveProperty('callTrackingConfig')
  })

  it('keep text forwarding beside the kind of call handling', async () => {
    await using desk = await openDesk(20)
    const number = (await allConfigs(desk)).find(({ configType }) => configType === undefined)?.number
    const path = `/numbers/leases/configs/${number}`
    const textInboundConfig = { forwardEnabled: true, forwardNumber: '12025550180' }
    await desk.send('PUT', path, { textInboundConfig })
    expect((await desk.get(path)).json).toEqual({ number, textInboundConfig })
    await desk.send('PUT', path, { configType: 'TRACKING', callTrackingConfig: { transferNumbers: ['12025550170'] } })
    expect((await desk.get(path)).json).toMatchObject({ configType: 'TRACKING', textInboundConfig })
    expect((await desk.send('PUT', path, (await desk.get(path)).json)).status).toBe(200)
  })

  it.each([
    ['a kind without its part', { configType: 'TRACKING' }],
    ['an IVR without its part', { configType: 'IVR', callTrackingConfig: tracking }],
    ['a part without a kind', { callTrackingConfig: tracking }],
    ['an unknown kind', { configType: 'FAX', callTrackingConfig: tracking }],
    ['an hour that does not exist', { weeklySchedule: { startTimeOfDay: { hour: 24, minute: 0, second: 0 } } }],
    ['a day that does not exist', { weeklySchedule: { daysOfWeek: ['FUNDAY'] } }],
    ['a zone that does not exist', { weeklySchedule: { timeZone: 'Mars/Olympus' } }],
    ['a target that is no number', { transferNumbers: ['call me'] }],
    [
      'XML that is not well-formed',
      { configType: 'IVR', ivrInboundConfig: { dialplanXml: '<dialplan><play></dialplan>' } },
    ],
    ['XML of another kind', { configType: 'IVR', ivrInboundConfig: { dialplanXml: '<html></html>' } }],
    ['XML with two roots', { configType: 'IVR', ivrInboundConfig: { dialplanXml: '<dialplan/><dialplan/>' } }],
  ])('refuse %s', async (_what, body) => {
    await using desk = await openDesk(20)
    const [number] = desk.books.leases.numbers()
    const path = `/numbers/leases/configs/${number}`
    const before = await desk.get(path)
    const isPart = !('configType' in body) && !('callTrackingConfig' in body)
    const sent = isPart ? { configType: 'TRACKING', callTrackingConfig: body } : body
    expect((await desk.send('PUT', path, sent)).status).toBe(400)
    expect((await desk.get(path)).json).toEqual(before.json)
  })

  it('change through the books as if somebody did it on the web site', async () => {
    await using desk = await openDesk(20)
    const [number = ''] = desk.books.leases.numbers()
    desk.books.configs.replace(number, { configType: 'TRACKING', callTrackingConfig: { transferNumbers: ['1999'] } })
    expect((await desk.get(`/numbers/leases/configs/${number}`)).json.callTrackingConfig.transferNumbers).toEqual([
      '1999',
    ])
  })
})
