import { type Arrow, arrowsOf, isPackage, packageName, type Sources } from './imports.ts'
import { limits, type Row, table } from './table.ts'

const rowOf = (file: string): Row | undefined => table.find((row) => row.files.test(file))

/** Every arrow that the table does not hold, as a sentence. */
export function brokenWalls(sources: Sources): readonly string[] {
  return [...sources].flatMap(([file, source]) => {
    const row = rowOf(file)
    if (!row) return [`${file} lies in a folder that the table does not know`]
    return arrowsOf(file, source)
      .filter((arrow) => !isAllowed(file, row, arrow, sources))
      .map((arrow) => `${file} may not import ${arrow.target}`)
  })
}

function isAllowed(file: string, row: Row, arrow: Arrow, sources: Sources): boolean {
  if (isPackage(arrow, sources)) return row.packages.some((allowed) => fitsPackage(allowed, arrow.target))
  if (!arrow.typeOnly && row.typesOnly?.some((path) => arrow.target.startsWith(path))) return false
  return row.mayImport.some((allowed) => fitsPath(allowed, file, row, arrow.target))
}

function fitsPackage(allowed: string, target: string): boolean {
  if (allowed === '*') return true
  const name = packageName(target)
  return allowed.endsWith('*') ? name.startsWith(allowed.slice(0, -1)) : name === allowed
}

function fitsPath(allowed: string, file: string, row: Row, target: string): boolean {
  if (allowed === '*') return true
  if (allowed === '$own') return target.startsWith(row.files.exec(file)?.[0] ?? '\0')
  if (allowed === '$store')
    return target === 'renderer/stores/store.ts' || target.startsWith('renderer/stores/windowed/')
  if (allowed.endsWith('/*.ts')) return isDirectChild(allowed.slice(0, -4), target)
  return allowed.endsWith('/') ? target.startsWith(allowed) : target === allowed
}

const isDirectChild = (folder: string, target: string): boolean =>
  target.startsWith(folder) && !target.slice(folder.length).includes('/')

/** Circles among our own files, each as the path that leads back to its start. */
export function circles(sources: Sources): readonly string[] {
  const done = new Set<string>()
  const found: string[] = []
  const walk = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file)
    if (start >= 0) found.push([...path.slice(start), file].join(' -> '))
    if (start >= 0 || done.has(file)) return
    for (const { target } of arrowsOf(file, sources.get(file) ?? ''))
      if (sources.has(target)) walk(target, [...path, file])
    done.add(file)
  }
  for (const file of sources.keys()) walk(file, [])
  return found
}

/** Files that are longer than allowed, with their length in lines. */
export function tooLong(sources: Sources): readonly string[] {
  return [...sources]
    .map(([file, source]) => ({ file, lines: source.replace(/\n$/, '').split('\n').length }))
    .filter(({ lines }) => lines > limits.linesAFile)
    .map(({ file, lines }) => `${file} has ${lines} lines`)
}
