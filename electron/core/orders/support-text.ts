import type { PurchaseDetail } from '../../../shared/model/purchase.ts'
import { formatMoney } from '../../../shared/money.ts'
import { carrierNames } from '../accounts/carrier-names.ts'
import { askInWords } from './words.ts'

const kinds = {
  numbers: 'Numbers',
  count: 'Numbers by count',
  keywords: 'Keywords',
  release: 'Giving up numbers',
} as const
const at = (epochMs: number): string => new Date(epochMs).toISOString()

/** All that is known of a purchase, as plain text for a provider's support. What it quotes was cleaned when it was stored. */
export function supportText({ purchase, events }: PurchaseDetail, version: string): string {
  const { counts, count } = purchase
  const head = [
    `Linekeeper ${version}: ${kinds[purchase.kind]} at ${carrierNames[purchase.api]} (${purchase.api})`,
    `Written down: ${at(purchase.createdAt)} (this computer’s clock, UTC)`,
    `Purchase: ${purchase.id}`,
    `Order at the provider: ${purchase.orderId ?? 'not known'}`,
    ...(count ? [`Asked for: ${askInWords(count)}`] : []),
    ...(purchase.total ? [`Total as told by the provider: ${formatMoney(purchase.total)}`] : []),
    `Asked ${counts.asked} = done ${counts.done} + refused ${counts.refused} + checking ${counts.checking}; not sent ${counts.notSent}`,
  ]
  const items = purchase.items.map(
    ({ slot, thing, state, said, since }) =>
      `${slot + 1}. ${thing ?? 'number not known yet'}: ${state} since ${at(since)}${said === null ? '' : ` - ${said}`}`,
  )
  const timeline = events.flatMap(({ at: when, kind, text, answer }) => [
    `${at(when)} ${kind}: ${text}`,
    ...(answer === null ? [] : [`    ${answer}`]),
  ])
  return [...head, '', 'Items', ...items, '', 'Timeline', ...timeline, ''].join('\n')
}
