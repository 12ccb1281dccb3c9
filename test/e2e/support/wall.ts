import type { Page } from '@playwright/test'
import type {} from '../../../renderer/bridge.ts'
import type { Input, Output, RequestName } from '../../../shared/contract.ts'
import type { Result } from '../../../shared/failure.ts'

/** Asks main as the page itself does: to lay down what a test starts from, quicker than by hand. */
export async function ask<Name extends RequestName>(page: Page, name: Name, input: Input<Name>): Promise<Output<Name>> {
  const reply = await page.evaluate(([asked, given]) => window.linekeeper?.invoke(String(asked), given), [
    name,
    input,
  ] as const)
  const result = reply as Result<Output<Name>> | undefined
  if (!result?.ok) throw new Error(`${name} failed: ${JSON.stringify(result)}`)
  return result.value
}
