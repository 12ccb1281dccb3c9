/** The only two channels between page and main; the preload knows them by the same names. */
export const invokeChannel = 'linekeeper:invoke'
export const changedChannel = 'linekeeper:changed'
