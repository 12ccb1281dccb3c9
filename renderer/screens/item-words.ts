import type { ItemState, PurchaseCounts, PurchaseItem, PurchaseKind } from '../../shared/model/purchase.ts'
import type { ShapeName } from '../ui/shape.tsx'
import type { Tone } from '../ui/status.tsx'
import { count } from '../words.ts'

export type Sign = { readonly tone: Tone; readonly shape: ShapeName; readonly word: string }

/** What the provider was asked for ends as ours, or, when it was given up, as no longer ours. */
export const doneWord = (kind: PurchaseKind | 'mixed'): string => (kind === 'release' ? 'Released' : 'Yours')

const itemSigns: Readonly<Record<ItemState, Sign>> = {
  planned: { tone: 'calm', shape: 'ring', word: 'Not sent yet' },
  sending: { tone: 'wait', shape: 'turn', word: 'Sent' },
  checking: { tone: 'wait', shape: 'clock', word: 'Checking' },
  done: { tone: 'good', shape: 'disc', word: 'Yours' },
  refused: { tone: 'bad', shape: 'cross', word: 'Refused' },
  notSent: { tone: 'calm', shape: 'ring', word: 'Not sent' },
}

export function itemSign({ state, letGo }: Pick<PurchaseItem, 'state' | 'letGo'>, kind: PurchaseKind): Sign {
  if (state === 'done') return { ...itemSigns.done, word: doneWord(kind) }
  if (state === 'checking' && letGo) return { tone: 'calm', shape: 'question', word: 'Not waited for' }
  return itemSigns[state]
}

/** `3 asked: 1 yours, 1 refused, 1 being checked · 2 not sent`. */
export function countWords(counts: PurchaseCounts, kind: PurchaseKind | 'mixed'): string {
  const { asked, done, refused, checking, notSent } = counts
  const parts = [
    done > 0 && `${count(done)} ${doneWord(kind).toLowerCase()}`,
    refused > 0 && `${count(refused)} refused`,
    checking > 0 && `${count(checking)} being checked`,
  ].filter(Boolean)
  const sent = asked > 0 ? [`${count(asked)} asked${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`] : []
  return [...sent, ...(notSent > 0 ? [`${count(notSent)} not sent`] : [])].join(' · ')
}
