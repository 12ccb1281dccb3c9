import { Split } from '../../ui/split.tsx'

export function KeywordsScreen() {
  return (
    <Split name="Keywords" top={null} panel={null}>
      {null}
    </Split>
  )
}
