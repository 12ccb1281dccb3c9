import { resolve } from 'node:path'

/** The folder that `--data DIR` or `--data=DIR` names, absolute; null when none is named. */
export function toDataFolder(args: readonly string[], workingFolder: string): string | null {
  const joined = args.find((arg) => arg.startsWith('--data='))?.slice('--data='.length)
  const place = args.indexOf('--data')
  const named = joined ?? (place === -1 ? undefined : args[place + 1])
  return named === undefined || named === '' || named.startsWith('--') ? null : resolve(workingFolder, named)
}
