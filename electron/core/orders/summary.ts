import { countsOf, type PurchaseItem, type PurchaseKind } from '../../../shared/model/purchase.ts'
import { howMany } from './words.ts'

type Told = { readonly kind: PurchaseKind; readonly items: readonly PurchaseItem[] }

/** "2 numbers are yours, 1 was refused and 1 is still being checked." */
export function outcomeInWords({ kind, items }: Told): string {
  const { done, refused, checking, notSent } = countsOf(items)
  const [one, many] = kind === 'release' ? ['was given up', 'were given up'] : ['is yours', 'are yours']
  const parts = [
    part(done, one, many),
    part(refused, 'was refused', 'were refused'),
    part(checking, 'is still being checked', 'are still being checked'),
    part(notSent, 'was not sent', 'were not sent'),
  ].flatMap((part) => part ?? [])
  const [first, ...rest] = parts
  if (!first) return 'Nothing was ordered.'
  const head = `${howMany(kind, first.count)} ${first.words}`
  const tail = rest.map(({ count, words }) => `${count} ${words}`)
  const last = tail.pop()
  return last === undefined ? `${head}.` : `${[head, ...tail].join(', ')} and ${last}.`
}

const part = (count: number, one: string, many: string) =>
  count === 0 ? null : { count, words: count === 1 ? one : many }
