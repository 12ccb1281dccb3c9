import type { Region } from '../../../shared/model/market.ts'
import type { Page } from '../ports.ts'

/** Enough to complete what is typed and to look around; nobody waits for all of a state. */
const mostRegions = 1000

/** The first regions of a list; what comes after is never asked for. */
export async function firstOf<Item>(pages: AsyncIterable<Page<Item>>, most = mostRegions): Promise<readonly Item[]> {
  const items: Item[] = []
  for await (const page of pages) {
    items.push(...page.items)
    if (items.length >= most) break
  }
  return items.slice(0, most)
}

/** Area code and exchange of a region, six digits; null: it does not tell. */
export function exchangeOf({ prefix }: Region): string | null {
  const digits = prefix?.replace(/\D/g, '') ?? ''
  return /^1\d{6}$/.test(digits) ? digits.slice(1) : null
}
