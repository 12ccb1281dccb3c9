import { expect, it } from 'vitest'
import { inTurns } from '../../shared/in-turns.ts'

it('lets those that breathe at the same time go on one at a time, in the order in which they came', async () => {
  let turn = 0
  const turns: [string, number][] = []
  const breathe = inTurns(async () => {
    await new Promise(setImmediate)
    turn += 1
  })
  const goOn = async (name: string) => {
    for (let step = 0; step < 2; step++) {
      await breathe()
      turns.push([name, turn])
    }
  }
  await Promise.all([goOn('numbers'), goOn('configs'), goOn('orders')])
  expect(turns).toEqual([
    ['numbers', 1],
    ['configs', 2],
    ['orders', 3],
    ['numbers', 4],
    ['configs', 5],
    ['orders', 6],
  ])
})
