import { Split } from '../../ui/split.tsx'

export function MarketScreen() {
  return (
    <Split name="Find & buy" top={null} panel={null}>
      {null}
    </Split>
  )
}
