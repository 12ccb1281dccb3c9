import type { Resource } from './documents.ts'

const strategy = (id: number, name: string, prefers: string, firewallRules: string): Resource => ({
  type: 'edge_strategy',
  id,
  attributes: {
    name,
    description: `Prefers ${prefers}`,
    firewall_rules: firewallRules,
    naptr: `${name.toLowerCase()}.sip.flowroute.com`,
  },
})

/** Their ids are JSON numbers, unlike all others. Address ranges come in both forms, mixed. */
export const edgeStrategies: readonly Resource[] = [
  strategy(1, 'US-West-WA', 'Washington', '203.0.113.0/28, 203.0.113.16 - 203.0.113.23'),
  strategy(2, 'US-West-OR', 'Oregon', '203.0.113.24/29'),
  strategy(3, 'US-Central-TX', 'Texas', '198.51.100.64/27, 198.51.100.100 - 198.51.100.110'),
  strategy(4, 'US-East-VA', 'Virginia', '203.0.113.32/28'),
  strategy(5, 'US-East-NJ', 'New Jersey', '192.0.2.0/28, 192.0.2.32 - 192.0.2.40, 192.0.2.64/29'),
]

export const isEdgeStrategy = (id: number): boolean => edgeStrategies.some((strategy) => strategy.id === id)
