-- Digests with their parts. What is derived (search, digest.codes, cell) is
-- kept in the same transaction as what it is derived from; doctor makes it anew.
CREATE TABLE feed (
	id INTEGER PRIMARY KEY,
	url TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL DEFAULT '',
	site TEXT NOT NULL DEFAULT '',
	folder TEXT NOT NULL DEFAULT '[]', -- JSON: the names of the folders, outermost first
	etag TEXT NOT NULL DEFAULT '',
	modified TEXT NOT NULL DEFAULT '',
	fetched INTEGER NOT NULL DEFAULT 0, -- seconds since 1970
	error TEXT NOT NULL DEFAULT ''      -- JSON of the problem, '' when all is well
);

CREATE TABLE digest (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE,
	source TEXT NOT NULL UNIQUE, -- address or absolute path
	hash BLOB NOT NULL,          -- SHA-256 of the text
	title TEXT NOT NULL,
	lead TEXT NOT NULL,
	lang TEXT NOT NULL,
	date INTEGER NOT NULL,       -- YYYYMMDD of the newest card, 0 unknown
	outlets TEXT NOT NULL,       -- one a line
	notes TEXT NOT NULL,         -- JSON
	own TEXT NOT NULL,           -- JSON: the article's own card
	sentences INTEGER NOT NULL,
	parts BLOB NOT NULL,         -- SHA-256 of what was parsed from the text
	read INTEGER NOT NULL DEFAULT 0,
	starred INTEGER NOT NULL DEFAULT 0,
	added INTEGER NOT NULL,      -- seconds since 1970
	removed INTEGER NOT NULL DEFAULT 0,
	feed INTEGER REFERENCES feed(id) ON DELETE SET NULL,
	coder TEXT NOT NULL DEFAULT '', -- versions of coder and lexicon, '' not coded yet
	codes BLOB NOT NULL DEFAULT x'' -- the statements that hold, packed
);
CREATE INDEX digest_hash ON digest(hash);
CREATE INDEX digest_uncoded ON digest(coder, removed);

CREATE TABLE body (digest INTEGER PRIMARY KEY REFERENCES digest(id) ON DELETE CASCADE, text TEXT NOT NULL);

-- The keys of parts are those of their digest with a number behind:
-- digest << 22 | n.
CREATE TABLE section (id INTEGER PRIMARY KEY, heading TEXT NOT NULL, question TEXT NOT NULL, answer TEXT NOT NULL);
CREATE TABLE card (
	id INTEGER PRIMARY KEY, section INTEGER NOT NULL, title TEXT NOT NULL, outlet TEXT NOT NULL, url TEXT NOT NULL,
	published INTEGER NOT NULL, line INTEGER NOT NULL, off_topic INTEGER NOT NULL
);
CREATE TABLE sentence (
	id INTEGER PRIMARY KEY, line INTEGER NOT NULL, role TEXT NOT NULL,
	section INTEGER NOT NULL, card INTEGER NOT NULL, -- as in model.Sentence
	text TEXT NOT NULL
);
-- Overlapping pairs of characters; see bigram.go. The key is the sentence's with
-- the digest's day before it, so that the newest come first.
CREATE VIRTUAL TABLE search USING fts5(pairs, content='', contentless_delete=1, tokenize='ascii');
INSERT INTO search(search, rank) VALUES ('hashsize', 33554432);

CREATE TABLE name (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, text TEXT NOT NULL, UNIQUE (kind, text));

-- What the coder said (origin 0, as in model.Origins), and what a person made of it.
CREATE TABLE statement (
	sentence INTEGER NOT NULL, actor INTEGER NOT NULL, topic INTEGER NOT NULL, origin INTEGER NOT NULL,
	stance INTEGER NOT NULL, confidence REAL NOT NULL, date INTEGER NOT NULL, card INTEGER NOT NULL,
	speaker TEXT NOT NULL, cue TEXT NOT NULL,
	shown INTEGER NOT NULL, -- holds: no correction stands against it, its digest is not removed
	PRIMARY KEY (sentence, actor, topic, origin)
) WITHOUT ROWID;
CREATE INDEX statement_cell ON statement(actor, topic, stance, date) WHERE shown;

-- The history of an actor on a topic: dates with counts, packed, newest first.
CREATE TABLE cell (actor INTEGER NOT NULL, topic INTEGER NOT NULL, days BLOB NOT NULL, PRIMARY KEY (actor, topic)) WITHOUT ROWID;

CREATE TABLE correction (
	id INTEGER PRIMARY KEY,
	digest TEXT NOT NULL, -- its name: a correction outlives the digest
	line INTEGER NOT NULL, sentence TEXT NOT NULL, verdict TEXT NOT NULL,
	actor TEXT NOT NULL, topic TEXT NOT NULL, stance TEXT NOT NULL,
	new_actor TEXT NOT NULL, new_topic TEXT NOT NULL, new_stance TEXT NOT NULL,
	at INTEGER NOT NULL, by TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX correction_digest ON correction(digest);

CREATE TABLE filter (name TEXT PRIMARY KEY, filter TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
