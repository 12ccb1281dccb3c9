import type { IncomingHttpHeaders } from 'node:http'
import { z } from 'zod'
import { invalidAt, malformed, unsupportedType } from './problem.ts'

const readable = new Set(['application/vnd.api+json', 'application/json', ''])

/** SDKs send several types, or none at all; only a body can be of a wrong one. */
export function checkType(headers: IncomingHttpHeaders, body: Buffer): void {
  const said = headers['content-type'] ?? ''
  const type = (said.split(';')[0] ?? '').trim().toLowerCase()
  if (body.length > 0 && !readable.has(type)) throw unsupportedType(type)
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) throw malformed('The request body is not valid JSON.')
    throw error
  }
}

const member = z.looseObject({})

/** An empty body is an empty object: official clients buy with nothing in it. */
export function readObject(body: Buffer): Readonly<Record<string, unknown>> {
  const value = body.length === 0 ? {} : parseJson(body)
  const object = member.safeParse(value)
  if (!object.success) throw malformed('The request body is not a JSON object.')
  return object.data
}

/** Throws a 422 whose detail mirrors the body with the first wrong place. `at` is what stands around the value. */
export function check<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  at: readonly string[] = [],
): z.infer<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw invalidAt([...at, ...(issue?.path ?? [])], issue?.message ?? 'Invalid value.')
}

/** Clients write `true`, `"true"` and Python's `True`. */
export const looseFlag = z.union(
  [
    z.boolean(),
    z
      .string()
      .regex(/^(true|false)$/i)
      .transform((word) => word.toLowerCase() === 'true'),
  ],
  { error: 'Not a valid boolean.' },
)
