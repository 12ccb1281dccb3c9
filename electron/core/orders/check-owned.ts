import { isFailure } from '../../../shared/failure.ts'
import type { Account } from '../../../shared/model/account.ts'
import { carrierNames } from '../accounts/carrier-names.ts'
import type { Provider } from '../ports.ts'
import { type Check, type CheckTask, type Finding, failed, notRun, passed, thingsOf } from './check.ts'
import { withProblems } from './draft.ts'
import { whyNot } from './outcome.ts'
import { readOwned } from './owned.ts'
import { displayOf, howMany, isOrAre, listed } from './words.ts'

export const notOwnedCheck: Check = {
  name: 'notOwned',
  about: 'Whether one of your accounts has it already.',
  run: (task) => (task.order.kind === 'count' ? ownedBefore(task) : notOwned(task)),
}

type Owner = { readonly thing: string; readonly account: string }

/** Really asks every account that is not paused; what is stored of paused ones counts as well. */
async function notOwned(task: CheckTask): Promise<Finding> {
  const owners: Owner[] = [...storedOwners(task)]
  for (const account of task.world.book.all) {
    if (account.paused) continue
    task.tell(`Asking “${account.name}” whether it has it already.`)
    const asked = await askAccount(task, account)
    if (asked.finding) return asked.finding
    owners.push(...asked.owned.map((thing) => ({ thing, account: account.name })))
  }
  const problems = new Map(owners.map(({ thing, account }) => [thing, `It is yours already, at “${account}”.`]))
  const things = withProblems(task.draft.things, problems)
  if (problems.size === 0) return passed(noneHasIt(task), { things })
  const names = listed([...problems.keys()].map((thing) => displayOf(task.order.kind, thing)))
  return failed(
    `${names} ${isOrAre(problems.size)} yours already. Take ${problems.size === 1 ? 'it' : 'them'} out, then check again.`,
    { things },
  )
}

/** Of paused accounts only what was read of them is known. */
function noneHasIt({ world, order }: CheckTask): string {
  const paused = world.book.all.filter((account) => account.paused).map(({ name }) => `“${name}”`)
  const none = `None of your accounts has ${thingsOf(order).length === 1 ? 'it' : 'them'}`
  if (paused.length === 0) return `${none}.`
  return `${none}; ${listed(paused)} ${isOrAre(paused.length)} paused and ${paused.length === 1 ? 'was' : 'were'} not asked, so what was read last counts.`
}

function storedOwners({ world, order }: CheckTask): readonly Owner[] {
  const { lists, numbers } = world.ports.storage
  const things = thingsOf(order)
  const nameOf = (id: string) => world.book.all.find((account) => account.id === id)?.name
  const found = (thing: string, id: string) => {
    const account = nameOf(id)
    return account === undefined ? [] : [{ thing, account }]
  }
  if (order.kind !== 'keywords') return [...numbers.owners(things)].flatMap(([thing, id]) => found(thing, id))
  return things.flatMap((search) =>
    lists
      .keywords({ search, accountIds: [], sort: 'keyword', direction: 'ascending', offset: 0, limit: 500 })
      .rows.filter(({ keyword, goneOn }) => keyword.toUpperCase() === search && goneOn === null)
      .flatMap(({ accountId }) => found(search, accountId)),
  )
}

type Asked = { readonly owned: readonly string[]; readonly finding: Finding | null }

async function askAccount(task: CheckTask, account: Account): Promise<Asked> {
  try {
    const provider = account.id === task.account.id ? task.provider : await task.world.connections.open(account)
    return { owned: await ownedOf(task, provider), finding: null }
  } catch (error) {
    if (!isFailure(error)) throw error
    const own = account.id === task.account.id
    const wayOut = own ? 'Check again later.' : 'Check again later, or pause it in its settings to leave it out.'
    const sentence = `“${account.name}” could not be asked whether it has it already: ${whyNot(error.failure)}. ${wayOut}`
    return { owned: [], finding: notRun(sentence) }
  }
}

async function ownedOf({ order, signal }: CheckTask, provider: Provider): Promise<readonly string[]> {
  if (order.kind === 'keywords' && !provider.keywords) return []
  const owned: string[] = []
  for await (const { thing, found } of readOwned(provider, order.kind, { things: thingsOf(order), signal })) {
    if (found) owned.push(thing)
  }
  return owned
}

/** CallFire picks the numbers: what is there before has to be known, so that what is new can be told afterwards. */
async function ownedBefore({ provider, signal, account }: CheckTask): Promise<Finding> {
  try {
    const things = new Set<string>()
    for await (const page of provider.numbers.pull(signal)) {
      if (page.incomplete || page.odd.some(({ kept }) => !kept)) {
        return notRun(
          'The list of your numbers could not be read whole, so that new ones could not be told. Check again later.',
        )
      }
      for (const { number } of page.items) things.add(number)
    }
    const orders = (await provider.buying?.order?.recent(signal)) ?? null
    const before = { things: [...things], orders: orders?.map(({ id }) => id) ?? null }
    return passed(`“${account.name}” has ${howMany('count', things.size)} now; what comes is told from them.`, {
      before,
    })
  } catch (error) {
    if (!isFailure(error)) throw error
    return notRun(`The list of your numbers could not be read: ${whyNot(error.failure)}. Check again later.`)
  }
}

export const ownedCheck: Check = {
  name: 'owned',
  about: 'Whether it is still yours.',
  run: async (task) => {
    try {
      return await stillOwned(task)
    } catch (error) {
      if (!isFailure(error)) throw error
      return notRun(
        `${carrierNames[task.account.api]} could not be asked: ${whyNot(error.failure)}. Check again later.`,
      )
    }
  },
}

async function stillOwned(task: CheckTask): Promise<Finding> {
  const owned = new Set(await ownedOf(task, task.provider))
  const lost = thingsOf(task.order).filter((thing) => !owned.has(thing))
  if (lost.length === 0) return passed(owned.size === 1 ? 'It is yours.' : `All ${owned.size} are yours.`)
  const things = withProblems(task.draft.things, new Map(lost.map((thing) => [thing, 'It is not yours any more.'])))
  const names = listed(lost.map((thing) => displayOf('release', thing)))
  return failed(
    `${names} ${isOrAre(lost.length)} not in the list of “${task.account.name}” any more. Sync it, then choose again.`,
    { things },
  )
}
