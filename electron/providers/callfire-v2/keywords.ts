import type { OwnedKeyword } from '../../../shared/model/keyword.ts'
import { toPhoneNumber } from '../../../shared/phone.ts'
import type { RowReader } from '../decode.ts'
import { toLease, toState } from './leases.ts'
import { type WireKeywordLease, wireKeywordLease } from './wire.ts'

/** The newest generation puts the short code where the number is; a short code is no phone number. */
const toNumber = (said: string | null | undefined): string | null =>
  said ? (said.replace(/\D/g, '').length < 7 ? said : toPhoneNumber(said)) : null

/** Rules for new keywords do not hold for those that stand: two letters and underscores occur. */
export const keywordReader: RowReader<WireKeywordLease, OwnedKeyword> = {
  schema: wireKeywordLease,
  needs: '.keyword: expected string',
  toItem: (wire, remark) =>
    wire.keyword
      ? {
          keyword: wire.keyword,
          shortCode: wire.shortCode ?? null,
          number: toNumber(wire.number),
          lease: toLease(wire, remark),
          state: toState(wire.status),
          stateSaid: wire.status ?? null,
          labels: wire.labels ?? [],
        }
      : null,
}
