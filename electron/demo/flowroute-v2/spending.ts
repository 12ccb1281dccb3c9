import type { Refusal } from '../kit/faults.ts'
import type { DemoRequest } from '../kit/message.ts'
import type { Wanted } from '../kit/spending.ts'
import { documentType } from './documents.ts'
import { actionNotAuthorized, notForSale } from './problem.ts'

const numberPath = /^\/v2\/numbers\/([^/]+)$/

export function wantedBy({ method, path }: DemoRequest): Wanted | null {
  const thing = numberPath.exec(path)?.[1]
  if (thing === undefined || thing === 'details') return null
  if (method === 'POST') return { kind: 'purchase', things: [thing] }
  return method === 'DELETE' ? { kind: 'release', things: [thing] } : null
}

const sampleId = '6f0d9a52-31c4-4c0e-8d7b-5a2f1c9e0b34'

/** A number that is not for sale; an account that may not give up. Both are in the carrier's own words. */
export function refusalOf(request: DemoRequest): Refusal | null {
  const wanted = wantedBy(request)
  if (!wanted) return null
  const { status, title, detail } = (wanted.kind === 'purchase' ? notForSale() : actionNotAuthorized()).body
  const id = wanted.kind === 'purchase' ? { id: sampleId } : {}
  return { status, body: { errors: [{ ...id, status, title, detail }] }, type: documentType }
}
