import {
  closeSync,
  existsSync,
  fdatasyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { z } from 'zod'

/** What the books were at the start: the same three make the same books. */
const head = z.strictObject({
  /** Grows when an older journal would make other books. */
  sampleCarriers: z.literal(1),
  seed: z.int().min(0),
  numbers: z.int().min(0),
  /** Epoch milliseconds. */
  start: z.number(),
})
export type JournalHead = z.infer<typeof head>

const carrierNames = ['callfire-v2', 'flowroute-v2'] as const
export type JournalCarrier = (typeof carrierNames)[number]

/** A signed-in request that may have changed something. Its key is not kept. */
const entry = z.strictObject({
  at: z.number(),
  carrier: z.enum(carrierNames),
  method: z.string(),
  /** Raw path with the query. */
  target: z.string().startsWith('/'),
  /** Content type of the body. */
  type: z.string().optional(),
  body: z.string().optional(),
})
export type JournalEntry = z.infer<typeof entry>

export type Journal = {
  readonly head: JournalHead
  /** What was there when it was opened, oldest first. */
  readonly entries: readonly JournalEntry[]
  /** Where a file is now that could not be read; null: there was none. */
  readonly setAside: string | null
  /** On the disk when it returns; throws when it is not, and nothing may happen then. */
  append(entry: JournalEntry): void
  /** May be called again. */
  close(): void
}

/** The message is one sentence for a person. */
export class JournalError extends Error {
  override readonly name = 'JournalError'
}

type Read = { readonly head: JournalHead; readonly entries: readonly JournalEntry[]; readonly size: number }

/** A line that a crash has torn has no end, and its request has had no effect. Null: this is not such a journal. */
function parse(bytes: Buffer): Read | null {
  const size = bytes.lastIndexOf('\n') + 1
  const [first, ...rest] = bytes.toString().split('\n').slice(0, -1)
  try {
    return {
      head: head.parse(JSON.parse(first ?? '')),
      entries: rest.map((line) => entry.parse(JSON.parse(line))),
      size,
    }
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null
    throw error
  }
}

function freeName(path: string): string {
  let turn = 1
  while (existsSync(`${path}.unreadable-${turn}`)) turn += 1
  return `${path}.unreadable-${turn}`
}

function createAppend(file: number, begin: number) {
  let size = begin
  return (line: object): void => {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`)
    try {
      for (let sent = 0; sent < bytes.length; ) sent += writeSync(file, bytes, sent, bytes.length - sent, size + sent)
      fdatasyncSync(file)
    } catch (error) {
      // Half a line would spoil the next one.
      ftruncateSync(file, size)
      throw error
    }
    size += bytes.length
  }
}

/** Empty: there is none. Null: something is there that cannot be read. */
function bytesAt(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return error.code === 'ENOENT' ? Buffer.alloc(0) : null
  }
}

/** Goes on with a journal, or begins one with `fresh`. */
function open(path: string, fresh: JournalHead): Journal {
  const bytes = bytesAt(path)
  const read = bytes && parse(bytes)
  const setAside = read || bytes?.length === 0 ? null : freeName(path)
  if (setAside !== null) renameSync(path, setAside)
  const file = openSync(path, read ? 'r+' : 'w', 0o600)
  ftruncateSync(file, read?.size ?? 0)
  const append = createAppend(file, read?.size ?? 0)
  if (!read) append(fresh)
  const { head, entries } = read ?? { head: fresh, entries: [] }
  let isOpen = true
  const close = () => {
    if (isOpen) closeSync(file)
    isOpen = false
  }
  return { head, entries, setAside, append, close }
}

/** Throws a `JournalError` when the file can be neither gone on with nor begun. */
export function openJournal(path: string, fresh: JournalHead): Journal {
  try {
    return open(path, fresh)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new JournalError(`The journal ${path} cannot be opened (${error.code}).`, { cause: error })
  }
}
