import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { isFailure } from '../../shared/failure.ts'
import { hangUp, html, inTurn, makeHttp } from './support/http.ts'
import { failureOf, keys } from './support/provider.ts'
import { type Reply, serve } from './support/serve.ts'

describe('keys', () => {
  const basic = Buffer.from(`${keys.login}:${keys.secret}`).toString('base64')
  const leaks = [keys.login, keys.secret, basic, Buffer.from(keys.secret).toString('base64')]

  it.each([400, 403, 404, 422])('that a server sends back with %i are nowhere in what fails', async (status) => {
    const message = `bad Authorization: Basic ${basic} of ${keys.login} / ${keys.secret} (${leaks.join(' ')})`
    const { url } = await serve(() => ({ status, body: { httpStatusCode: status, message } }))
    const error: unknown = await makeHttp(url)
      .get()
      .catch((reason: unknown) => reason)
    const everything =
      inspect(error, { depth: 20, showHidden: true }) + JSON.stringify(isFailure(error) && error.failure)
    for (const leak of leaks) expect(everything).not.toContain(leak)
    expect(everything).toContain('bad Authorization: Basic •••')
  })

  it('stay hidden when the connection fails or the answer is unreadable', async () => {
    const replies: readonly Reply[] = [hangUp, html, { headers: { 'content-type': `text/${keys.login}` }, body: basic }]
    for (const reply of replies) {
      const { url } = await serve(() => reply)
      const error: unknown = await makeHttp(url)
        .get()
        .catch((reason: unknown) => reason)
      for (const leak of leaks) expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(leak)
    }
  })

  it('leave words that are too long cut, and markup out', async () => {
    const { url } = await serve(
      inTurn({ status: 400, body: { message: `no\n\t${'x'.repeat(5000)}` } }, { status: 400, body: '<html>no</html>' }),
    )
    const { get } = makeHttp(url)
    const first = await failureOf(get())
    expect('said' in first && first.said?.length).toBe(300)
    expect(await failureOf(get())).toMatchObject({ kind: 'refused', said: null })
  })
})
