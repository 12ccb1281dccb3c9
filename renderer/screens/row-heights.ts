import { useScreen } from './stores.ts'

const rowHeights = { compact: 28, normal: 36, comfortable: 44 } as const

/** Pixels of a row in every list, as the owner likes it. */
export const useRowHeight = (): number =>
  rowHeights[useScreen('settings', (state) => state.settings?.density ?? 'normal')]
