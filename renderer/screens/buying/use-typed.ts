import { useState } from 'react'
import type { DraftView } from '../../../shared/model/purchase.ts'

export type Typed = {
  readonly text: string
  readonly set: (text: string) => void
  /** Nothing is asked to be typed, or it was typed. */
  readonly isRight: boolean
}

/** What was typed for one draft; another draft starts with nothing. */
export function useTyped(view: DraftView | null): Typed {
  const [typed, setTyped] = useState({ draftId: '', text: '' })
  const draftId = view?.id ?? ''
  const text = typed.draftId === draftId ? typed.text : ''
  return {
    text,
    set: (next) => setTyped({ draftId, text: next }),
    isRight: !view?.typing || text.trim() === view.typing.expected,
  }
}
