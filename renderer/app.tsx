import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import styles from './app.module.css'
import { Announcements } from './screens/frame/announcements.tsx'
import { Rail, sections } from './screens/frame/rail.tsx'
import { StatusStrip } from './screens/frame/status-strip.tsx'
import { TopBar } from './screens/frame/top-bar.tsx'
import { Troubles } from './screens/frame/troubles.tsx'
import { useShortcuts } from './screens/frame/use-shortcuts.ts'
import { NumbersScreen } from './screens/numbers/numbers-screen.tsx'
import { JourneyProvider, marketPlace, numbersPlace, type Place } from './screens/place.ts'
import { type Stores, StoresProvider, useGetState, useScreen } from './screens/stores.ts'
import type { GridHandle } from './ui/grid/data-grid.tsx'
import { Toasts } from './ui/toast.tsx'

const AddAccountScreen = lazy(async () => ({
  default: (await import('./screens/add-account/add-account-screen.tsx')).AddAccountScreen,
}))
const MarketScreen = lazy(async () => ({
  default: (await import('./screens/market/market-screen.tsx')).MarketScreen,
}))
const KeywordsScreen = lazy(async () => ({
  default: (await import('./screens/keywords/keywords-screen.tsx')).KeywordsScreen,
}))
const OrdersScreen = lazy(async () => ({
  default: (await import('./screens/orders/orders-screen.tsx')).OrdersScreen,
}))
const BuyDialog = lazy(async () => ({ default: (await import('./screens/buying/buy-dialog.tsx')).BuyDialog }))
const GivingUpDialog = lazy(async () => ({
  default: (await import('./screens/giving-up/giving-up-dialog.tsx')).GivingUpDialog,
}))
const SettingsScreen = lazy(async () => ({
  default: (await import('./screens/settings/settings-screen.tsx')).SettingsScreen,
}))
const ShortcutSheet = lazy(async () => ({
  default: (await import('./screens/frame/shortcut-sheet.tsx')).ShortcutSheet,
}))

export function App({ stores }: { readonly stores: Stores }) {
  const [place, go] = useState<Place>(numbersPlace)
  const journey = useMemo(() => ({ place, go }), [place])
  return (
    <StoresProvider value={stores}>
      <JourneyProvider value={journey}>
        <Look />
        <Window place={place} go={go} />
        <Buying />
        <GivingUp />
        <Announcements />
        <Toasts />
      </JourneyProvider>
    </StoresProvider>
  )
}

/** Theme and density belong to the whole page, so they stand on its root element. */
function Look() {
  const theme = useScreen('settings', (state) => state.settings?.theme ?? 'system')
  const density = useScreen('settings', (state) => state.settings?.density ?? 'normal')
  useEffect(() => {
    Object.assign(document.documentElement.dataset, { theme, density })
  }, [theme, density])
  return null
}

/** Whichever screen asked for it: there is one dialog for everything that spends. */
function Buying() {
  const isAsked = useScreen('draft', (state) => state.asked !== null)
  useEffect(() => (isAsked ? takeFocusWhenLost : undefined), [isAsked])
  return (
    isAsked && (
      <Suspense>
        <BuyDialog />
      </Suspense>
    )
  )
}

/** Asked for by a number, a keyword or a selection of numbers. */
function GivingUp() {
  const isAsked = useScreen('leases', (state) => state.asked !== null)
  // One at a time: what comes next waits until the release before it was looked at.
  const isBuying = useScreen('draft', (state) => state.asked !== null)
  return (
    isAsked &&
    !isBuying && (
      <Suspense>
        <GivingUpDialog />
      </Suspense>
    )
  )
}

/** What opened the dialog may be gone with what was bought: the focus must still have a place in the window. */
function takeFocusWhenLost(): void {
  // React Aria gives the focus back in the next frame; only after that can it be known as lost.
  setTimeout(() => {
    if (document.activeElement === document.body) document.getElementById('content')?.focus()
  }, focusBackMs)
}
const focusBackMs = 60

type WindowProps = { readonly place: Place; readonly go: (place: Place) => void }

function Window({ place, go }: WindowProps) {
  const isFirst = useScreen('accounts', (state) => state.accounts?.length === 0)
  const search = useRef<HTMLInputElement>(null)
  const grid = useRef<GridHandle>(null)
  const [isSheetOpen, setSheetOpen] = useState(false)
  useKeys({ go, search: () => search.current?.focus(), sheet: () => setSheetOpen(true) })
  const sheet = isSheetOpen && (
    <Suspense>
      <ShortcutSheet onClose={() => setSheetOpen(false)} />
    </Suspense>
  )
  if (isFirst) {
    return (
      <main className={styles.first}>
        <Troubles />
        <div className={styles.screen}>
          <Suspense>
            <AddAccountScreen isFirst />
            {sheet}
          </Suspense>
        </div>
      </main>
    )
  }
  return (
    <div className={styles.window}>
      <SkipLinks />
      <Rail />
      <TopBar search={search} onLeaveSearch={() => grid.current?.focus()} />
      <main id="content" tabIndex={-1} className={styles.content} data-area="content">
        <Troubles />
        <div className={styles.screen}>
          <Suspense>
            {place.screen === 'numbers' ? <NumbersScreen grid={grid} /> : <Other screen={place.screen} />}
          </Suspense>
        </div>
      </main>
      <StatusStrip />
      {sheet}
    </div>
  )
}

function Other({ screen }: { readonly screen: Exclude<Place['screen'], 'numbers'> }) {
  switch (screen) {
    case 'market':
      return <MarketScreen />
    case 'keywords':
      return <KeywordsScreen />
    case 'orders':
      return <OrdersScreen />
    case 'settings':
      return <SettingsScreen />
    case 'addAccount':
      return <AddAccountScreen isFirst={false} />
    default:
      return screen satisfies never
  }
}

function SkipLinks() {
  return (
    <a href="#content" className={styles.skip}>
      Skip to the content
    </a>
  )
}

type Keys = { readonly go: (place: Place) => void; readonly search: () => void; readonly sheet: () => void }

function useKeys({ go, search, sheet }: Keys): void {
  const sync = useGetState('sync')
  const numbers = useGetState('numbers')
  useShortcuts({
    search,
    sheet,
    section: (index) => {
      const section = sections[index]
      if (section) go(section.place)
    },
    market: () => go(marketPlace),
    sync: (scope) => {
      const shown = scope === 'shown' ? numbers().filter.accountIds : []
      if (shown.length === 0) void sync().start(null)
      for (const accountId of shown) void sync().start(accountId)
    },
  })
}
