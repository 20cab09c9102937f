CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)
;;
CREATE TABLE bands (
	band BIGINT NOT NULL, 
	report INTEGER NOT NULL, 
	PRIMARY KEY (band, report)
)
;;
CREATE INDEX ix_bands_report ON bands (report)
;;
CREATE TABLE blobs (
	sha256 TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	packed BLOB NOT NULL, 
	PRIMARY KEY (sha256)
)
;;
CREATE TABLE claims (
	"key" INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	report INTEGER NOT NULL, 
	reading INTEGER NOT NULL, 
	type TEXT NOT NULL, 
	status TEXT NOT NULL, 
	date_from TEXT, 
	date_to TEXT, 
	count_low BIGINT, 
	count_high BIGINT, 
	verdict TEXT, 
	is_edited BOOLEAN NOT NULL, 
	body TEXT NOT NULL, 
	rank BIGINT NOT NULL, 
	PRIMARY KEY ("key"), 
	UNIQUE (rank)
)
;;
CREATE INDEX ix_claims_id ON claims (id)
;;
CREATE INDEX ix_claims_report ON claims (report)
;;
CREATE TABLE head (
	"key" INTEGER NOT NULL, 
	seq INTEGER NOT NULL, 
	hash TEXT NOT NULL, 
	PRIMARY KEY ("key")
)
;;
CREATE TABLE issues (
	"key" INTEGER NOT NULL, 
	reading INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	message TEXT NOT NULL, 
	start INTEGER, 
	"end" INTEGER, 
	PRIMARY KEY ("key")
)
;;
CREATE INDEX ix_issues_reading ON issues (reading)
;;
CREATE INDEX ix_issues_reason ON issues (reason)
;;
CREATE TABLE judgements (
	"key" INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	claim TEXT NOT NULL, 
	other TEXT, 
	field TEXT, 
	value TEXT, 
	"by" TEXT, 
	at TEXT NOT NULL, 
	comment TEXT, 
	PRIMARY KEY ("key"), 
	UNIQUE (id)
)
;;
CREATE INDEX ix_judgements_claim ON judgements (claim)
;;
CREATE INDEX ix_judgements_other ON judgements (other)
;;
CREATE TABLE log (
	seq INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	body TEXT NOT NULL, 
	previous TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	PRIMARY KEY (seq)
)
;;
CREATE TABLE names (
	kind TEXT NOT NULL, 
	folded TEXT NOT NULL, 
	ref TEXT NOT NULL, 
	PRIMARY KEY (kind, folded, ref)
)
 WITHOUT ROWID


;;
CREATE TABLE readings (
	"key" INTEGER NOT NULL, 
	report INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	lexicons TEXT NOT NULL, 
	gazetteer TEXT NOT NULL, 
	ranker TEXT NOT NULL, 
	at TEXT NOT NULL, 
	claims INTEGER NOT NULL, 
	sha256 TEXT NOT NULL, 
	is_current BOOLEAN NOT NULL, 
	packed BLOB, 
	PRIMARY KEY ("key")
)
;;
CREATE INDEX ix_readings_report ON readings (report)
;;
CREATE INDEX ix_readings_versions ON readings (is_current, code)
;;
CREATE TABLE reports (
	"key" INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	identity TEXT NOT NULL, 
	text_sha256 TEXT NOT NULL, 
	received_sha256 TEXT, 
	raw_sha256 TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	published TEXT, 
	date_kind TEXT, 
	outlet TEXT, 
	title TEXT, 
	url TEXT, 
	origin TEXT NOT NULL, 
	media_type TEXT NOT NULL, 
	fetched TEXT, 
	headers TEXT NOT NULL, 
	added TEXT NOT NULL, 
	version_of TEXT, 
	newer TEXT, 
	copy_of TEXT, 
	likeness FLOAT, 
	signature BLOB, 
	deleted TEXT, 
	rank BIGINT NOT NULL, language TEXT, forgotten TEXT, 
	PRIMARY KEY ("key"), 
	UNIQUE (id), 
	UNIQUE (identity), 
	UNIQUE (rank)
)
;;
CREATE INDEX ix_reports_copy_of ON reports (copy_of)
;;
CREATE INDEX ix_reports_origin ON reports (origin)
;;
CREATE INDEX ix_reports_text_sha256 ON reports (text_sha256)
;;
CREATE INDEX ix_reports_url ON reports (url)
;;
CREATE INDEX ix_reports_version_of ON reports (version_of)
;;
CREATE TRIGGER log_never_update BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is append only'); END
;;
CREATE TRIGGER log_never_delete BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log is append only'); END
;;
CREATE TABLE edges (
	one TEXT NOT NULL, 
	other TEXT NOT NULL, 
	points FLOAT NOT NULL, 
	levels TEXT NOT NULL, 
	PRIMARY KEY (one, other)
)
 WITHOUT ROWID


