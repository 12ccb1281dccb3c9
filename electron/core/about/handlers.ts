import type { HandlersOf } from '../../../shared/contract.ts'
import type { KeystoreState } from '../../../shared/model/settings.ts'
import type { Ports } from '../ports.ts'
import type { Push } from '../pushes.ts'
import { within } from '../within.ts'
import type { Notices } from './notices.ts'

type World = Pick<Ports, 'host' | 'vault' | 'wait'>

/** A screen waits no longer than this to hear how keys could be kept. */
const keystoreLimitMs = 2_000

export function aboutHandlers({ host, vault, wait }: World, notices: Notices, push: Push): HandlersOf<'app'> {
  const keystore = createKeystoreLook({ vault, wait }, push)
  return {
    'app.info': async () => ({
      version: host.version,
      host: host.kind,
      dataFolder: host.dataFolder,
      keystore: await keystore(),
      online: host.isOnline(),
      notices: notices.list(),
    }),
    'app.dismissNotice': ({ id }) => {
      notices.dismiss(id)
      return null
    },
    'app.openPage': async ({ page }) => {
      await host.openPage(page)
      return null
    },
    'app.openDataFolder': async () => {
      await host.openDataFolder()
      return null
    },
  }
}

/** While the system's own prompt is open we say so, and tell when it has answered. */
function createKeystoreLook({ vault, wait }: Pick<World, 'vault' | 'wait'>, push: Push): () => Promise<KeystoreState> {
  let asking: Promise<KeystoreState> | null = null
  return async () => {
    asking ??= vault.state().finally(() => {
      asking = null
    })
    const asked = asking
    const outcome = await within(asked, keystoreLimitMs, wait)
    if (!outcome.late) return outcome.value
    // Either way the page asks again, and hears then what came of it.
    const answered = () => push('app')
    asked.then(answered, answered)
    return { kind: 'pending' }
  }
}
