import { isFailure } from '../../../shared/failure.ts'
import type { EdgeStrategy, Route } from '../../../shared/model/route.ts'
import { decodeRows, type RowReader } from '../decode.ts'
import { type Api, readRows } from './lists.ts'
import { type WireEdgeStrategy, type WireRoute, wireEdgeStrategy, wireRoute } from './wire.ts'

const kinds: Readonly<Record<string, Route['kind']>> = {
  host: 'host',
  number: 'number',
  uri: 'uri',
  'sip-reg': 'sipRegistration',
}

export const routeReader: RowReader<WireRoute, Route> = {
  schema: wireRoute,
  needs: '.id: expected string of digits',
  toItem: ({ id, attributes }) =>
    id
      ? {
          id,
          kind: kinds[attributes?.route_type?.toLowerCase() ?? ''] ?? 'other',
          target: attributes?.value || null,
          name: attributes?.alias || null,
          edgeStrategyId: attributes?.edge_strategy_id ?? null,
        }
      : null,
}

const edgeReader: RowReader<WireEdgeStrategy, EdgeStrategy> = {
  schema: wireEdgeStrategy,
  needs: '.id: expected number',
  toItem: ({ id, attributes }) =>
    id
      ? {
          id,
          name: attributes?.name || `Edge ${id}`,
          description: attributes?.description || null,
          firewallRules: attributes?.firewall_rules || null,
          sipHost: attributes?.naptr || null,
        }
      : null,
}

/** One short list without pages. An account that may not see it, or an older one without it, has none. */
export async function readEdgeStrategies(api: Api, signal: AbortSignal): Promise<readonly EdgeStrategy[]> {
  try {
    const answer = await api.http.read({ method: 'GET', path: '/v2/routes/edge_strategies', signal })
    return decodeRows(readRows(api, answer), edgeReader, (index) => `${answer.place} data[${index}]`).items
  } catch (error) {
    if (isFailure(error) && (error.failure.kind === 'notFound' || error.failure.kind === 'forbidden')) return []
    throw error
  }
}
