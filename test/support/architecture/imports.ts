import { posix } from 'node:path'

/** One arrow as it is written in a file. */
export type Arrow = { readonly target: string; readonly typeOnly: boolean }

/** Source text by path from the project's root, with forward slashes. */
export type Sources = ReadonlyMap<string, string>

const statement = /^\s*(?:import|export)\s+(type\s+)?(?:[\w*{][^'";]*?\s+from\s+)?['"]([^'"]+)['"]/gm
const call = /\b(?:import|require)\(\s*['"]([^'"]+)['"]/g
const comment = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm

/** Every import and re-export of one file; a path is resolved from the project's root, a package stays as written. */
export function arrowsOf(file: string, source: string): readonly Arrow[] {
  const code = source.replace(comment, '')
  const statements = [...code.matchAll(statement)].map(([, type, target = '']) => ({
    target,
    typeOnly: type !== undefined,
  }))
  const calls = [...code.matchAll(call)].map(([, target = '']) => ({ target, typeOnly: false }))
  return [...statements, ...calls].map((arrow) => ({ ...arrow, target: resolve(file, arrow.target) }))
}

const resolve = (file: string, target: string): string =>
  target.startsWith('.') ? posix.join(posix.dirname(file), target) : target

/** A package import, as against a file of ours. */
export const isPackage = (arrow: Arrow, sources: Sources): boolean =>
  !sources.has(arrow.target.replace(/\?.*$/, '')) && !/^(shared|electron|renderer|test)\//.test(arrow.target)

/** `@scope/name/deep` is `@scope/name`; `node:fs/promises` is `node:fs`. */
export function packageName(target: string): string {
  const parts = target.split('/')
  return target.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? target)
}
