/** `$own`: the file's own folder, as far as the row's pattern names it. A row is found by the first pattern that fits. */
export type Row = {
  readonly files: RegExp
  readonly mayImport: readonly string[]
  readonly packages: readonly string[]
  /** Paths from which only `import type` is allowed. */
  readonly typesOnly?: readonly string[]
}

const nodeAnything = 'node:*'
const react = ['react', 'react-dom', 'react-aria-components', 'react-aria', 'lucide-react']

/** Who may import whom: ARCHITECTURE.md, section 3, as data. The first row that fits a file is its row. */
export const table: readonly Row[] = [
  { files: /^shared\//, mayImport: ['shared/'], packages: ['zod', 'libphonenumber-js', '@internationalized/date'] },
  { files: /^electron\/core\//, mayImport: ['electron/core/', 'shared/'], packages: [] },
  {
    files: /^electron\/providers\/[^/]+\//,
    mayImport: ['$own', 'electron/providers/*.ts', 'electron/core/ports.ts', 'shared/'],
    packages: ['zod'],
  },
  {
    files: /^electron\/providers\/http\.ts$/,
    mayImport: ['electron/providers/*.ts', 'electron/core/ports.ts', 'shared/'],
    packages: ['ky', 'p-queue', 'zod'],
  },
  {
    files: /^electron\/providers\/index\.ts$/,
    mayImport: ['electron/providers/', 'electron/core/ports.ts', 'shared/'],
    packages: ['zod'],
  },
  {
    files: /^electron\/providers\/[^/]+\.ts$/,
    mayImport: ['electron/providers/*.ts', 'electron/core/ports.ts', 'shared/'],
    packages: ['zod'],
  },
  {
    files: /^electron\/storage\//,
    mayImport: ['electron/storage/', 'electron/core/ports.ts', 'shared/'],
    packages: ['node:sqlite', 'node:fs', 'node:path', 'node:worker_threads'],
  },
  {
    files: /^electron\/shell\//,
    mayImport: ['electron/shell/', 'electron/core/', 'shared/'],
    packages: ['electron', 'electron-store', 'electron-updater', 'electron-log', nodeAnything],
  },
  {
    files: /^electron\/demo\//,
    mayImport: ['electron/demo/', 'shared/'],
    packages: ['node:http', 'zod', 'fast-xml-parser', nodeAnything],
  },
  { files: /^electron\/preload\.ts$/, mayImport: ['shared/'], packages: ['electron'], typesOnly: ['shared/'] },
  { files: /^electron\/(start|main)\.ts$/, mayImport: ['electron/', 'shared/'], packages: ['electron', nodeAnything] },
  { files: /^renderer\/ui\//, mayImport: ['renderer/ui/', 'shared/'], packages: [...react, '@tanstack/*'] },
  { files: /^renderer\/stores\/[^/]+\//, mayImport: ['$own', '$store', 'shared/'], packages: ['zustand'] },
  { files: /^renderer\/stores\//, mayImport: ['$store', 'shared/'], packages: ['zustand'] },
  {
    files: /^renderer\/screens\/[^/]+\//,
    mayImport: ['$own', 'renderer/screens/*.ts', 'renderer/stores/', 'renderer/ui/', 'renderer/words.ts', 'shared/'],
    packages: [...react, 'react-hook-form', 'zod'],
  },
  {
    files: /^renderer\/screens\/[^/]+\.tsx?$/,
    mayImport: ['renderer/screens/*.ts', 'renderer/stores/', 'renderer/ui/', 'renderer/words.ts', 'shared/'],
    packages: react,
  },
  { files: /^renderer\/(words|bridge)\.ts$/, mayImport: ['shared/'], packages: [] },
  {
    files: /^renderer\/[^/]+\.tsx?$/,
    mayImport: ['renderer/', 'shared/'],
    packages: [...react, '@fontsource-variable/inter', 'zustand'],
  },
  { files: /^test\//, mayImport: ['*'], packages: ['*'] },
  { files: /^[^/]+\.config\.ts$/, mayImport: ['*'], packages: ['*'] },
]

/** No file and no function is longer. Functions are measured by Biome, whose setting the test compares with this. */
export const limits = { linesAFile: 250, linesAFunction: 40 } as const
