import type { Page } from '@playwright/test'

/** What pages complained of, and which of it a test meant to provoke. */
export type Guard = {
  readonly hear: (complaint: string) => void
  readonly expect: (pattern: RegExp) => void
  readonly unexpected: () => readonly string[]
}

export function createGuard(): Guard {
  const heard: string[] = []
  const expected: RegExp[] = []
  return {
    hear: (complaint) => void heard.push(complaint),
    expect: (pattern) => void expected.push(pattern),
    unexpected: () => heard.filter((complaint) => !expected.some((pattern) => pattern.test(complaint))),
  }
}

/** Hears whatever a page has to complain of: its console, its uncaught errors, its own policy. Before it loads anything. */
export async function watchPage(page: Page, complain: (complaint: string) => void): Promise<void> {
  page.on('console', (message) => {
    const type = message.type()
    if (type === 'error' || type === 'warning') complain(`console ${type}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complain(`page error: ${error.message}`))
  page.on('crash', () => complain('the page crashed'))
  await page.exposeFunction('reportViolation', (what: string) => complain(`policy: ${what}`))
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const report: unknown = Reflect.get(window, 'reportViolation')
      if (typeof report === 'function') report(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
    })
  })
}
