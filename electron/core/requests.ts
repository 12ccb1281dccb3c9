import { contract, type Output, type Parsed, type RequestName } from '../../shared/contract.ts'
import { FailureError, isFailure, type Result } from '../../shared/failure.ts'

/** A handler for every request of the contract; one that is missing, or one too many, does not compile. */
export type Handlers = {
  readonly [Name in RequestName]: (input: Parsed<Name>) => Promise<Output<Name>> | Output<Name>
}

/** The one place where a failure becomes a value. What is not a failure is a bug and goes on up. */
export async function answer(handlers: Handlers, name: string, input: unknown): Promise<Result<unknown>> {
  try {
    return { ok: true, value: await handle(handlers, toRequestName(name), input) }
  } catch (error) {
    if (isFailure(error)) return { ok: false, failure: error.failure }
    throw error
  }
}

function handle<Name extends RequestName>(handlers: Handlers, name: Name, input: unknown) {
  const parsed = contract[name].input.safeParse(input)
  if (!parsed.success) throw invalidInput(parsed.error.issues)
  return handlers[name](parsed.data as Parsed<Name>)
}

function toRequestName(name: string): RequestName {
  if (isRequestName(name)) return name
  throw invalid(
    'name',
    `Linekeeper does not know the request “${name.slice(0, 60)}”. Restart it to bring both halves together.`,
  )
}

const isRequestName = (name: string): name is RequestName => Object.hasOwn(contract, name)

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string }

/** Our own messages are whole sentences already; the schema library's are not, and are put into one. */
function invalidInput([issue]: readonly Issue[]): FailureError {
  const field = issue?.path.map(String).join('.') || 'input'
  const message = issue?.message ?? 'not understood'
  return invalid(
    field,
    message.endsWith('.') ? message : `“${field}” cannot be used (${message}). Correct it and try again.`,
  )
}

export const invalid = (field: string, problem: string): FailureError =>
  new FailureError({ kind: 'invalid', field, problem })
