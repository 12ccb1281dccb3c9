import type { CatalogueNumber } from '../../../shared/model/market.ts'
import type { NumberKind } from '../../../shared/model/number.ts'
import { toMoney } from '../../../shared/money.ts'
import { isTollFree, toPhoneNumber } from '../../../shared/phone.ts'
import type { RowReader } from '../decode.ts'
import { kinds, toPlace } from './numbers.ts'
import { type WireForSale, wireForSale } from './wire.ts'

export const availablePath = '/v2/numbers/available'

/** Some rows lack the type, or have a word that is new; the number itself tells then. */
const toKind = (number: string, word: string | null | undefined): NumberKind =>
  kinds[word ?? ''] ?? (isTollFree(number) ? 'tollFree' : /^\+1\d{10}$/.test(number) ? 'local' : 'other')

export const forSaleReader: RowReader<WireForSale, CatalogueNumber> = {
  schema: wireForSale,
  needs: '.id: expected string of digits',
  toItem: ({ id, attributes }) => {
    const said = attributes ?? {}
    const number = toPhoneNumber(said.value ?? id ?? '')
    if (number === null) return null
    return {
      number,
      kind: toKind(number, said.number_type),
      place: toPlace(said),
      setup: toMoney(said.setup_cost),
      monthly: toMoney(said.monthly_cost),
    }
  },
}
