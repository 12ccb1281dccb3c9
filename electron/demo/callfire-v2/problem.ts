import type { DemoReply } from '../kit/server.ts'

/** A refusal by the carrier's own rules; it becomes an `ErrorResponse`. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

export type InternalCodeForm = 'string' | 'number' | 'absent'

const wordings: Readonly<Record<number, string>> = {
  401: 'user is not authenticated, check the API login and password',
  403: 'this user may not do that',
  404: 'nothing was found here',
  429: 'rate limit reached, slow down',
  500: 'internal server error',
  502: 'upstream is not available',
  503: 'service is down for a moment',
}

const codeOf = (status: number, form: InternalCodeForm): { internalCode?: string | number } => {
  const code = status === 404 ? 4 : status
  if (form === 'absent') return {}
  return { internalCode: form === 'string' ? String(code) : code }
}

/** Documents say that the internal code is a number in one generation and a string in the next. */
export const errorDocument = (status: number, form: InternalCodeForm, message = wordings[status] ?? 'bad request') => ({
  httpStatusCode: status,
  ...codeOf(status, form),
  message,
  ...(status >= 500 && { developerMessage: `demo carrier, status ${status}` }),
  helpLink: 'https://answers.callfire.com/hc/en-us',
})

export const toErrorReply = (problem: Problem, form: InternalCodeForm): DemoReply => ({
  status: problem.status,
  body: errorDocument(problem.status, form, problem.message),
})
