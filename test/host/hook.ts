import { registerHooks } from 'node:module'

const surface = new URL('./electron.ts', import.meta.url).href
const stand = 'host:electron'

/** Whoever asks for `electron` in this process, by name or as a default, gets the host. */
export function resolveElectronToHost(): void {
  registerHooks({
    resolve: (specifier, context, next) =>
      isElectron(specifier) ? { url: stand, format: 'module', shortCircuit: true } : next(specifier, context),
    load: (url, context, next) =>
      url === stand ? { source: source(), format: 'module', shortCircuit: true } : next(url, context),
  })
}

/** By its name, or by the file that a test runner has found for it. */
const isElectron = (specifier: string): boolean =>
  specifier === 'electron' || /[\\/]node_modules[\\/]electron[\\/]index\.js$/.test(specifier)

const source = (): string =>
  `import * as host from ${JSON.stringify(surface)}\nexport * from ${JSON.stringify(surface)}\nexport default host\n`
