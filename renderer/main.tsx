import '@fontsource-variable/inter/wght.css'
import './ui/tokens.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Bridge } from '../shared/bridge.ts'
import { App } from './app.tsx'
import { openBridge } from './bridge.ts'
import { Crash, CrashGuard } from './crash.tsx'
import type { Stores } from './screens/stores.ts'
import { createAccountsStore } from './stores/accounts.ts'
import { createAppStore } from './stores/app.ts'
import { createBudgetsStore } from './stores/budgets.ts'
import { createDetailStore } from './stores/detail.ts'
import { createDraftStore } from './stores/draft.ts'
import { createKeywordsStore } from './stores/keywords.ts'
import { createLeasesStore } from './stores/leases.ts'
import { createMarketStore } from './stores/market/store.ts'
import { createNumbersStore } from './stores/numbers/store.ts'
import { createOrderStore } from './stores/order.ts'
import { createOrdersStore } from './stores/orders.ts'
import { createSettingsStore } from './stores/settings.ts'
import { createSyncStore } from './stores/sync.ts'
import { createWordsStore } from './stores/words.ts'

function createStores(bridge: Bridge): Stores {
  return {
    app: createAppStore(bridge),
    settings: createSettingsStore(bridge),
    accounts: createAccountsStore(bridge),
    sync: createSyncStore(bridge),
    numbers: createNumbersStore(bridge),
    detail: createDetailStore(bridge),
    draft: createDraftStore(bridge),
    market: createMarketStore(bridge),
    orders: createOrdersStore(bridge),
    order: createOrderStore(bridge),
    keywords: createKeywordsStore(bridge),
    words: createWordsStore(bridge),
    budgets: createBudgetsStore(bridge),
    leases: createLeasesStore(bridge),
  }
}

/** Everything is asked for at once; the settings are waited for, so that the first picture has its right colours. */
async function start(root: HTMLElement): Promise<void> {
  const bridge = openBridge(window.linekeeper)
  const page = createRoot(root)
  if (!bridge)
    return page.render(<Crash what="This page only works inside Linekeeper. Start the app, then use its own window." />)
  const stores = createStores(bridge)
  const settings = stores.settings.getState().load()
  void stores.accounts.getState().load()
  void stores.sync.getState().load()
  void stores.app.getState().load()
  stores.numbers.getState().reload()
  stores.orders.getState().reload()
  stores.orders.getState().reload()
  await settings
  page.render(
    <StrictMode>
      <CrashGuard>
        <App stores={stores} />
      </CrashGuard>
    </StrictMode>,
  )
}

const root = document.getElementById('root')
if (root) await start(root)
