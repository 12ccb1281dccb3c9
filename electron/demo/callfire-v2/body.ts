import { z } from 'zod'
import { Problem } from './problem.ts'

/** The official samples send `"false"` for false and `"2"` for 2, so both are taken. */
const coercedFlag = z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')])
export const coercedWhole = z.union([
  z.int().min(0),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
])

/** Null means the same as absent: SDKs differ in what they write for "no value". */
export const part = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? undefined)

export const flag = part(coercedFlag)
export const whole = part(coercedWhole)
export const text = part(z.string())
export const texts = part(z.array(z.string()))

/** What is wrong, with the place: `callTrackingConfig.weeklySchedule.timeZone: …`. */
const sentence = ({ issues }: z.ZodError): string => {
  const [issue] = issues
  const place = issue?.path.join('.') ?? ''
  return place === '' ? 'request body is not what it should be' : `${place}: ${issue?.message ?? 'not valid'}`
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) throw new Problem(400, 'request body is not valid JSON')
    throw error
  }
}

/** Unknown members are ignored; wrong ones are a 400. */
export function readBody<Schema extends z.ZodType>(schema: Schema, body: Buffer): z.infer<Schema> {
  const parsed = schema.safeParse(parseJson(body))
  if (!parsed.success) throw new Problem(400, sentence(parsed.error))
  return parsed.data
}

type Given<Value> = { [Name in keyof Value]?: Exclude<Value[Name], undefined> }

/** Leaves out what has no value, as the carrier does: a member is there or it is not, it is never null. */
export function present<Value extends object>(value: Value): Given<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Given<Value>
}
