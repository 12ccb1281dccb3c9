import type { AccountId } from '../../shared/model/account.ts'
import type { MarketState } from '../stores/market/state.ts'
import { counted } from '../words.ts'

type Known = Pick<MarketState, 'shown' | 'total' | 'answered'>

/**
 * What a screen reader hears of a search: that it goes on, and how it ended. Results that lay here from before are on
 * the screen and need no word; a list that is only put into another order reads the same, so nothing is said.
 */
export function marketVoice({ shown, total, answered }: Known, name: (accountId: AccountId) => string): string {
  if (!shown || total === null || answered < 2) return ''
  if (shown.parts.some(({ state }) => state === 'searching')) return 'Searching.'
  const failed = shown.parts.filter(({ state }) => state === 'failed').map(({ accountId }) => name(accountId))
  const found = total === 0 ? 'Nothing was found.' : `${counted(total, 'number')} found.`
  return failed.length > 0 ? `${found} Could not be asked: ${failed.join(', ')}.` : found
}
