import { useEffect, useRef } from 'react'
import type { Notice } from '../../../shared/model/settings.ts'
import { toast } from '../../ui/toast.tsx'
import { marketPlace, ordersPlace, usePlace } from '../place.ts'
import { useGetState, useScreen } from '../stores.ts'

/** Something that was waited for, told by the bell; everything else happened to the data, and stands across the page. */
export const isNews = ({ kind }: Notice): boolean => kind === 'orderSettled' || kind === 'searchFound'

/** The purchase that a notice of a settled order is about; null: it is about something else. */
export const orderOf = ({ id, kind }: Notice): string | null =>
  kind === 'orderSettled' && id.startsWith('order-') ? id.slice('order-'.length) : null

/**
 * News that arrives while the window is open is said at once, and stays with the bell until it was looked at. What a
 * person sees anyway, in the dialog or in the order's own panel, is not told again.
 */
export function useNewsToasts(): void {
  const notices = useScreen('app', (state) => state.info?.notices ?? null)
  const dismiss = useScreen('app', (state) => state.dismissNotice)
  const inDialog = useScreen('draft', (state) => state.detail?.purchase.id ?? null)
  const inPanel = useScreen('order', (state) => state.detail?.purchase.id ?? null)
  const known = useRef<ReadonlySet<string> | null>(null)
  useEffect(() => {
    if (!notices) return
    const before = known.current
    known.current = new Set(notices.map(({ id }) => id))
    for (const notice of notices.filter(isNews)) {
      const order = orderOf(notice)
      if (order !== null && (order === inDialog || order === inPanel)) void dismiss(notice.id)
      else if (before !== null && !before.has(notice.id)) toast(notice.sentence)
    }
  }, [notices, dismiss, inDialog, inPanel])
}

export type NewsStep = { readonly name: string; readonly take: () => void }

/** Where a piece of news leads: to its order, or to what was found. Null: nowhere. */
export function useNewsSteps(): (notice: Notice) => NewsStep | null {
  const order = useGetState('order')
  const dismiss = useScreen('app', (state) => state.dismissNotice)
  const { go } = usePlace()
  return (notice) => {
    const purchaseId = orderOf(notice)
    if (purchaseId !== null)
      return {
        name: 'See the order',
        take: () => {
          void order().open({ source: 'here', id: purchaseId })
          go(ordersPlace)
          void dismiss(notice.id)
        },
      }
    if (notice.kind !== 'searchFound') return null
    return {
      name: 'See what was found',
      take: () => {
        go(marketPlace)
        void dismiss(notice.id)
      },
    }
  }
}
