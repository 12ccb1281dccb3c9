import { FailureError } from '../../shared/failure.ts'

type DiskReason = 'full' | 'readOnly' | 'damaged' | 'newer' | 'other'

export const diskFailure = (why: DiskReason, detail: string, cause?: unknown): FailureError =>
  new FailureError({ kind: 'disk', why, detail }, { cause })

/** https://sqlite.org/rescode.html; the lower byte of an extended code is its kind. */
const reasons: ReadonlyMap<number, readonly [DiskReason, string]> = new Map([
  [3, ['readOnly', 'This computer does not allow Linekeeper to change its data file.']],
  [5, ['other', 'Another program is using the data file. Close it, then try again.']],
  [6, ['other', 'Another program is using the data file. Close it, then try again.']],
  [8, ['readOnly', 'The data file can only be read.']],
  [10, ['other', 'The disk did not take or give the data.']],
  [11, ['damaged', 'The data file is damaged. Restart Linekeeper: it repairs its data when it starts.']],
  [13, ['full', 'The disk is full.']],
  [14, ['readOnly', 'The data file could not be opened.']],
  [23, ['readOnly', 'This computer does not allow Linekeeper to use its data file.']],
  [26, ['damaged', 'The data file is not a Linekeeper data file any more.']],
])

/** Null: not the database's doing, or a bug in our own SQL. */
export function toDiskFailure(error: unknown): FailureError | null {
  if (error instanceof FailureError && error.failure.kind === 'disk') return error
  const known = reasons.get(codeOf(error) & 0xff)
  return known ? diskFailure(known[0], known[1], error) : null
}

/** SQLite's own code; 0: not SQLite's error. */
export function codeOf(error: unknown): number {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : 0
}

export const isDamage = (error: unknown): boolean => {
  const failure = toDiskFailure(error)?.failure
  return failure?.kind === 'disk' && failure.why === 'damaged'
}
