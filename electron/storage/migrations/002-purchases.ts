/**
 * Purchases lie under the account's own id, not the small integer: one that is still open outlives the account that made it. `locks`
 * holds each thing that something open names, once: its key is what keeps two purchases of one thing apart. What is listed of an order
 * made elsewhere are columns that SQLite reads from what was said, so that a list of any length is filtered without parsing it.
 */
export const purchases = `
CREATE TABLE purchases (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  account_id TEXT NOT NULL,
  account_name TEXT NOT NULL,
  api TEXT NOT NULL,
  kind TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  settled_at INTEGER,
  look_at INTEGER,
  order_id TEXT,
  total TEXT,
  state TEXT NOT NULL,
  summary TEXT NOT NULL,
  ask TEXT
) STRICT;
CREATE INDEX purchases_by_time ON purchases (created_at, account_id, state);
CREATE INDEX purchases_open ON purchases (seq) WHERE settled_at IS NULL;
CREATE INDEX purchases_by_order ON purchases (account_id, order_id) WHERE order_id IS NOT NULL;
CREATE INDEX purchases_by_account ON purchases (account_id, created_at);

CREATE TABLE purchase_items (
  purchase INTEGER NOT NULL,
  slot INTEGER NOT NULL,
  thing TEXT,
  state TEXT NOT NULL,
  said TEXT,
  since INTEGER NOT NULL,
  setup TEXT,
  monthly TEXT,
  let_go INTEGER NOT NULL,
  said_no INTEGER NOT NULL,
  lock TEXT AS (upper(thing)) VIRTUAL,
  PRIMARY KEY (purchase, slot)
) STRICT, WITHOUT ROWID;
CREATE INDEX purchase_items_by_lock ON purchase_items (lock) WHERE lock IS NOT NULL;

CREATE TABLE purchase_events (
  purchase INTEGER NOT NULL, place INTEGER NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, answer TEXT,
  PRIMARY KEY (purchase, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE purchase_before (purchase INTEGER PRIMARY KEY, things TEXT NOT NULL, orders TEXT) STRICT;
CREATE TABLE locks (thing TEXT PRIMARY KEY, purchase INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE searches (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  search_id TEXT NOT NULL UNIQUE,
  query TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  parts TEXT NOT NULL,
  watched INTEGER NOT NULL,
  found INTEGER NOT NULL
) STRICT;
CREATE TABLE offers (
  search INTEGER NOT NULL, place INTEGER NOT NULL, account_id TEXT NOT NULL, said TEXT NOT NULL, PRIMARY KEY (search, place)
) STRICT;
CREATE INDEX offers_by_account ON offers (account_id);
CREATE TABLE basket (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id TEXT NOT NULL,
  number TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  said TEXT NOT NULL,
  UNIQUE (account_id, number)
) STRICT;
CREATE TABLE restore_points (
  id TEXT PRIMARY KEY, account_id TEXT NOT NULL, number TEXT NOT NULL, taken_at INTEGER NOT NULL, said TEXT NOT NULL
) STRICT;
CREATE INDEX restore_points_by_number ON restore_points (number, taken_at);
CREATE INDEX restore_points_by_account ON restore_points (account_id);

ALTER TABLE orders ADD COLUMN created INTEGER AS (CAST(json_extract(said, '$.created') AS INTEGER)) VIRTUAL;
ALTER TABLE orders ADD COLUMN ordered INTEGER AS (
  coalesce(CAST(json_extract(said, '$.local.ordered') AS INTEGER), 0)
  + coalesce(CAST(json_extract(said, '$.tollFree.ordered') AS INTEGER), 0)
  + coalesce(CAST(json_extract(said, '$.keywords.ordered') AS INTEGER), 0)
) VIRTUAL;
ALTER TABLE orders ADD COLUMN fulfilled INTEGER AS (
  coalesce(json_array_length(said, '$.local.fulfilled'), 0)
  + coalesce(json_array_length(said, '$.tollFree.fulfilled'), 0)
  + coalesce(json_array_length(said, '$.keywords.fulfilled'), 0)
) VIRTUAL;
ALTER TABLE orders ADD COLUMN standing TEXT AS (
  CASE json_extract(said, '$.state')
    WHEN 'running' THEN 'waiting'
    WHEN 'waiting' THEN 'waiting'
    WHEN 'finished' THEN CASE WHEN fulfilled >= ordered THEN 'done' WHEN fulfilled > 0 THEN 'partly' ELSE 'refused' END
    WHEN 'failed' THEN CASE WHEN fulfilled > 0 THEN 'partly' ELSE 'refused' END
    ELSE 'unknown'
  END
) VIRTUAL;
CREATE INDEX orders_by_time ON orders (created, account, standing);
${unitCost('local', 'local')}
${unitCost('toll_free', 'tollFree')}
${unitCost('keyword', 'keywords')}
`

/** What the newest finished order paid apiece is the first row of an index of its own. */
function unitCost(column: string, part: string): string {
  return `
ALTER TABLE orders ADD COLUMN ${column}_cost TEXT AS (
  CASE json_extract(said, '$.state') WHEN 'finished' THEN json_extract(said, '$.${part}.unitCost.amount') END
) VIRTUAL;
CREATE INDEX orders_${column}_cost ON orders (account, created, ${column}_cost) WHERE ${column}_cost IS NOT NULL;`
}
