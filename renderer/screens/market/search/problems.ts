import { type RefObject, useEffect, useRef } from 'react'
import type { Failure } from '../../../../shared/failure.ts'
import type { MarketQuery } from '../../../../shared/model/market.ts'
import { useScreen } from '../../stores.ts'

const fields: readonly (keyof MarketQuery)[] = ['city', 'state', 'zip', 'prefix', 'rateCenter', 'pattern', 'count']

/** What main said about one field; null: nothing. */
export type ProblemOf = (field: keyof MarketQuery) => string | null

export function useProblems(): ProblemOf {
  const failure = useScreen('market', (state) => state.searchFailure)
  return (field) => (failure?.kind === 'invalid' && failure.field === field ? failure.problem : null)
}

/** Takes the focus to the field that the search could not begin with. */
export function useFocusOnProblem(): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null)
  const failure = useScreen('market', (state) => state.searchFailure)
  useEffect(() => {
    if (isAboutField(failure)) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [failure])
  return form
}

/** Told at its field; everything else stands above the button. */
export const isAboutField = (failure: Failure | null): boolean =>
  failure?.kind === 'invalid' && fields.some((field) => field === failure.field)
