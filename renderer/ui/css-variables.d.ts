import 'react'

declare module 'react' {
  // React's own typing leaves custom properties out; ours are the tokens and what a component hands to its style sheet.
  interface CSSProperties {
    readonly [token: `--${string}`]: string | number | undefined
  }
}
