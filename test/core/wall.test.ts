import { describe, expect, it } from 'vitest'
import type { Handlers } from '../../electron/core/requests.ts'
import { settingsHandlers } from '../../electron/core/settings/handlers.ts'
import { contract, type HandlersOf } from '../../shared/contract.ts'

// The compiler is the test here: an error that does not come is an error of its own.
type Settings = Parameters<typeof settingsHandlers>[0]

describe('the wall', () => {
  it('does not compile with a request that nobody answers', () => {
    // @ts-expect-error: five topics are missing
    const handlers = (settings: Settings): Handlers => ({ ...settingsHandlers(settings) })
    expect(handlers).toBeTypeOf('function')
  })

  it('does not compile with an answer that nobody can ask for', () => {
    const handlers = (settings: Settings): HandlersOf<'settings'> => ({
      ...settingsHandlers(settings),
      // @ts-expect-error: no schema of that name
      'settings.reset': () => null,
    })
    expect(handlers).toBeTypeOf('function')
  })

  it('has a schema for every request', () => {
    for (const { input } of Object.values(contract)) expect(input.safeParse).toBeTypeOf('function')
  })
})
