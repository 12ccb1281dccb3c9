import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failureSentence } from '../../renderer/words.ts'
import type { ApiId } from '../../shared/model/account.ts'
import { numberQuery } from '../support/builders.ts'
import { expectNothingLost, plain, type Stocked, sentenceFor, stocked } from './support/holding.ts'

const api: ApiId = 'flowroute-v2'
let all: Stocked
beforeEach(async () => {
  all = await stocked(api)
})
afterEach(() => all.world.close())

/** Asks for it in the three places where an address can be typed. */
async function refusalsOf(address: string): Promise<readonly string[]> {
  const { world, id } = all
  const { login, secret } = world.draft(api)
  const failures = [
    await world.refusal('accounts.test', { api, address, login, secret }),
    await world.refusal('accounts.add', world.draft(api, { name: 'Second', address })),
    await world.refusal('accounts.change', { accountId: id, address }),
  ]
  for (const failure of failures) expect(failure).toMatchObject({ kind: 'invalid', field: 'address' })
  return failures.map((failure) => failureSentence(failure, 'Flowroute'))
}

const refused: readonly (readonly [address: string, sentence: RegExp])[] = [
  ['http://api.flowroute.com', /is not encrypted, so your keys could be read on the way\. Use one that begins with/],
  ['http://192.168.0.10', /is not encrypted/],
  ['http://localhost.example.com', /is not encrypted/],
  ['http://127.0.0.1.example.com', /is not encrypted/],
  ['ftp://api.flowroute.com', /is no https address/],
  ['file:///etc/passwd', /is no https address/],
  ['javascript:alert(1)', /is not a web address/],
  ['api.flowroute.com', /is not a web address\. Write it in full/],
  ['flowroute', /is not a web address/],
  ['https://', /is not a web address/],
  ['https://api.flowroute.com /v2', /is not a web address/],
  ['https://me:c4nary-secret@api.flowroute.com', /Take the login and password out of the address/],
  ['https://api.flowroute.com/?key=c4nary-secret', /End the address before/],
]

describe('an address', () => {
  it.each(refused)('%s is refused wherever it is typed, and nothing is asked or changed', async (address, sentence) => {
    const { world, id, before } = all
    const asked = world.carriers.flowrouteV2.server.requests.length
    for (const said of await refusalsOf(address)) {
      expect(plain(said)).toMatch(sentence)
      expect(said).not.toContain('c4nary')
    }
    expect(world.carriers.flowrouteV2.server.requests).toHaveLength(asked)
    await expectNothingLost({ world, before })
    expect(await world.sync(id)).toMatchObject({ phase: 'done', found: 30 })
  })

  it('with blanks around it and a slash behind it is taken as meant', async () => {
    const { world, id } = all
    const { address } = world.draft(api)
    expect(await world.ask('accounts.change', { accountId: id, address: `  ${address}/ \n` })).toMatchObject({
      address,
    })
    expect(await world.sync(id)).toMatchObject({ phase: 'done', found: 30 })
  })

  it('at which nobody answers: said, nothing lost, and mended by the right one', async () => {
    const { world, id, before } = all
    const { address } = world.draft(api)
    await world.ask('accounts.change', { accountId: id, address: 'http://127.0.0.1:9' })
    expect(await world.settled(id)).toMatchObject({ phase: 'failed', failure: { kind: 'offline' }, found: 30 })
    expect(await sentenceFor(world, id)).toMatch(/cannot be reached\. Check the internet connection/)
    await world.ask('accounts.change', { accountId: id, address })
    expect(await world.settled(id)).toMatchObject({ phase: 'done', gone: 0 })
    await expectNothingLost({ world, before })
  })

  it('that was written into the settings file by hand gets no keys', async () => {
    const { world, id, before } = all
    await world.app.stop()
    const file = join(world.folder, 'settings.json')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replaceAll(world.draft(api).address ?? '', 'http://api.flowroute.example'))
    await world.restart()
    expect(await world.sync(id)).toMatchObject({ phase: 'failed', failure: { kind: 'invalid' } })
    await sentenceFor(world, id)
    expect(await world.ask('numbers.query', numberQuery())).toMatchObject({ total: before.numbers.length })
  })
})
