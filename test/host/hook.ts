import { registerHooks } from 'node:module'

const surface = new URL('./electron.ts', import.meta.url).href
const stand = 'host:electron'

/** Whoever asks for `electron` in this process, by name or as a default, gets the host. */
export function resolveElectronToHost(): void {
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron' ? { url: stand, format: 'module', shortCircuit: true } : next(specifier, context),
    load: (url, context, next) =>
      url === stand ? { source: source(), format: 'module', shortCircuit: true } : next(url, context),
  })
}

const source = (): string =>
  `import * as host from ${JSON.stringify(surface)}\nexport * from ${JSON.stringify(surface)}\nexport default host\n`
