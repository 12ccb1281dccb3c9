import type { OwnedKeyword } from '../../../shared/model/keyword.ts'
import type { NumberRouting, OwnedNumber } from '../../../shared/model/number.ts'
import type { PurchaseKind } from '../../../shared/model/purchase.ts'
import type { Provider } from '../ports.ts'

/** A thing as its provider lists it now. */
export type Found =
  | { readonly kind: 'number'; readonly number: OwnedNumber; readonly routing: NumberRouting | null }
  | { readonly kind: 'keyword'; readonly keyword: OwnedKeyword }

/** At once; the provider's own pacing decides how many of them really go together. */
const together = 4

type Asked = { readonly things: readonly string[]; readonly signal: AbortSignal }

/** Reads each thing at the provider. `found` null: it does not list it. Throws the first failure. */
export async function* readOwned(
  provider: Provider,
  kind: PurchaseKind,
  { things, signal }: Asked,
): AsyncGenerator<{ readonly thing: string; readonly found: Found | null }> {
  for (let at = 0; at < things.length; at += together) {
    const some = things.slice(at, at + together)
    const found = await Promise.all(some.map((thing) => readOne(provider, { kind, thing }, signal)))
    for (const [index, thing] of some.entries()) yield { thing, found: found[index] ?? null }
  }
}

/** Null: the provider does not list it. */
export async function readOne(
  provider: Provider,
  { kind, thing }: { readonly kind: PurchaseKind; readonly thing: string },
  signal: AbortSignal,
): Promise<Found | null> {
  if (kind === 'keywords') {
    const keyword = (await provider.keywords?.read(thing, signal)) ?? null
    return keyword && { kind: 'keyword', keyword }
  }
  const read = await provider.numbers.read(thing, signal)
  return read && { kind: 'number', ...read }
}
