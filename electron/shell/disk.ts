import { FailureError } from '../../shared/failure.ts'

/** Runs a write; what a disk may refuse becomes the failure that says so. */
export function onDisk<T>(write: () => T): T {
  try {
    return write()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? `${error.code}` : null
    if (code === null || !(code in reasons || code.startsWith('E'))) throw error
    throw diskFailure(error, code)
  }
}

/** The failure for what a disk refused; `detail` is for support. An error may wrap the system's own. */
export function diskFailure(error: unknown, detail: string): FailureError {
  return new FailureError({ kind: 'disk', why: reasons[codeOf(error)] ?? 'other', detail }, { cause: error })
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  return 'code' in error && typeof error.code === 'string' ? error.code : codeOf(error.cause)
}

const reasons: Readonly<Record<string, 'full' | 'readOnly'>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'readOnly',
  EACCES: 'readOnly',
  EPERM: 'readOnly',
}
