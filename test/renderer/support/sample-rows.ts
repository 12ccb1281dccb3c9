import { addDays } from '../../../shared/calendar.ts'
import type { AccountView } from '../../../shared/model/account.ts'
import type { NumberRow, NumberState, Rings } from '../../../shared/model/number.ts'

const places = [
  ['206', 'Seattle, WA'],
  ['312', 'Chicago, IL'],
  ['503', 'Portland, OR'],
  ['415', 'San Francisco, CA'],
  ['646', 'New York, NY'],
  ['737', 'Austin, TX'],
  ['425', 'Bellevue, WA'],
  ['253', 'Tacoma, WA'],
  ['509', 'Spokane, WA'],
] as const

const labels = ['front desk', 'storefront', 'spring flyer', 'van 2', 'web shop'] as const

export const noon = Date.UTC(2026, 10, 21, 20, 42)
export const todayThere = '2026-11-21'

/** A believable row, always the same for its index. */
export function sampleRow(index: number, account: AccountView, readAt = noon - 120_000): NumberRow {
  const isTollFree = index % 11 === 3
  const [area, city] = places[index % places.length] ?? places[0]
  const code = isTollFree ? '800' : area
  const number = `+1${code}${String(5_550_100 + index)
    .padStart(7, '0')
    .slice(-7)}`
  const isCallFire = account.api === 'callfire-v2'
  return {
    accountId: account.id,
    number,
    display: `(${number.slice(2, 5)}) ${number.slice(5, 8)}-${number.slice(8)}`,
    alias: null,
    labels: index % 4 === 0 ? [labels[index % labels.length] ?? 'van'] : [],
    kind: isTollFree ? 'tollFree' : 'local',
    place: isTollFree ? null : city,
    rings: ringsOf(index, isCallFire),
    lease: isCallFire
      ? { begin: '2025-02-14', end: addDays(todayThere, (index * 7) % 90), autoRenew: index % 9 !== 2 }
      : null,
    calls: 'on',
    texts: index % 3 === 0 ? 'off' : 'on',
    monthly: isCallFire
      ? { amount: '2', currency: 'USD' }
      : index % 17 === 5
        ? null
        : { amount: '1.25', currency: 'USD' },
    state: stateOf(index),
    stateSaid: index % 97 === 13 ? 'PORTING' : null,
    goneOn: stateOf(index) === 'gone' ? '2026-11-04' : null,
    readAt,
    boughtAt: null,
  }
}

function stateOf(index: number): NumberState {
  if (index % 97 === 13) return 'unknown'
  if (index % 61 === 9) return 'pending'
  return index % 83 === 21 ? 'gone' : 'active'
}

function ringsOf(index: number, isCallFire: boolean): Rings {
  if (index % 23 === 4) return { sentence: 'Rings nowhere', state: 'nowhere' }
  if (index % 37 === 7) return { sentence: 'Not read yet', state: 'unread' }
  if (!isCallFire)
    return { sentence: index % 2 ? 'SIP registration' : 'Bakery desk → pbx.example.net', state: 'somewhere' }
  return {
    sentence: index % 3 ? 'Tracks calls → (206) 555-0102' : 'Menu: 1 orders, 2 hours, 0 desk',
    state: 'somewhere',
  }
}
