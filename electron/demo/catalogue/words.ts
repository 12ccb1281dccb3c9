import { wordToDigits } from '../../../shared/phone.ts'

export type Spelling = { readonly word: string; readonly digits: string }

const spell = (word: string): Spelling => ({ word, digits: wordToDigits(word) ?? '' })

/** Seven letters fill a toll-free number: 1-800-FLOWERS and its like. */
export const tollFreeWords: readonly Spelling[] = [
  'FLOWERS',
  'ROOFING',
  'PLUMBER',
  'HOLIDAY',
  'DENTIST',
  'CLEANER',
].map(spell)

/** Four letters, or four digits that are easy to keep, at the end of a number; an even count. */
export const lineWords: readonly Spelling[] = [
  ...['ROOF', 'TAXI', 'HAIR', 'FISH', 'CAKE', 'HOME', 'CARS', 'PETS', 'BIKE', 'SOUP', 'LAWN', 'MAID', 'YOGA', 'BEER'],
  ...[
    'PAWS',
    'MOVE',
    'TREE',
    'CHEF',
    'LOAN',
    'DEAL',
    '7777',
    '1234',
    '4000',
    '2020',
    '5678',
    '1212',
    '8008',
    '0007',
    '0000',
    '1111',
  ],
].map(spell)
