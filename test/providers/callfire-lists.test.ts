import { describe, expect, it } from 'vitest'
import { textOf } from './support/fixtures.ts'
import { collect, failureOf, never, pullAll } from './support/provider.ts'
import { callfire, reply } from './support/replies.ts'

describe('CallFire lease configs', () => {
  const read = async () => {
    const { provider } = await callfire({ 'GET /numbers/leases/configs': reply('callfire-v2/configs.json') })
    return pullAll(provider.leaseConfigs?.pull)
  }

  it('of a number that was never configured hold only the number', async () => {
    expect((await read()).items[0]).toEqual({ number: '+12025550143', config: { kind: 'unconfigured', texts: null } })
  })

  it('tell who rings, when, and what is played', async () => {
    expect((await read()).items[1]?.config).toEqual({
      kind: 'tracking',
      tracking: {
        transferNumbers: ['+12025550170', '+12025550171'],
        screen: true,
        recorded: false,
        introSoundId: 5001002003,
        whisperSoundId: null,
        voicemail: true,
        voicemailSoundId: null,
        failedTransferSoundId: 5001002006,
        weeklySchedule: {
          start: { hour: 9, minute: 0, second: 0 },
          stop: { hour: 17, minute: 30, second: 0 },
          days: ['MONDAY', 'FEASTDAY'],
          timeZone: 'America/Denver',
        },
        googleAnalytics: { domain: 'shop.example', accountId: 'UA-1234-5', category: 'Support' },
      },
      texts: null,
    })
  })

  it('keep a dialplan as it came, and where texts go', async () => {
    expect((await read()).items[2]?.config).toEqual({
      kind: 'ivr',
      dialplanXml: '<dialplan name="Root"><hangup/></dialplan>',
      texts: { enabled: true, to: '+12025550180' },
    })
  })

  it('keep a type that we do not know, and never call a configured number unconfigured', async () => {
    const { items, odd } = await read()
    expect(items[3]?.config).toMatchObject({ kind: 'other', word: 'HOLOGRAM' })
    expect(items[4]?.config).toMatchObject({ kind: 'tracking', tracking: { transferNumbers: ['+12025550170'] } })
    expect(items[5]?.config).toMatchObject({
      tracking: { weeklySchedule: { timeZone: null, stop: { hour: 17, minute: 0 } } },
    })
    expect(odd.map(({ place }) => place.replace('callfire-v2 GET /numbers/leases/configs items', ''))).toEqual([
      '[4].configType: expected string',
      '[5].callTrackingConfig.weeklySchedule.timeZone: expected string',
      '[6].ivrInboundConfig.dialplanXml: expected string',
      '[7].callTrackingConfig: expected object',
    ])
    expect(odd.every(({ kept }) => kept)).toBe(true)
  })
})

describe('CallFire keywords', () => {
  it('are read even where they break the rules for new ones', async () => {
    const { provider } = await callfire({ 'GET /keywords/leases': reply('callfire-v2/keyword-leases.json') })
    const { items, odd } = await pullAll(provider.keywords?.pull)
    expect(items).toMatchObject([
      {
        keyword: 'CF',
        shortCode: '67076',
        number: null,
        state: 'active',
        labels: ['club'],
        lease: { end: '2025-12-01' },
      },
      { keyword: 'TEST_KEYWORD', shortCode: null, number: '67076', state: 'pending' },
      { keyword: 'SUN', number: '+12025550143', state: 'released', lease: { begin: null, end: null, autoRenew: null } },
    ])
    expect(odd).toEqual([{ place: 'callfire-v2 GET /keywords/leases items[3].keyword: expected string', kept: false }])
  })
})

describe('CallFire do-not-contact entries', () => {
  it('say what is blocked; one without a word about it counts as blocked and is reported', async () => {
    const { provider } = await callfire({ 'GET /contacts/dncs': reply('callfire-v2/dncs.json') })
    const { items, odd } = await pullAll(provider.doNotContact?.pull)
    expect(items[0]).toEqual({
      number: '+12025550160',
      calls: true,
      texts: false,
      inboundCalls: false,
      inboundTexts: true,
      source: 'spring opt-outs',
      campaignId: 4050600,
      created: 1761980400000,
    })
    expect(items.slice(1)).toMatchObject([
      { calls: false, texts: false },
      { calls: true, texts: true, source: null },
      { source: 'WebUI' },
    ])
    expect(odd.map(({ place }) => place.split('items')[1])).toEqual([
      '[2].call: expected boolean, taken as blocked',
      '[2].text: expected boolean, taken as blocked',
    ])
  })
})

