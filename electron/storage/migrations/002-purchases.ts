/**
 * Purchases lie under the account's own id, not the small integer: one that is still open outlives the account that made it. `locks`
 * holds each thing that something open names, once: its key is what keeps two purchases of one thing apart. `order_lines` is the list
 * of orders, made here and elsewhere, as narrow as its filters: one index answers any window of it.
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
  summary TEXT NOT NULL,
  ask TEXT
) STRICT;
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

CREATE TABLE order_lines (
  id INTEGER PRIMARY KEY, at INTEGER, purchase INTEGER UNIQUE, account_id TEXT NOT NULL, order_id TEXT, state TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX order_lines_elsewhere ON order_lines (account_id, order_id) WHERE purchase IS NULL;
CREATE INDEX order_lines_by_time ON order_lines (at, purchase, order_id, account_id, state);
INSERT INTO order_lines (at, account_id, order_id, state)
  SELECT created, account_id, key, CASE
    WHEN state IN ('running', 'waiting') THEN 'waiting'
    WHEN state = 'finished' AND fulfilled >= ordered THEN 'done'
    WHEN state IN ('finished', 'failed') AND fulfilled > 0 THEN 'partly'
    WHEN state IN ('finished', 'failed') THEN 'refused'
    ELSE 'unknown'
  END FROM (
    SELECT a.account_id, o.key, json_extract(said, '$.state') AS state,
      CAST(json_extract(said, '$.created') AS INTEGER) AS created,
      ${sumOf((part) => `json_extract(said, '$.${part}.ordered')`)} AS ordered,
      ${sumOf((part) => `json_array_length(said, '$.${part}.fulfilled')`)} AS fulfilled
    FROM orders o JOIN accounts a ON a.id = o.account
  );

${unitCost('local_cost', 'local')}
${unitCost('toll_free_cost', 'tollFree')}
${unitCost('keyword_cost', 'keywords')}
`

function sumOf(of: (part: string) => string): string {
  return ['local', 'tollFree', 'keywords'].map((part) => `coalesce(${of(part)}, 0)`).join(' + ')
}

/** Apiece; only an order that is finished says what was paid. The newest one is the last of an index of its own. */
function unitCost(column: string, part: string): string {
  return `
ALTER TABLE orders ADD COLUMN ${column} TEXT AS (
  CASE json_extract(said, '$.state') WHEN 'finished' THEN json_extract(said, '$.${part}.unitCost.amount') END
) VIRTUAL;
CREATE INDEX orders_${column} ON orders (account, json_extract(said, '$.created')) WHERE ${column} IS NOT NULL;`
}
