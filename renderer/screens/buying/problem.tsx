import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { useScreen } from '../stores.ts'

/** What stopped it; where not even the checks could begin, with the way to begin them again. */
export function Problem({ sentence, isLost }: { readonly sentence: string; readonly isLost: boolean }) {
  const again = useScreen('draft', (state) => state.again)
  return (
    <Banner
      tone="bad"
      actions={
        isLost && (
          <Button size="small" onPress={() => void again()}>
            Try again
          </Button>
        )
      }
    >
      {sentence}
    </Banner>
  )
}
