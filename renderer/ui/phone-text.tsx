import { Hidden } from './hidden.tsx'

/** `2 0 6, 5 5 5, 0 1 4 3`: a screen reader then says digits, not two hundred and six. */
export const spokenNumber = (display: string): string =>
  display
    .split(/\D+/)
    .filter(Boolean)
    .map((group) => [...group].join(' '))
    .join(', ')

/** A phone number as the eye groups it and the ear wants it. */
export function PhoneText({ display }: { readonly display: string }) {
  return (
    <>
      <span aria-hidden="true">{display}</span>
      <Hidden>{spokenNumber(display)}</Hidden>
    </>
  )
}