describe('CallFire orders', () => {
  it('are told in our words, with what was really obtained', async () => {
    const { provider } = await callfire({ 'GET /orders': reply('callfire-v2/orders.json') })
    const { items, odd } = await pullAll(provider.orders?.pull)
    expect(items).toMatchObject([
      {
        id: '6001002003',
        state: 'finished',
        created: 1761980400000,
        total: { amount: '3' },
        local: { ordered: 3, unitCost: { amount: '1.5' }, fulfilled: ['+12025550143', '+12025550144'] },
        tollFree: null,
        keywords: null,
      },
      { id: '9526143003', state: 'waiting', local: null, total: null },
      { state: 'failed', said: 'PAYMENT_ERROR', total: { amount: '2.17' }, tollFree: { ordered: 1, fulfilled: [] } },
      { state: 'running', keywords: { ordered: 1, fulfilled: ['SUN'] } },
      { state: 'unknown', said: 'ON_THE_MOON' },
    ])
    expect(odd).toMatchObject([{ kept: false }])
  })

  it('that an older account does not have are a failure of that list alone', async () => {
    const { provider } = await callfire({ 'GET /numbers/leases': reply('callfire-v2/leases.json') })
    expect(await failureOf(pullAll(provider.orders?.pull))).toMatchObject({ kind: 'notFound' })
    expect((await pullAll(provider.numbers.pull)).items).toHaveLength(3)
  })
})

describe('CallFire regions', () => {
  it('are read by their filters', async () => {
    const { provider, asked } = await callfire({ 'GET /numbers/regions': reply('callfire-v2/regions.json') })
    const regions = provider.market?.regions?.({ state: 'DC', city: 'WASHINGTON' }, never)
    if (regions === undefined) throw new Error('no regions')
    const { items } = await collect(regions)
    expect(items).toMatchObject([
      { prefix: '1202555', latitude: 38.9, timeZone: 'America/New_York' },
      { state: 'ON', country: 'CA', latitude: null },
      { city: null },
    ])
    expect(asked[0]?.query.toString()).toBe('state=DC&city=WASHINGTON&offset=0&limit=1000')
  })

  it('are asked for by how a city begins and by an area code, as CallFire writes them', async () => {
    const { provider, asked } = await callfire({ 'GET /numbers/regions': reply('callfire-v2/regions.json') })
    const regions = provider.market?.regions?.({ cityStarts: 'Wash', prefix: '202' }, never)
    if (regions === undefined) throw new Error('no regions')
    await collect(regions)
    expect(asked[0]?.query.toString()).toBe('cityPrefix=WASH&prefix=1202&offset=0&limit=1000')
  })
})

describe('CallFire billing', () => {
  const replies = {
    'GET /me/billing/plan-usage': reply('callfire-v2/plan-usage.json'),
    'GET /me/billing/credit-usage': reply('callfire-v2/credit-usage.json'),
  }

  it('tells what is left, and what was used in the same month', async () => {
    const { provider, asked } = await callfire(replies)
    expect(await provider.billing?.read(never)).toEqual({
      from: 1761980400000,
      until: 1764576000000,
      planCredits: '300',
      payAsYouGoCredits: '9.68',
      totalCredits: '310',
      creditsUsed: '66.86',
      textsSent: 45,
      callMinutes: 120,
    })
    expect(asked[1]?.query.toString()).toBe('intervalBegin=1761980400000&intervalEnd=1764576000000')
  })

  it('still tells what is left when the use may not be read', async () => {
    const { provider } = await callfire({
      ...replies,
      'GET /me/billing/credit-usage': reply('callfire-v2/error-text-code.json', 403),
    })
    expect(await provider.billing?.read(never)).toMatchObject({
      totalCredits: '310',
      creditsUsed: null,
      textsSent: null,
    })
  })
})

describe('CallFire refusals', () => {
  it.each([
    ['callfire-v2/error-int-code.json', 'unavailable numbers: 12132212289'],
    ['callfire-v2/error-text-code.json', 'user does not have permission'],
  ])('are told in its own words, whatever type its code has (%s)', async (name, said) => {
    const { provider } = await callfire({ 'GET /numbers/leases': reply(name, 400) })
    expect(await failureOf(pullAll(provider.numbers.pull))).toMatchObject({ kind: 'refused', said })
  })

  it('may be plain text', async () => {
    const body = textOf('callfire-v2/error-plain.txt')
    const { provider } = await callfire({
      'GET /orders': { status: 404, headers: { 'content-type': 'text/plain' }, body },
    })
    expect(await failureOf(pullAll(provider.orders?.pull))).toMatchObject({
      kind: 'notFound',
      said: 'order was not found',
    })
  })
})
