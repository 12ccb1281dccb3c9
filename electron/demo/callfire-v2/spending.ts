import { z } from 'zod'
import type { Refusal } from '../kit/faults.ts'
import type { DemoRequest } from '../kit/message.ts'
import type { Wanted } from '../kit/spending.ts'
import { errorDocument } from './problem.ts'

const list = z.array(z.string()).catch([])
const named = z.object({ numbers: list.optional(), keywords: list.optional() }).catch({})

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Orders spend. Giving up is a switch that may be turned twice, so it is not among these. */
export function wantedBy({ method, path, body }: DemoRequest): Wanted | null {
  if (method !== 'POST' || !/^\/v2\/orders\/(?:numbers|keywords)$/.test(path)) return null
  const { numbers = [], keywords = [] } = named.parse(readJson(body))
  const things = path.endsWith('/numbers') ? numbers : keywords.map((keyword) => keyword.toUpperCase())
  return { kind: 'purchase', things }
}

/** In the two wordings that were seen from the live service. */
export function refusalOf(request: DemoRequest): Refusal | null {
  const wanted = wantedBy(request)
  if (!wanted) return null
  const isNamed = request.path.endsWith('/numbers') && wanted.things.length > 0
  const message = isNamed ? `unavailable numbers: ${wanted.things.join(', ')}` : 'no valid credit card on file'
  return { status: 400, body: errorDocument(400, 'string', message) }
}
