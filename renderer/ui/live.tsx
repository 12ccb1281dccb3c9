import { Hidden } from './hidden.tsx'

type LiveRegionsProps = {
  /** Each is said when it changes, after whatever is being said. */
  readonly polite: readonly string[]
  readonly urgent: string
}

/** The window's two live regions: one that waits for a pause, one that does not. Empty text says nothing. */
export function LiveRegions({ polite, urgent }: LiveRegionsProps) {
  return (
    // An open dialog hides the rest of the page from screen readers; the mark keeps what is said out of that.
    <div data-live-announcer="true">
      <Hidden>
        <span role="status" aria-live="polite" aria-atomic="false">
          {polite.map((text, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is what stays the same; its text is what changes.
            <span key={index}>{text} </span>
          ))}
        </span>
        <span role="alert" aria-live="assertive">
          {urgent}
        </span>
      </Hidden>
    </div>
  )
}
