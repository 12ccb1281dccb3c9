import { decodeRows } from '../decode.ts'
import { isAbsent } from '../failures.ts'
import type { Query } from '../http.ts'
import { type Api, pageLimit, readEnvelope } from './lists.ts'
import { regionReader } from './regions.ts'

/** As many as a person waits for; spread over all that there are, so that no part of a state is left out. */
const most = 40

export type Prefixes = { readonly prefixes: readonly string[]; readonly isAll: boolean }

/** Area codes with exchange of a place, as CallFire wants them: the only way to more of its numbers than one page. */
export async function readPrefixes(api: Api, query: Query, signal: AbortSignal): Promise<Prefixes> {
  const path = '/numbers/regions'
  const asked = { ...query, offset: 0, limit: pageLimit }
  const answer = await api.http.read({ method: 'GET', path, query: asked, signal }).catch(nullWhenAbsent)
  if (answer === null) return { prefixes: [], isAll: false }
  const { rows } = readEnvelope(api, answer)
  const { items } = decodeRows(rows, regionReader, (index) => `${answer.place} items[${index}]`)
  const all = [...new Set(items.flatMap(({ prefix }) => (prefix && /^1\d{6}$/.test(prefix) ? [prefix] : [])))]
  const step = Math.max(1, Math.ceil(all.length / most))
  const prefixes = all.filter((_, index) => index % step === 0)
  return { prefixes, isAll: step === 1 && rows.length < pageLimit }
}

function nullWhenAbsent(error: unknown): null {
  if (isAbsent(error)) return null
  throw error
}