;;
CREATE INDEX ix_edges_other ON edges (other)
;;
CREATE TABLE event_bodies (
	event INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (event)
)
;;
CREATE TABLE event_claims (
	claim TEXT NOT NULL, 
	event TEXT NOT NULL, 
	piece TEXT NOT NULL, 
	report TEXT NOT NULL, 
	root TEXT NOT NULL, 
	day TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	PRIMARY KEY (claim)
)
;;
CREATE INDEX ix_event_claims_event ON event_claims (event)
;;
CREATE INDEX ix_event_claims_piece ON event_claims (piece)
;;
CREATE INDEX ix_event_claims_report ON event_claims (report)
;;
CREATE INDEX ix_event_claims_root ON event_claims (root, day, report, start, claim)
;;
CREATE TABLE event_losses (
	event BIGINT NOT NULL, 
	owner TEXT NOT NULL, 
	item_class TEXT NOT NULL, 
	outcome TEXT NOT NULL, 
	claimant TEXT NOT NULL, 
	low BIGINT NOT NULL, 
	high BIGINT, 
	claims INTEGER NOT NULL, 
	PRIMARY KEY (event, owner, item_class, outcome, claimant)
)
;;
CREATE TABLE event_points (
	event INTEGER NOT NULL, 
	lat FLOAT NOT NULL, 
	lon FLOAT NOT NULL, 
	point TEXT NOT NULL, 
	PRIMARY KEY (event)
)
;;
CREATE TABLE event_types (
	type TEXT NOT NULL, 
	event BIGINT NOT NULL, 
	PRIMARY KEY (type, event)
)
 WITHOUT ROWID


;;
CREATE INDEX ix_event_types_event ON event_types (event)
;;
CREATE TABLE events (
	"key" INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	type TEXT NOT NULL, 
	standing TEXT NOT NULL, 
	grade TEXT NOT NULL, 
	day TEXT NOT NULL, 
	last_day TEXT NOT NULL, 
	span INTEGER NOT NULL, 
	place TEXT NOT NULL, 
	side TEXT NOT NULL, 
	killed_low BIGINT NOT NULL, 
	killed_high BIGINT, 
	claims INTEGER NOT NULL, 
	reports INTEGER NOT NULL, 
	roots INTEGER NOT NULL, 
	urgency BIGINT NOT NULL, 
	PRIMARY KEY ("key"), 
	UNIQUE (id)
)
;;
CREATE INDEX ix_events_claims ON events (claims, roots, id)
;;
CREATE INDEX ix_events_day ON events (day, id)
;;
CREATE INDEX ix_events_killed ON events (killed_low, id)
;;
CREATE INDEX ix_events_place ON events (place, id)
;;
CREATE INDEX ix_events_span ON events (span)
;;
CREATE INDEX ix_events_type ON events (type, id)
;;
CREATE INDEX ix_events_urgency ON events (urgency, id)
;;
CREATE TABLE gatherings (
	"key" INTEGER NOT NULL, 
	seq INTEGER NOT NULL, 
	rules TEXT NOT NULL, 
	decided TEXT NOT NULL, 
	PRIMARY KEY ("key")
)
;;
CREATE TABLE marks (
	mark BIGINT NOT NULL, 
	day TEXT NOT NULL, 
	report TEXT NOT NULL, 
	is_original BOOLEAN NOT NULL, 
	PRIMARY KEY (mark, day, report)
)
 WITHOUT ROWID


