import { cpus, loadavg, totalmem } from 'node:os'
import type { Figures } from './figure.ts'
import { rounded } from './figure.ts'

export type Report = ReturnType<typeof toReport>

/** What is printed: the figures, and on what they were measured. */
export function toReport(figures: Figures, tookMs: number) {
  const processors = cpus()
  const limited = Object.values(figures).filter(({ holds }) => holds !== null)
  return {
    holds: limited.every(({ holds }) => holds),
    figures,
    tookMs: Math.round(tookMs),
    machine: {
      processors: processors.length,
      model: processors[0]?.model ?? '',
      memoryBytes: totalmem(),
      /** One, five and fifteen minutes: a busy computer measures itself. */
      load: loadavg().map(rounded),
      node: process.versions.node,
      platform: process.platform,
    },
  }
}
