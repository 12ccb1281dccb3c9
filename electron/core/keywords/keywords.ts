import type { HandlersOf } from '../../../shared/contract.ts'
import type { KeywordReport, KeywordsQuery, KeywordWindow } from '../../../shared/model/keyword.ts'
import { checkWords, type KeywordWorld } from './check.ts'

export type Keywords = {
  readonly query: (query: KeywordsQuery) => KeywordWindow
  readonly check: (asked: { readonly accountId: string; readonly text: string }) => Promise<KeywordReport>
}

export const createKeywords = (world: KeywordWorld): Keywords => ({
  query: world.ports.storage.lists.keywords,
  check: (asked) => checkWords(world, asked),
})

export const keywordHandlers = (keywords: Keywords): HandlersOf<'keywords'> => ({
  'keywords.query': keywords.query,
  'keywords.check': keywords.check,
})
