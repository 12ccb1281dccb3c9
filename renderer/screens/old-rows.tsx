import { failureSince } from '../stores/windowed/asking.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { failureSentence } from '../words.ts'
import { useScreen } from './stores.ts'

/** Above a list that was asked for again in vain: its rows stand as they were, and say so. */
export function OldRows({ list }: { readonly list: 'numbers' | 'orders' | 'keywords' }) {
  const failure = useScreen(list, failureSince)
  const reload = useScreen(list, (state) => state.reload)
  if (!failure) return null
  return (
    <Banner
      tone="bad"
      actions={
        <Button size="small" onPress={reload}>
          Try again
        </Button>
      }
    >
      This list could not be read again, so it may be out of date. {failureSentence(failure)}
    </Banner>
  )
}
