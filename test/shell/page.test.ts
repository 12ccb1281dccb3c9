import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPageHandler } from '../../electron/shell/page.ts'
import { toFile } from '../../electron/shell/page-files.ts'
import { isOurPage } from '../../electron/shell/page-origin.ts'

let folder = ''
let ask: (address: string, method?: string) => Promise<Response>

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'linekeeper-page-'))
  mkdirSync(join(folder, 'page', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.html'), 'secret')
  writeFileSync(
    join(folder, 'page', 'index.html'),
    '<!doctype html><html><head><title>P</title></head><body></body></html>',
  )
  writeFileSync(join(folder, 'page', 'assets', 'a.js'), 'export {}')
  writeFileSync(join(folder, 'page', 'assets', 'a.js.map'), '{}')
  const handle = createPageHandler(join(folder, 'page'))
  ask = (address, method = 'GET') => handle(new Request(address, { method }))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('the page handler', () => {
  it.each(['app://bundle/', 'app://bundle/index.html'])('shows the page at %s', async (address) => {
    const answer = await ask(address)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(await answer.text()).toContain('<title>P</title>')
  })

  it('serves a script with its type', async () => {
    const answer = await ask('app://bundle/assets/a.js')
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8'])
  })

  it.each([
    'app://bundle/../secret.html',
    'app://bundle/%2e%2e/secret.html',
    'app://bundle/..%2fsecret.html',
    'app://bundle/..%2f..%2fetc/passwd',
    'app://bundle/assets%5c..%5c..%5csecret.html',
    'app://bundle/%00',
    'app://bundle/index.html%00.js',
    'app://bundle/%',
    'app://bundle/assets',
    'app://bundle/assets/',
    'app://bundle/assets/a.js.map',
    'app://bundle/nothing.js',
    `app://bundle/${'a'.repeat(5000)}.js`,
    'app://other/index.html',
    'app://bundle.evil/index.html',
  ])('has no page at %s', async (address) => {
    const answer = await ask(address)
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toContain('secret')
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    expect((await ask('app://bundle/', method)).status).toBe(405)
  })

  it.each([
    'app://bundle/',
    'app://bundle/assets/a.js',
    'app://bundle/nothing',
    'app://other/',
    'app://bundle/recovery',
  ])('sends every guard with %s', async (address) => {
    const { headers } = await ask(address)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })

  it('gives every page a nonce of its own, in its policy and in its meta element', async () => {
    const [first, second] = [await ask('app://bundle/'), await ask('app://bundle/')]
    const [one, two] = [nonceOf(first), nonceOf(second)]
    expect(one).toMatch(/^[A-Za-z0-9+/]{22}==$/)
    expect(one).not.toBe(two)
    expect(await first.text()).toContain(`<meta property="csp-nonce" nonce="${one}">`)
  })

  it('shows a recovery page without any script, its style marked with the nonce', async () => {
    const answer = await ask('app://bundle/recovery')
    const html = await answer.text()
    expect(html).toContain(`<style nonce="${nonceOf(answer)}">`)
    expect(html).not.toMatch(/<script|\son\w+=|style="/)
  })
})

const nonceOf = (answer: Response): string | undefined =>
  /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1]

describe('the policy', () => {
  it('lets nothing in that is not our own', async () => {
    const policy = (await ask('app://bundle/')).headers.get('content-security-policy') ?? ''
    const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]))
    expect(rules.get('script-src')).toEqual(["'self'"])
    expect(rules.get('style-src')?.filter((source) => !source.startsWith("'nonce-"))).toEqual(["'self'"])
    for (const name of ['default-src', 'base-uri', 'form-action', 'frame-ancestors', 'object-src']) {
      expect(rules.get(name)).toEqual(["'none'"])
    }
    expect(policy).not.toMatch(/unsafe-|\*|https?:|blob:|filesystem:/)
  })
})

describe('where a path leads', () => {
  it('stays in the folder', () => {
    expect(toFile('/root', '/')).toBe(join('/root', 'index.html'))
    expect(toFile('/root', '/assets/a.js')).toBe(join('/root', 'assets', 'a.js'))
    expect(toFile('/root', '/..%2f..%2fx')).toBeNull()
    expect(toFile('/root', '/a%5c..%5c..%5cx')).toBeNull()
    expect(toFile('/root', '/%00')).toBeNull()
    expect(toFile('/root', '/..%2froot')).toBeNull()
    expect(toFile('/root', '/..%2froot-other/x')).toBeNull()
  })
})

describe('our own page', () => {
  it.each(['app://bundle/', 'app://bundle/recovery', 'app://bundle/#numbers'])('is at %s', (address) => {
    expect(isOurPage(address)).toBe(true)
  })
  it.each([
    'app://other/',
    'app://bundle.evil/',
    'app://bundle:80/',
    'app://user@bundle/',
    'https://bundle/',
    'file:///etc/passwd',
    'about:blank',
    'javascript:alert(1)',
    'data:text/html,x',
    '',
    'bundle',
  ])('is not at %s', (address) => {
    expect(isOurPage(address)).toBe(false)
  })
})
