import { describe, expect, it } from 'vitest'
import { createDraftStore } from '../../renderer/stores/draft.ts'
import type { OrderDraft } from '../../shared/model/purchase.ts'
import { sampleDraft } from './support/fake-buying.ts'
import { createFakeMain } from './support/fake-main.ts'
import { sampleDetail } from './support/sample-offers.ts'
import { quiet, until } from './support/settled.ts'

const wish: OrderDraft = { kind: 'numbers', accountId: 'cf', things: ['+12065552253'] }

function open() {
  const main = createFakeMain()
  main.world.answers['orders.prepare'] = () => sampleDraft({ state: 'ready' })
  main.world.answers['orders.draft'] = () => sampleDraft({ state: 'ready' })
  const store = createDraftStore(main.bridge, 1)
  const names = () => main.asked.map(({ name }) => name)
  return { main, store, draft: store.getState, names }
}

describe('what is about to be bought', () => {
  it('is placed once, however often and fast the button is pressed', async () => {
    const { draft, names } = open()
    await draft().ask(wish)
    await Promise.all([draft().place(null), draft().place(null), draft().place(null)])
    await draft().place(null)
    expect(names().filter((name) => name === 'orders.place')).toHaveLength(1)
    expect(draft().view).toMatchObject({ state: 'placed', purchaseId: 'purchase-1' })
  })

  it('is not placed by opening, checking again or closing', async () => {
    const { main, draft, names } = open()
    await draft().ask(wish)
    await draft().again()
    main.push('orders')
    await quiet()
    draft().close()
    await quiet()
    expect(names()).not.toContain('orders.place')
  })

  it('follows the checks as main makes them', async () => {
    const { main, draft } = open()
    main.world.answers['orders.prepare'] = () => sampleDraft({ state: 'checking' })
    await draft().ask(wish)
    expect(draft().view?.state).toBe('checking')
    main.push('orders')
    await until(() => draft().view?.state === 'ready')
  })

  it('shows what became of each thing, and never the checks again', async () => {
    const { main, draft } = open()
    main.world.answers['orders.get'] = () => sampleDetail([{ state: 'checking' }])
    await draft().ask(wish)
    await draft().place(null)
    expect(draft().detail?.purchase.counts).toMatchObject({ asked: 1, checking: 1 })
    main.world.answers['orders.get'] = () => sampleDetail([{ state: 'done' }])
    main.push('orders')
    await until(() => draft().detail?.purchase.counts.done === 1)
    expect(draft().view?.state).toBe('placed')
  })

  it('stays placed when an answer about its checks comes late', async () => {
    const { main, draft } = open()
    await draft().ask(wish)
    const held = main.hold('orders.draft')
    main.push('orders')
    await until(() => held.waiting() === 1)
    await draft().place(null)
    held.letGo()
    await quiet()
    expect(draft().view?.purchaseId).toBe('purchase-1')
  })

  it('tells why it could not be placed, and can still be placed after', async () => {
    const { main, draft } = open()
    await draft().ask(wish)
    main.world.failures.set('orders.place', { kind: 'disk', why: 'full', detail: '' })
    await draft().place(null)
    expect(draft()).toMatchObject({ failure: { kind: 'disk' }, isPlacing: false })
    expect(draft().view?.purchaseId).toBeNull()
    main.world.failures.delete('orders.place')
    await draft().place(null)
    expect(draft().view?.purchaseId).toBe('purchase-1')
  })

  it('can be placed after main failed in a way that nobody foresaw', async () => {
    const { main, draft } = open()
    await draft().ask(wish)
    main.world.answers['orders.place'] = () => {
      throw new TypeError('a bug')
    }
    await expect(draft().place(null)).rejects.toThrow('a bug')
    expect(draft()).toMatchObject({ isPlacing: false, view: { purchaseId: null } })
    main.world.answers['orders.place'] = () => ({ purchaseId: 'purchase-1' })
    await draft().place(null)
    expect(draft().view?.purchaseId).toBe('purchase-1')
  })

  it('is dropped in main when it is closed unplaced, and kept there when it was placed', async () => {
    const { draft, names } = open()
    await draft().ask(wish)
    draft().close()
    await quiet()
    expect(names()).toContain('orders.dropDraft')
    const second = open()
    await second.draft().ask(wish)
    await second.draft().place(null)
    second.draft().close()
    await quiet()
    expect(second.names()).not.toContain('orders.dropDraft')
    expect(second.draft()).toMatchObject({ asked: null, view: null, detail: null })
  })

  it('is dropped when its checks begin only after the dialog was closed', async () => {
    const { main, draft, names } = open()
    const held = main.hold('orders.prepare')
    const asking = draft().ask(wish)
    await until(() => held.waiting() === 1)
    draft().close()
    held.letGo()
    await asking
    await quiet()
    expect(draft().asked).toBeNull()
    expect(names()).toContain('orders.dropDraft')
  })

  it('takes a new price only when it is accepted', async () => {
    const { main, draft } = open()
    main.world.answers['orders.prepare'] = () => sampleDraft({ state: 'ready', asksPrice: true })
    main.world.answers['orders.acceptPrice'] = () => sampleDraft({ state: 'ready', asksPrice: false })
    await draft().ask(wish)
    expect(draft().view?.asksPrice).toBe(true)
    await draft().acceptPrice()
    expect(draft().view?.asksPrice).toBe(false)
  })
})
