import { useScreen } from '../stores.ts'

/** Whether this computer has a connection, as far as it can tell by itself. */
export const useOnline = (): boolean => useScreen('app', (state) => state.info?.online ?? true)
