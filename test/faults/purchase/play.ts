import type { OrderDraft } from '../../../shared/model/purchase.ts'
import type { Case, Kill } from './cases.ts'
import type { HoldAt } from './line.ts'
import { type Office, synced } from './office.ts'
import { KilledError, type Running } from './running.ts'
import { heldAt, judge, purchasesOf, shownAt, type Verdict } from './verdict.ts'

export type Played = Verdict & {
  readonly killed: boolean
  /** Why nothing was asked for: the checks' own sentences. Null: something was. */
  readonly stopped: string | null
}

/** Half a minute of the app's own time. */
const settleMs = 600
const looksAtMost = 2

/** One purchase or release with what befalls it, a restart where it was killed, and the comparison with the carrier's books. */
export async function play(office: Office, one: Case): Promise<Played> {
  const folder = office.newFolder()
  const before = heldAt(one.api, office.carriers)
  const life = await office.start(folder, holdOf(one.kill))
  office.lag(one.lags)
  const blow = Promise.withResolvers<void>()
  office.doors.begin({
    spend: spendOf(one),
    look: one.look,
    looks: 3,
    onSpend: isAtCarrier(one.kill) ? blow.resolve : () => undefined,
  })
  const going = goOn(life, office, one)
  const killed = one.kill !== null && (await isReached(life, going, blow.promise))
  if (killed) await life.kill()
  const stopped = await going
  const ended = killed ? null : await untilHeld(life, () => finish(life, office, one))
  const { purchases, shown } = ended ?? (await finish(await office.start(folder, null), office, one))
  const after = heldAt(one.api, office.carriers)
  office.dropFolder(folder)
  const { received } = office.doors
  return { ...judge({ api: one.api, before, after, received, purchases, shown }), killed: ended === null, stopped }
}

/** Null: it came to the place where it was to be killed, and was. */
async function untilHeld<T>(life: Running, work: () => Promise<T>): Promise<T | null> {
  const result = work().catch((error: unknown) => {
    if (error instanceof KilledError) return null
    throw error
  })
  return Promise.race([result, life.held.then(() => life.kill()).then(() => null)])
}

/** What is left to find out is found out, and then what the app shows is read. */
async function finish(life: Running, office: Office, { api }: Case) {
  await settle(life, office)
  const purchases = await purchasesOf(life)
  const shown = await shownAt(life, api, office.accounts)
  await life.close()
  return { purchases, shown }
}

const isAtCarrier = (kill: Kill | null): boolean => kill === 'sent' || kill === 'effect'

function holdOf(kill: Kill | null): HoldAt | null {
  if (kill === null || kill === 'sent' || kill === 'effect') return null
  return kill === 'half' ? 'answered' : kill
}

/** What makes the carrier stand where the kill is to fall. */
function spendOf({ kill, spend }: Case): Case['spend'] {
  if (kill === 'sent') return { kind: 'silent', when: 'before' }
  if (kill === 'effect') return { kind: 'silent', when: 'after' }
  return kill === 'half' ? { kind: 'slow', ms: 2000 } : spend
}

/** False: the purchase came to its end without passing the place where it was to be killed. */
async function isReached(life: Running, going: Promise<unknown>, blow: Promise<void>): Promise<boolean> {
  const over = going.then(() => false)
  return Promise.race([life.held.then(() => true), blow.then(() => true), over])
}

/** Presses the buttons, and looks on until nothing is open any more. Gives why it was stopped before anything was asked. */
async function goOn(life: Running, office: Office, one: Case): Promise<string | null> {
  try {
    const draft = await toDraft(life, office, one)
    const stopped = await press(life, draft, one.clicks)
    if (stopped === null)
      await life.until(
        () => countOpen(life),
        (open) => open === 0,
        settleMs,
      )
    return stopped
  } catch (error) {
    if (error instanceof KilledError) return null
    throw error
  }
}

async function toDraft(life: Running, office: Office, { api, shape }: Case): Promise<OrderDraft> {
  const accountId = office.accounts[api]
  switch (shape) {
    case 'one':
      return { kind: 'numbers', accountId, things: [...office.takeOffers(api, 1)] }
    case 'several':
      return { kind: 'numbers', accountId, things: [...office.takeOffers(api, 3)] }
    case 'count':
      // Elsewhere than the numbers that other runs choose, so that it takes none of them away.
      return { kind: 'count', accountId, ask: { local: 2, tollFree: 0, prefix: '312', city: '', state: '', zip: '' } }
    case 'keyword':
      return { kind: 'keywords', accountId, things: [office.newWord()] }
    case 'release':
    case 'releases': {
      const owned = [...(await shownAt(life, api, office.accounts))]
      const held = heldAt(api, office.carriers).numbers
      const things = owned.filter((number) => held.has(number)).slice(0, shape === 'release' ? 1 : 3)
      return { kind: 'release', accountId, things }
    }
    default:
      return shape satisfies never
  }
}

/** Each click is a window of its own that checks and buys the same; each presses its button twice. */
async function press(life: Running, draft: OrderDraft, clicks: number): Promise<string | null> {
  const windows = Array.from({ length: clicks }, () => pressOnce(life, draft, clicks > 1 ? 2 : 1))
  const ended = await Promise.allSettled(windows)
  const [failed] = ended.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))
  if (failed) throw failed
  const reasons = ended.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []))
  return reasons.every((reason) => reason !== null) ? reasons.join(' ') : null
}

async function pressOnce(life: Running, input: OrderDraft, times: number): Promise<string | null> {
  const prepared = await life.invoke('orders.prepare', input)
  if (!prepared.ok) return JSON.stringify(prepared.failure)
  const draftId = prepared.value.id
  const looked = await life.until(
    () => life.ask('orders.draft', { draftId }),
    ({ state }) => state !== 'checking',
    5000,
  )
  const draft = looked.asksPrice ? await life.ask('orders.acceptPrice', { draftId }) : looked
  if (draft.state !== 'ready') {
    const sentences = draft.checks.filter(({ state }) => state !== 'passed').map(({ sentence }) => sentence)
    return `${draft.state}: ${sentences.join(' ')}`
  }
  const typed = draft.typing?.expected ?? null
  const answers = await Promise.all(
    Array.from({ length: times }, () => life.invoke('orders.place', { draftId, typed })),
  )
  const refused = answers.flatMap((answer) => (answer.ok ? [] : [JSON.stringify(answer.failure)]))
  return refused.length === times ? refused.join(' ') : null
}

async function countOpen(life: Running): Promise<number> {
  const { open } = await life.ask('orders.query', { states: [], accountIds: [], month: null, offset: 0, limit: 1 })
  return open
}

/** The line is good again: what can be found out is found out, by itself and by "Check again". */
async function settle(life: Running, office: Office): Promise<void> {
  office.doors.calm()
  office.lag(false)
  for (let look = 0; look < looksAtMost; look++) {
    const open = (await purchasesOf(life)).filter(({ settledAt }) => settledAt === null)
    if (open.length === 0) break
    for (const { id } of open) await life.ask('orders.checkAgain', { purchaseId: id })
    await life.until(
      () => countOpen(life),
      (left) => left === 0,
      settleMs,
    )
  }
  await synced(life)
}
