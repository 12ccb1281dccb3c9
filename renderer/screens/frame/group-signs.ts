import type { AccountView, ApiId } from '../../../shared/model/account.ts'
import type { Tone } from '../../ui/status.tsx'
import type { SyncSign } from '../sync-words.ts'

type Signed = { readonly account: AccountView; readonly sign: SyncSign }

/** What an owner should see first: trouble, then doubt, then work, then peace. */
const gravity: Readonly<Record<Tone, number>> = { bad: 4, warn: 3, calm: 2, wait: 1, good: 0 }

/** One sign a provider: that of the account that stands worst, and for how many of them it holds. */
export function groupSigns(signed: readonly Signed[]): readonly { readonly api: ApiId; readonly sign: SyncSign }[] {
  const apis = [...new Set(signed.map(({ account }) => account.api))]
  return apis.map((api) => {
    const group = signed.filter(({ account }) => account.api === api)
    const worst = group.reduce((a, b) => (gravity[b.sign.tone] > gravity[a.sign.tone] ? b : a))
    const alike = group.filter(({ sign }) => sign.tone === worst.sign.tone).length
    const share =
      group.length === 1 ? '' : ` (${alike === group.length ? `all ${alike}` : `${alike} of ${group.length}`})`
    return { api, sign: { ...worst.sign, words: `${worst.sign.words}${share}` } }
  })
}
