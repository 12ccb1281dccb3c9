import { noLimits } from '../../shared/model/account.ts'
import { isRecord } from './settings-records.ts'

type Content = Readonly<Record<string, unknown>>

/** The step at place n makes a file of version n + 2 out of one of version n + 1. Steps are pure, and never changed once released. */
const steps: readonly ((file: Content) => Content)[] = [withSpending]

export const settingsVersion = 2

/** Accounts of before had no caps on what they may spend. */
function withSpending(file: Content): Content {
  if (!Array.isArray(file.accounts)) return file
  const accounts = file.accounts.map((account) => (isRecord(account) ? { spending: noLimits, ...account } : account))
  return { ...file, accounts }
}

/** The same file in today's form; `newer` when a later Linekeeper wrote it, which is then read as far as it can be. */
export function toToday(
  file: Content,
  today: number = settingsVersion,
  ladder: readonly ((file: Content) => Content)[] = steps,
): { readonly file: Content; readonly newer: boolean } {
  const version = typeof file.version === 'number' ? file.version : 1
  const moved = ladder.slice(version - 1, today - 1).reduce((old, step) => step(old), file)
  return { file: { ...moved, version: today }, newer: version > today }
}