;;
CREATE INDEX ix_marks_report ON marks (report)
;;
CREATE TABLE pieces (
	id TEXT NOT NULL, 
	report TEXT NOT NULL, 
	event TEXT NOT NULL, 
	is_placed BOOLEAN NOT NULL, 
	content TEXT NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (id)
)
;;
CREATE INDEX ix_pieces_event ON pieces (event)
;;
CREATE INDEX ix_pieces_report ON pieces (report)
;;
CREATE TABLE roots (
	root TEXT NOT NULL, 
	name TEXT NOT NULL, 
	claim TEXT NOT NULL, 
	PRIMARY KEY (root)
)
;;
CREATE TABLE shelves (
	shelf BIGINT NOT NULL, 
	piece TEXT NOT NULL, 
	PRIMARY KEY (shelf, piece)
)
 WITHOUT ROWID


;;
CREATE TABLE tellers (
	report TEXT NOT NULL, 
	day TEXT NOT NULL, 
	outlet TEXT, 
	copy_of TEXT, 
	root TEXT, 
	told_by TEXT, 
	marks INTEGER NOT NULL, 
	PRIMARY KEY (report)
)
;;
CREATE INDEX ix_tellers_copy_of ON tellers (copy_of)
;;
CREATE INDEX ix_tellers_root ON tellers (root)
;;
CREATE TABLE tombstones (
	id TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	"into" TEXT NOT NULL, 
	seq INTEGER NOT NULL, 
	PRIMARY KEY (id)
)
;;
CREATE TABLE lists (
	"key" INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	ref TEXT NOT NULL, 
	PRIMARY KEY ("key"), 
	UNIQUE (kind, ref)
)
;;
CREATE TABLE postings (
	list INTEGER NOT NULL, 
	rank BIGINT NOT NULL, 
	CONSTRAINT pk_postings PRIMARY KEY (list, rank)
)
 WITHOUT ROWID


;;
CREATE TABLE kept (
	person TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	name TEXT NOT NULL, 
	body TEXT NOT NULL, 
	is_shared BOOLEAN NOT NULL, 
	at TEXT NOT NULL, 
	PRIMARY KEY (person, kind, name)
)
;;
CREATE TABLE settings (
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY (name)
)
;;
CREATE VIEW mentions AS
SELECT claim, field, position, json_extract(span, '$.start') AS start, json_extract(span, '$.end') AS "end",
    json_extract(span, '$.text') AS text,
    coalesce(json_extract(span, '$.place'), json_extract(span, '$.actor'), json_extract(span, '$.source'),
        json_extract(span, '$.weapon_class')) AS ref,
    json_extract(span, '$.name') AS name, json_extract(span, '$.kind') AS kind,
    json_extract(span, '$.lat') AS lat, json_extract(span, '$.lon') AS lon
FROM (
    SELECT claims.key AS claim, one.key AS field, 0 AS position, one.value AS span
    FROM claims, json_each(claims.body) AS one WHERE one.key IN ('trigger', 'time', 'count', 'item') AND one.type = 'object'
    UNION ALL
    SELECT claims.key, many.key, each.key, each.value
    FROM claims, json_each(claims.body) AS many, json_each(many.value) AS each WHERE many.key IN ('agents', 'targets', 'places', 'weapons', 'sources')
)
;;
CREATE VIRTUAL TABLE "report_words" USING fts5(words, tokenize = 'ascii', columnsize = 0)
;;
CREATE VIRTUAL TABLE "claim_words" USING fts5(words, tokenize = 'ascii', columnsize = 0)
;;
CREATE VIRTUAL TABLE "event_words" USING fts5(actors, places, sources, words, months, tokenize = 'unicode61 remove_diacritics 0')
;;
INSERT INTO alembic_version (version_num) VALUES ('0006')
;;
INSERT INTO head (key, seq, hash) VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000')
