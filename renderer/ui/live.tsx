import { Hidden } from './hidden.tsx'

/** The window's two live regions: one that waits for a pause, one that does not. Empty text says nothing. */
export function LiveRegions({ polite, urgent }: { readonly polite: string; readonly urgent: string }) {
  return (
    <Hidden>
      <span role="status" aria-live="polite">
        {polite}
      </span>
      <span role="alert" aria-live="assertive">
        {urgent}
      </span>
    </Hidden>
  )
}
