import type { MarketQuery, Offer, SearchPart } from '../../../shared/model/market.ts'
import type { MarketStore, StoredSearch } from '../../core/ports.ts'
import type { Database } from '../database.ts'

/** Searches that are kept beside the watched ones. */
const keptSearches = 20
/** The newest of them that keep what they found: a search may find thousands. */
const keptWithOffers = 8
/** Offers a row: a list of thousands is a handful of rows. */
const offersARow = 250

type Searches = Pick<MarketStore, 'saveSearch' | 'searches' | 'offers' | 'setWatched' | 'forgetSearch'>

export function createSearches(db: Database): Searches {
  const all = db.prepare('SELECT * FROM searches ORDER BY seq DESC')
  const offers = db.prepare(
    'SELECT o.said FROM offers o JOIN searches s ON s.seq = o.search WHERE s.search_id = ? ORDER BY o.place',
  )
  const watch = db.prepare('UPDATE searches SET watched = ? WHERE search_id = ?')
  const save = createSave(db)
  const forget = createForget(db)
  return {
    saveSearch: (search, found) => db.write(() => save(search, found)),
    searches: () => db.read(() => all.all()).map(toSearch),
    offers: (searchId) =>
      // Our own writing, below.
      db.read(() => offers.all(searchId)).flatMap(({ said }) => JSON.parse(String(said)) as readonly Offer[]),
    setWatched: (searchId, watched) => void db.write(() => watch.run(watched ? 1 : 0, searchId)),
    forgetSearch: (searchId) => db.write(() => forget(searchId)),
  }
}

/** Our own writing, below. */
const toSearch = (row: Readonly<Record<string, unknown>>): StoredSearch => ({
  searchId: String(row.search_id),
  query: JSON.parse(String(row.query)) as MarketQuery,
  askedAt: Number(row.asked_at),
  parts: JSON.parse(String(row.parts)) as readonly SearchPart[],
  watched: row.watched === 1,
  found: Number(row.found),
})

function createSave(db: Database): (search: StoredSearch, found: readonly Offer[]) => void {
  const save = db.prepare(
    `INSERT INTO searches (search_id, query, asked_at, parts, watched, found) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (search_id) DO UPDATE SET query = excluded.query, asked_at = excluded.asked_at, parts = excluded.parts,
       watched = excluded.watched, found = excluded.found
     RETURNING seq`,
  )
  const clear = db.prepare('DELETE FROM offers WHERE search = ?')
  const add = db.prepare('INSERT INTO offers (search, place, account_id, said) VALUES (?, ?, ?, ?)')
  const dropOffers = db.prepare(
    `DELETE FROM offers WHERE search IN (SELECT seq FROM searches WHERE watched = 0
       AND seq NOT IN (SELECT seq FROM searches ORDER BY seq DESC LIMIT ${keptWithOffers}))`,
  )
  const dropOld = db.prepare(
    `DELETE FROM searches WHERE watched = 0
       AND seq NOT IN (SELECT seq FROM searches WHERE watched = 0 ORDER BY seq DESC LIMIT ${keptSearches})`,
  )
  return (search, found) => {
    const { searchId, query, askedAt, parts, watched } = search
    const texts = [JSON.stringify(query), askedAt, JSON.stringify(parts)] as const
    const seq = Number(save.get(searchId, ...texts, watched ? 1 : 0, search.found)?.seq)
    clear.run(seq)
    toChunks(found).forEach(({ accountId, offers }, place) => {
      add.run(seq, place, accountId, JSON.stringify(offers))
    })
    dropOld.run()
    dropOffers.run()
  }
}

type Chunk = { readonly accountId: string; readonly offers: readonly Offer[] }

/** In the order that stands, each chunk of one account, so that an account's offers can go without reading the others. */
function toChunks(found: readonly Offer[]): readonly Chunk[] {
  const chunks: Chunk[] = []
  let from = 0
  for (let at = 1; at <= found.length; at++) {
    const first = found[from]
    if (!first || (found[at]?.accountId === first.accountId && at - from < offersARow)) continue
    chunks.push({ accountId: first.accountId, offers: found.slice(from, at) })
    from = at
  }
  return chunks
}

function createForget(db: Database): (searchId: string) => void {
  const dropOffers = db.prepare('DELETE FROM offers WHERE search = (SELECT seq FROM searches WHERE search_id = ?)')
  const drop = db.prepare('DELETE FROM searches WHERE search_id = ?')
  return (searchId) => {
    dropOffers.run(searchId)
    drop.run(searchId)
  }
}
