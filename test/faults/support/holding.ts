import { expect } from 'vitest'
import { failureSentence, providerNames } from '../../../renderer/words.ts'
import type { AccountView, ApiId } from '../../../shared/model/account.ts'
import type { NumberRow } from '../../../shared/model/number.ts'
import { numberQuery } from '../../support/builders.ts'
import { createWorld, type World, type WorldOptions } from '../../support/world.ts'

/** What a person has on this computer, apart from how old it is. */
export type Holding = {
  readonly accounts: readonly Omit<AccountView, 'keys'>[]
  readonly numbers: readonly Omit<NumberRow, 'readAt'>[]
}

type Asking = Pick<World, 'ask'>

export async function holdingOf(asking: Asking): Promise<Holding> {
  const { rows } = await asking.ask('numbers.query', numberQuery())
  const accounts = await asking.ask('accounts.list', null)
  return {
    accounts: accounts.map(({ keys: _keys, ...account }) => account),
    numbers: rows.map(({ readAt: _readAt, ...row }) => row),
  }
}

export type Stocked = { readonly world: World; readonly id: string; readonly before: Holding }

/** A world in which one account was read well, and what it then held. */
export async function stocked(api: ApiId, options: WorldOptions = {}): Promise<Stocked> {
  const world = await createWorld({ numbers: 30, ...options })
  const { id } = await world.add(api)
  expect(await world.settled(id)).toMatchObject({ phase: 'done', found: 30 })
  return { world, id, before: await holdingOf(world) }
}

export async function expectNothingLost({ world, before }: Pick<Stocked, 'world' | 'before'>): Promise<void> {
  expect(before.numbers.length).toBeGreaterThan(0)
  expect(await holdingOf(world)).toEqual(before)
}

/** The sentence that stands on the screen for an account whose last reading failed. */
export async function sentenceFor(world: World, accountId: string): Promise<string> {
  const account = (await world.ask('accounts.list', null)).find(({ id }) => id === accountId)
  const { failure } = await world.state(accountId)
  if (!account || !failure) throw new Error(`nothing failed: ${JSON.stringify(await world.state(accountId))}`)
  return plain(failureSentence(failure, providerNames[account.api]))
}

/** Words of machines: codes, names of errors, addresses, places in documents, files and lines of a program. */
const machineWords =
  /undefined|null\b|NaN|\[object|Error\b|\bE[A-Z]{4,}|SQLITE|net::|https?:\/\/\w|HTTP|JSON|\b[1-5]\d\d\b|\/v\d|GET |POST |items\[|data\[|\.ts\b|\n/
/** What a person can do about it. */
const wayOut =
  /\b(allow|ask|change|check|choose|close|confirm|copy|correct|delete|end|enter|free|give|leave|look|name|open|paste|put|read|replace|show|sign in|start|sync|take|try|update|use|wait|write)\b/i

/** Whole sentences in plain words, with a way out. Gives the text back. */
export function plain(text: string): string {
  expect(text).toMatch(/^[A-Z\d“].*[.!]$/)
  expect(text).not.toMatch(machineWords)
  expect(text).toMatch(wayOut)
  return text
}
