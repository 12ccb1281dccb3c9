import { resolveElectronToHost } from '../../host/hook.ts'

/** Imported first by tests of files that import `electron`: what they get is the host's. */
resolveElectronToHost()
