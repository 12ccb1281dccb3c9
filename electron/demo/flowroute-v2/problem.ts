/** Text, or an object that mirrors the request with lists of messages at its leaves. */
export type ProblemDetail = string | { readonly [member: string]: unknown }

export type ProblemBody = {
  readonly status: number
  /** Some refusals come without a title. */
  readonly title?: string
  readonly detail: ProblemDetail
  /** Some come without the id that support asks for. */
  readonly withoutId?: boolean
  readonly headers?: Readonly<Record<string, string>>
}

/** Thrown by an endpoint; the handler writes it as the error document. */
export class Problem extends Error {
  readonly body: ProblemBody

  constructor(body: ProblemBody) {
    super(body.title ?? `status ${body.status}`)
    this.name = 'Problem'
    this.body = body
  }
}

export const unauthorized = () =>
  new Problem({
    status: 401,
    title: 'Unauthorized',
    detail: 'Authentication failed.',
    headers: { 'www-authenticate': 'Basic realm="Flowroute API"' },
  })

export const actionNotAuthorized = () =>
  new Problem({ status: 403, title: 'ActionNotAuthorizedError', detail: '', withoutId: true })

export const routeInUse = () =>
  new Problem({
    status: 403,
    title: 'This Route has numbers still associated to it.',
    detail: 'Please disassociate all numbers before deleting.',
  })

export const forbidden = (title: string, detail: string) => new Problem({ status: 403, title, detail })

export const notFound = (detail: string) => new Problem({ status: 404, title: 'Resource not found', detail })

export const notOnAccount = () => new Problem({ status: 404, detail: 'Could not find that resource on your account.' })

export const methodNotAllowed = (allow: readonly string[]) =>
  new Problem({
    status: 405,
    title: 'Method Not Allowed',
    detail: 'The method is not allowed for the requested URL.',
    headers: { allow: allow.join(', ') },
  })

export const unsupportedType = (type: string) =>
  new Problem({ status: 415, title: 'Unsupported Media Type', detail: `Cannot read a body of type "${type}".` })

export const malformed = (detail: string) => new Problem({ status: 400, title: 'Client Error', detail })

export const notForSale = () =>
  new Problem({ status: 422, title: 'Business Logic Error', detail: 'The TN is not available for purchase.' })

export const insufficientFunds = (status: 402 | 403 | 422) =>
  new Problem({ status, title: 'Insufficient funds', detail: 'Insufficient funds on the account for this purchase.' })

/** A wrong value: no title, and the detail mirrors what was sent. */
export const invalid = (detail: ProblemDetail) => new Problem({ status: 422, detail })

/** Puts the message where the wrong value stands: `['data', 'id']` gives `{"data":{"id":["…"]}}`. */
export const invalidAt = (path: readonly PropertyKey[], message: string): Problem => {
  const nested = path.toReversed().reduce<unknown>((inner, name) => ({ [String(name)]: inner }), [message])
  return invalid(typeof nested === 'object' && nested !== null && path.length > 0 ? { ...nested } : message)
}

/** Thrown for a path that nobody serves; its document looks like no other. */
export class Unserved extends Error {}

export const unservedDocument = {
  errors: [
    {
      status:
        '404 Not Found: The requested URL was not found on the server. ' +
        'If you entered the URL manually please check your spelling and try again.',
    },
  ],
}

const plainTitles: Readonly<Record<number, string>> = {
  400: 'Client Error',
  404: 'Resource not found',
  409: 'Conflict',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
}

/** The refusal that this carrier would send with that status, whatever was asked. */
export function usualProblem(status: number): ProblemBody {
  if (status === 401) return unauthorized().body
  if (status === 403) return actionNotAuthorized().body
  if (status === 422) return invalid({ data: { attributes: { value: ['Invalid value.'] } } }).body
  return { status, title: plainTitles[status] ?? `Status ${status}`, detail: 'The request could not be processed.' }
}
