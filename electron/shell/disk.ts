import { FailureError } from '../../shared/failure.ts'

/** Runs a write; what a disk may refuse becomes the failure that says so. */
export function onDisk<T>(write: () => T): T {
  try {
    return write()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? `${error.code}` : null
    if (code === null || !(code in reasons || code.startsWith('E'))) throw error
    throw new FailureError({ kind: 'disk', why: reasons[code] ?? 'other', detail: code }, { cause: error })
  }
}

const reasons: Readonly<Record<string, 'full' | 'readOnly'>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'readOnly',
  EACCES: 'readOnly',
  EPERM: 'readOnly',
}
