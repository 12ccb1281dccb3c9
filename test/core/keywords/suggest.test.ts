import { describe, expect, it } from 'vitest'
import { candidatesFor } from '../../../electron/core/keywords/suggest.ts'

describe('words close to a taken one', () => {
  it.each([
    ['CAKE', 'CAKES'],
    ['CAKES', 'CAKE'],
    ['BERRY', 'BERRIES'],
    ['BERRIES', 'BERRY'],
    ['DISH', 'DISHES'],
    ['DISHES', 'DISH'],
    ['BOX', 'BOXES'],
    ['TOY', 'TOYS'],
    ['GLASS', 'GLASSES'],
  ])('begin with its other number: %s, %s', (word, other) => expect(candidatesFor([word], [])[0]).toBe(other))

  it('come in turn when several are taken', () =>
    expect(candidatesFor(['CAKE', 'PIE'], ['Walla Walla']).slice(0, 6)).toEqual([
      'CAKES',
      'PIES',
      'CAKEWALLAWALLA',
      'PIEWALLAWALLA',
      'GOCAKE',
      'GOPIE',
    ]))

  it('are keywords themselves, each once, and never too many for one question', () => {
    const words = Array.from({ length: 50 }, (_, index) => `${'X'.repeat(60)}${index}`)
    const candidates = candidatesFor([...words, ...words], ['St. John’s'])
    expect(candidates.length).toBeLessThanOrEqual(60)
    expect(new Set(candidates).size).toBe(candidates.length)
    for (const word of candidates) expect(word).toMatch(/^[A-Z0-9]{3,64}$/)
  })
})
