import { Component, type ReactNode } from 'react'
import { Button } from './ui/button.tsx'
import { Message } from './ui/message.tsx'

/** The page of last resort. Data lies in main and is not touched by what goes wrong in the page. */
export function Crash({ what }: { readonly what: string }) {
  return (
    <main>
      <Message
        title="Something in Linekeeper went wrong"
        actions={
          <Button look="primary" onPress={() => window.location.reload()}>
            Start the page again
          </Button>
        }
      >
        <p>{what}</p>
      </Message>
    </main>
  )
}

type CrashState = { readonly isBroken: boolean }

/** Only a class can catch what goes wrong while drawing. What an event handler or an answer throws is listened for. */
export class CrashGuard extends Component<{ readonly children: ReactNode }, CrashState> {
  override readonly state: CrashState = { isBroken: false }

  static getDerivedStateFromError(): CrashState {
    return { isBroken: true }
  }

  readonly #fail = (): void => this.setState({ isBroken: true })

  override componentDidMount(): void {
    window.addEventListener('unhandledrejection', this.#fail)
  }

  override componentWillUnmount(): void {
    window.removeEventListener('unhandledrejection', this.#fail)
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children
    return (
      <Crash what="Your data is safe: it is kept apart from this page. Start the page again; if it happens again, quit Linekeeper and open it anew." />
    )
  }
}
