/**
 * `numbers` is narrow because it is read whole at start and written whole by every sync; what is long lies apart and is written only
 * when it changed. A routing may be stored before its number was listed: such a row is not `listed` and is not shown.
 */
export const inventory = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY) STRICT;
INSERT INTO meta VALUES ('closedWell', 0);

CREATE TABLE accounts (id INTEGER PRIMARY KEY, account_id TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE numbers (
  id INTEGER PRIMARY KEY,
  account INTEGER NOT NULL,
  number TEXT NOT NULL,
  listed INTEGER NOT NULL,
  flags INTEGER NOT NULL,
  ends INTEGER,
  monthly INTEGER,
  generation INTEGER NOT NULL,
  read_at INTEGER NOT NULL,
  gone_on TEXT,
  routing_generation INTEGER,
  routing_first INTEGER,
  routing_read_at INTEGER,
  UNIQUE (account, number)
) STRICT;
CREATE TABLE number_texts (
  id INTEGER PRIMARY KEY, display TEXT NOT NULL, place TEXT, rings TEXT NOT NULL, search TEXT NOT NULL
) STRICT;
CREATE TABLE number_said (id INTEGER PRIMARY KEY, snapshot TEXT, routing TEXT) STRICT;

CREATE TABLE routes (
  account INTEGER NOT NULL, key TEXT NOT NULL, said TEXT NOT NULL,
  generation INTEGER NOT NULL, read_at INTEGER NOT NULL, gone_on TEXT, PRIMARY KEY (account, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE edge_strategies (
  account INTEGER NOT NULL, key TEXT NOT NULL, said TEXT NOT NULL,
  generation INTEGER NOT NULL, read_at INTEGER NOT NULL, gone_on TEXT, PRIMARY KEY (account, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE keywords (
  account INTEGER NOT NULL, key TEXT NOT NULL, said TEXT NOT NULL,
  generation INTEGER NOT NULL, read_at INTEGER NOT NULL, gone_on TEXT, PRIMARY KEY (account, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE do_not_contact (
  account INTEGER NOT NULL, key TEXT NOT NULL, said TEXT NOT NULL,
  generation INTEGER NOT NULL, read_at INTEGER NOT NULL, gone_on TEXT, PRIMARY KEY (account, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE orders (
  account INTEGER NOT NULL, key TEXT NOT NULL, said TEXT NOT NULL,
  generation INTEGER NOT NULL, read_at INTEGER NOT NULL, gone_on TEXT, PRIMARY KEY (account, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE billing (
  account INTEGER NOT NULL, key TEXT NOT NULL, said TEXT NOT NULL,
  generation INTEGER NOT NULL, read_at INTEGER NOT NULL, gone_on TEXT, PRIMARY KEY (account, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE changed_routes (account INTEGER NOT NULL, route TEXT NOT NULL, PRIMARY KEY (account, route)) STRICT, WITHOUT ROWID;
CREATE TABLE sync_runs (
  account INTEGER PRIMARY KEY, generation INTEGER NOT NULL, started_at INTEGER NOT NULL, finished TEXT NOT NULL, ended INTEGER NOT NULL
) STRICT;
CREATE TABLE sync_states (account INTEGER PRIMARY KEY, said TEXT NOT NULL) STRICT;
`
