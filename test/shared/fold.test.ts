import { describe, expect, it } from 'vitest'
import { fold } from '../../shared/fold.ts'

describe('folded text', () => {
  it.each([
    ['Bakery DESK', 'bakery desk'],
    ['Café Zoë', 'cafe zoe'],
    ['ÅNGSTRÖM', 'angstrom'],
    ['🎂 50%_*', '🎂 50%_*'],
    ['日本', '日本'],
    ['', ''],
  ])('%j reads %j', (text, folded) => expect(fold(text)).toBe(folded))
})
