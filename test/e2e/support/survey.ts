import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const pictures = join(import.meta.dirname, '..', '..', '..', 'test-results', 'looks')

/** Looks at what is on the screen in both themes: a picture of each to be looked at, and axe, which must find nothing. */
export async function survey(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without motion, so that no colour is caught between two themes.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await look(page, `${name}-${colorScheme}`)
    expect.soft(await violations(page, colorScheme), `axe on ${name} in ${colorScheme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

/** In the dark only colours can be other than they were in the light; looking at those alone takes half the time. */
async function violations(page: Page, colorScheme: 'light' | 'dark'): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  const found = await (colorScheme === 'light'
    ? axe
    : axe.withRules(['color-contrast', 'link-in-text-block'])
  ).analyze()
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  )
}

/** A picture that nothing is asserted of. */
export const look = async (page: Page, name: string): Promise<void> => {
  await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' })
}
