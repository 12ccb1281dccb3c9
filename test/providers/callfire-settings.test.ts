import { describe, expect, it } from 'vitest'
import type { LeaseConfig } from '../../shared/model/lease-config.ts'
import type { NumberRouting, OwnedNumber } from '../../shared/model/number.ts'
import { fixture } from './support/fixtures.ts'
import { failureOf, never, pullAll } from './support/provider.ts'
import { callfire, type Replies, reply } from './support/replies.ts'

const number = '+12025550143'
const lease = '/numbers/leases/12025550143'
const config = '/numbers/leases/configs/12025550143'
const ok = { status: 200 }
const no = { status: 400, body: { httpStatusCode: 400, message: 'not for this number' } }
const fresh = { body: { number: '12025550143' } }
const leased = (change: object = {}) => ({ body: { ...(fixture('callfire-v2/lease.json') as object), ...change } })

const usual: Replies = {
  [`GET ${lease}`]: leased(),
  [`GET ${config}`]: fresh,
  [`PUT ${lease}`]: ok,
  [`PUT ${config}`]: ok,
}

type Was = { readonly snapshot?: Partial<OwnedNumber>; readonly config?: LeaseConfig | null }

async function restore(was: Was, replies: Replies = {}) {
  const made = await callfire({ ...usual, ...replies })
  const now = await made.provider.numbers.read(number, never).catch(() => null)
  const routing: NumberRouting | null = was.config ? { kind: 'config', config: was.config } : null
  const snapshot = { ...(now?.number ?? ({} as OwnedNumber)), calls: null, texts: null, labels: [], ...was.snapshot }
  const restoring = made.provider.settings?.restore(number, { snapshot, routing, routes: [] }, never)
  const sentences = (await restoring) ?? []
  const sent = made.asked.filter(({ method }) => method === 'PUT').map(({ path, body }) => [path, JSON.parse(body)])
  return { sentences, sent }
}

const configsAsDocumented = async () => {
  const { provider } = await callfire({ 'GET /numbers/leases/configs': reply('callfire-v2/configs.json') })
  return (await pullAll(provider.leaseConfigs?.pull)).items.map((one) => one.config)
}

describe('settings that are put back at CallFire', () => {
  it('are a tracking config, as CallFire writes it', async () => {
    const [, tracking] = await configsAsDocumented()
    const { sentences, sent } = await restore({ config: tracking ?? null })
    expect(sentences).toEqual([])
    expect(sent).toEqual([
      [
        config,
        {
          configType: 'TRACKING',
          callTrackingConfig: {
            transferNumbers: ['12025550170', '12025550171'],
            screen: true,
            recorded: false,
            introSoundId: 5001002003,
            voicemail: true,
            failedTransferSoundId: 5001002006,
            weeklySchedule: {
              startTimeOfDay: { hour: 9, minute: 0, second: 0 },
              stopTimeOfDay: { hour: 17, minute: 30, second: 0 },
              daysOfWeek: ['MONDAY', 'FEASTDAY'],
              timeZone: 'America/Denver',
            },
            googleAnalytics: { domain: 'shop.example', googleAccountId: 'UA-1234-5', category: 'Support' },
          },
        },
      ],
    ])
  })

  it('are a dialplan sign by sign, and where texts go', async () => {
    const [, , ivr] = await configsAsDocumented()
    expect((await restore({ config: ivr ?? null })).sent).toEqual([
      [
        config,
        {
          configType: 'IVR',
          ivrInboundConfig: { dialplanXml: '<dialplan name="Root"><hangup/></dialplan>' },
          textInboundConfig: { forwardEnabled: true, forwardNumber: '12025550180' },
        },
      ],
    ])
  })

  it('are texts alone of a number that had no call settings', async () => {
    const texts = { enabled: true, to: '+12025550180' }
    expect((await restore({ config: { kind: 'unconfigured', texts } })).sent).toEqual([
      [config, { textInboundConfig: { forwardEnabled: true, forwardNumber: '12025550180' } }],
    ])
  })

  it('are not sent when they are so already', async () => {
    const [, tracking] = await configsAsDocumented()
    const now = (fixture('callfire-v2/configs.json') as { items: readonly object[] }).items[1]
    const same = { [`GET ${config}`]: { body: { ...now, number: '12025550143' } } }
    const was = { config: tracking ?? null, snapshot: { calls: 'on', texts: 'off' } } as const
    expect(await restore(was, same)).toEqual({ sentences: [], sent: [] })
  })

  it('are the features, each apart', async () => {
    const was = { snapshot: { calls: 'off', texts: 'on' } } as const
    expect((await restore(was)).sent).toEqual([
      [lease, { callFeatureStatus: 'DISABLED' }],
      [lease, { textFeatureStatus: 'ENABLED' }],
    ])
  })

  it('are not features that CallFire only reports', async () => {
    expect((await restore({ snapshot: { calls: 'pending', texts: 'unsupported' } })).sent).toEqual([])
  })
})

describe('what cannot be put back at CallFire is told:', () => {
  it('a feature that the number does not support now', async () => {
    const replies = { [`GET ${lease}`]: leased({ textFeatureStatus: 'UNSUPPORTED' }) }
    const { sentences, sent } = await restore({ snapshot: { texts: 'on' } }, replies)
    expect([sentences, sent]).toEqual([['Texts were on, but this number does not support them now.'], []])
  })

  it('a part that CallFire refuses, in its words, and the other parts go on', async () => {
    const [, tracking] = await configsAsDocumented()
    const was = { config: tracking ?? null, snapshot: { calls: 'off' } } as const
    const { sentences, sent } = await restore(was, { [`PUT ${config}`]: no })
    expect(sentences).toEqual(['The call settings could not be put back. CallFire refused: not for this number.'])
    expect(sent.map(([path]) => path).toSorted()).toEqual([lease, config].toSorted())
  })

  it('labels', async () => {
    const { sentences } = await restore({ snapshot: { labels: ['shop', 'van', 'spring'] } })
    expect(sentences).toEqual(['CallFire takes labels on its own web site only. It had: van, spring.'])
  })

  it('settings of a kind that nobody knows', async () => {
    const { sentences, sent } = await restore({ config: { kind: 'other', word: 'HOLOGRAM', texts: null } })
    expect([sentences, sent]).toEqual([['Its settings are of a kind that Linekeeper does not know (HOLOGRAM).'], []])
  })

  it('that it had none, when it has some now', async () => {
    const ivr = { number: '12025550143', configType: 'IVR', ivrInboundConfig: { dialplanXml: '<dialplan/>' } }
    const { sentences, sent } = await restore(
      { config: { kind: 'unconfigured', texts: null } },
      { [`GET ${config}`]: { body: ivr } },
    )
    expect([sentences, sent]).toEqual([
      ['It had no call settings before; those that it has now were left as they are.'],
      [],
    ])
  })
})

describe('putting back at CallFire', () => {
  const was = { snapshot: { calls: 'off' } } as const

  it('stops when nobody answers, for that concerns all parts', async () => {
    const dead = (status: number) => ({ [`PUT ${lease}`]: { status, body: {} } })
    expect(await failureOf(restore(was, dead(504)))).toMatchObject({ kind: 'unsure' })
    expect(await failureOf(restore(was, dead(500)))).toMatchObject({ kind: 'broken' })
  })

  it('sends nothing for a number that the account does not hold', async () => {
    const gone = { status: 404, body: { httpStatusCode: 404, message: 'number lease' } }
    expect(await failureOf(restore(was, { [`GET ${lease}`]: gone }))).toMatchObject({ kind: 'notFound' })
  })
})
