import type { DraftView, PurchaseDetail } from '../../shared/model/purchase.ts'
import type { DraftState } from '../stores/draft.ts'
import { failureSentence } from '../words.ts'
import { countWords } from './item-words.ts'

export type Voice = { readonly polite: string; readonly urgent: string }

const quiet: Voice = { polite: '', urgent: '' }

/**
 * What a screen reader hears of a purchase. A region speaks when its text changes, so each of these is said once: the
 * course of things in a pause, a purchase that failed at once.
 */
export function buyingVoice({
  asked,
  view,
  detail,
  failure,
}: Pick<DraftState, 'asked' | 'view' | 'detail' | 'failure'>): Voice {
  if (!asked) return quiet
  if (failure) return { polite: '', urgent: failureSentence(failure) }
  if (!view) return { polite: 'The checks begin.', urgent: '' }
  return view.purchaseId === null ? beforeVoice(view) : afterVoice(detail)
}

function beforeVoice({ state, checks, statement }: DraftView): Voice {
  const say = (polite: string): Voice => ({ polite, urgent: '' })
  switch (state) {
    case 'checking':
      return say('Checking before anything is sent.')
    case 'stopped':
      return say(
        checks
          .filter((check) => check.state === 'failed' || check.state === 'notRun')
          .map(({ sentence }) => sentence)
          .join(' '),
      )
    case 'ready':
      return say(`All checks have passed. ${statement.replaceAll('**', '')}`)
    case 'stale':
      return say('The checks are too old. Check again.')
    case 'placed':
      return say('Sent.')
    default:
      return state satisfies never
  }
}

/** Urgent only when all is settled and something of it failed: that is told once, with all that failed. */
function afterVoice(detail: PurchaseDetail | null): Voice {
  if (!detail) return { polite: 'Sent.', urgent: '' }
  const { counts, kind, settledAt } = detail.purchase
  const words = countWords(counts, kind)
  return settledAt !== null && counts.refused + counts.notSent > 0
    ? { polite: '', urgent: `Not all went well: ${words}.` }
    : { polite: words, urgent: '' }
}
