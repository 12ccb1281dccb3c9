import type { OwnedKeyword } from '../../../shared/model/keyword.ts'

export const keyword = (word: string): OwnedKeyword => ({
  keyword: word,
  shortCode: '67076',
  number: null,
  lease: { begin: null, end: null, autoRenew: true },
  state: 'active',
  stateSaid: 'ACTIVE',
  labels: [],
})
