import type { ApiId } from '../../../shared/model/account.ts'

/** What a sentence calls the carrier behind an account. */
export const carrierNames: Readonly<Record<ApiId, string>> = {
  'callfire-v2': 'CallFire',
  'flowroute-v2': 'Flowroute',
}
