import type { DoNotContact } from '../../../shared/model/do-not-contact.ts'
import { toPhoneNumber } from '../../../shared/phone.ts'
import type { Remark, RowReader } from '../decode.ts'
import { type WireDoNotContact, wireDoNotContact } from './wire.ts'

/** What is on the list without a word about it counts as blocked: the mistake that hurts nobody. */
function blocked(said: boolean | null | undefined, path: string, remark: Remark): boolean {
  if (said === null || said === undefined) remark(path, 'expected boolean, taken as blocked')
  return said ?? true
}

function toEntry(wire: WireDoNotContact, remark: Remark): DoNotContact | null {
  const number = toPhoneNumber(wire.number ?? '')
  if (number === null) return null
  return {
    number,
    calls: blocked(wire.call, '.call', remark),
    texts: blocked(wire.text, '.text', remark),
    inboundCalls: wire.inboundCall ?? null,
    inboundTexts: wire.inboundText ?? null,
    source: wire.source ?? null,
    campaignId: wire.campaignId ?? null,
    created: wire.created ?? null,
  }
}

export const doNotContactReader: RowReader<WireDoNotContact, DoNotContact> = {
  schema: wireDoNotContact,
  toItem: toEntry,
  needs: '.number: expected string of digits',
}
