import { daysBetween, formatDay, today } from '../../../shared/calendar.ts'
import { formatMoney, multiplyMoney } from '../../../shared/money.ts'
import { carrierNames } from '../accounts/carrier-names.ts'
import type { Attached } from './attached.ts'
import type { Ended } from './ended.ts'
import type { Held } from './stored.ts'

/** What giving it up means, in whole sentences: what ends, what hangs on it, what is saved, whether it can come back. */
export function linesOf(ended: Ended): readonly string[] {
  const { held, attached } = ended
  return [...endLines(ended), ...ownLines(held), ...attachedLines(attached), moneyLine(ended), ...returnLines(ended)]
}

function endLines({ ending, lastDay, account, held, now }: Ended): readonly string[] {
  if (ending === 'release') {
    return ['It stops working at once, and only the support of its carrier can undo that.']
  }
  if (lastDay === null) return [unknownEnd(held, carrierNames[account.api])]
  const left = daysBetween(today(now), lastDay)
  if (left < 0) return [`Its lease ended on ${formatDay(lastDay, 'long')}.`]
  const off = held.lease?.autoRenew === false ? ['Auto-renew is off already.'] : []
  return [
    ...off,
    `Its last day is ${formatDay(lastDay, 'long')}, ${inDays(left)}; until then auto-renew can be turned on again.`,
  ]
}

const inDays = (days: number): string =>
  days === 0 ? 'which is today' : days === 1 ? 'which is tomorrow' : `${days} days from now`

const unknownEnd = ({ lease }: Held, carrier: string): string =>
  lease?.end
    ? `It was to be renewed on ${formatDay(lease.end, 'long')}; read the account again to see its last day.`
    : `${carrier} does not say on which day its lease ends.`

function ownLines(held: Held): readonly string[] {
  return held.kind === 'number' ? numberLines(held.detail) : keywordLines(held.keyword)
}

function numberLines({ row, snapshot }: Extract<Held, { kind: 'number' }>['detail']): readonly string[] {
  return [
    ringsLine(row.rings),
    snapshot.texts === 'on' ? 'Texts to it end as well.' : null,
    snapshot.alias ? `It is named “${snapshot.alias}”.` : null,
    labelLine(snapshot.labels),
  ].filter((line) => line !== null)
}

function ringsLine({ state, sentence }: { readonly state: string; readonly sentence: string }): string {
  if (state === 'unread') return 'Where it rings has not been read yet.'
  return state === 'nowhere' ? 'It rings nowhere now.' : `Callers reach this now: ${sentence}.`
}

function keywordLines({
  shortCode,
  number,
  labels,
  contactListId,
}: Extract<Held, { kind: 'keyword' }>['keyword']): readonly string[] {
  const to = shortCode ?? number
  return [
    to ? `People who text it to ${to} will get no answer.` : 'People who text it will get no answer.',
    contactListId ? 'Nobody is put on its contact list any more; who is on it stays there.' : null,
    labelLine(labels),
  ].filter((line) => line !== null)
}

function labelLine(labels: readonly string[]): string | null {
  if (labels.length === 0) return null
  return `${labels.length === 1 ? 'Its label is' : 'Its labels are'} ${listed(labels.map((label) => `“${label}”`))}.`
}

function attachedLines({ keywords, numbers, more }: Attached): readonly string[] {
  const others = more > 0 ? [...numbers, `${more} more`] : numbers
  const one = numbers.length + more === 1
  return [
    ...(keywords.length > 0 ? [`${listed(keywords)} ${keywords.length === 1 ? 'is' : 'are'} texted to it.`] : []),
    ...(others.length > 0 ? [`${listed(others)} ${one ? 'sends' : 'send'} calls to it.`] : []),
  ]
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

function moneyLine({ price: { monthly, from }, account }: Ended): string {
  if (monthly === null) return `${carrierNames[account.api]} does not say what it costs, so what is saved is not known.`
  const year = `${formatMoney(multiplyMoney(monthly, 12))} a year`
  return from === 'provider'
    ? `It costs ${formatMoney(monthly)} a month, so ${year} is saved.`
    : `${year} is saved if it costs ${formatMoney(monthly)} a month, as its last order cost; its price is not told.`
}

function returnLines({ held, ending, account, buyBackFrom }: Ended): readonly string[] {
  const carrier = carrierNames[account.api]
  if (held.kind === 'keyword') {
    return buyBackFrom === null
      ? ['Nobody can buy it for a month after it ends; then whoever asks first gets it.']
      : [`Nobody can buy it before ${formatDay(buyBackFrom, 'long')}; then whoever asks first gets it.`]
  }
  const kept = 'Its settings are kept on this computer, to be put back if you buy it again.'
  if (ending === 'release') return [`${carrier} may sell it to somebody else right away, so it may be lost.`, kept]
  const until = buyBackFrom === null ? 'for a month after that' : `before ${formatDay(buyBackFrom, 'long')}`
  return [
    'Once it has ended it may go to somebody else, so it may be lost.',
    `${carrier}’s help says that it may not be for sale again ${until}.`,
    kept,
  ]
}
