type PageHandler = Parameters<Electron.Protocol['handle']>[1]

const handlers = new Map<string, PageHandler>()
const registered = new Set<string>()

export const protocol = {
  registerSchemesAsPrivileged(schemes) {
    for (const { scheme } of schemes) registered.add(scheme)
  },
  handle(scheme, handler) {
    if (!registered.has(scheme)) throw new Error(`The scheme ${scheme} was not registered before ready`)
    handlers.set(scheme, handler)
  },
  isProtocolHandled: (scheme) => handlers.has(scheme),
} satisfies Partial<Electron.Protocol>

/** The app's own answer to a request of its page; null while nobody answers yet. */
export async function answerPage(request: Request): Promise<Response | null> {
  const handler = handlers.get(new URL(request.url).protocol.slice(0, -1))
  return handler === undefined ? null : handler(request)
}
