-- What the partner API needs and the old system has no place for, in tables beside its own. The old system and its table stay as they are.
CREATE TABLE psdk_record (uuid TEXT PRIMARY KEY, type TEXT NOT NULL, nominal INTEGER UNIQUE);
CREATE TABLE psdk_version (uuid TEXT NOT NULL, revision INTEGER NOT NULL, stored INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY (uuid, revision));
CREATE TABLE psdk_change (sequence INTEGER PRIMARY KEY AUTOINCREMENT, uuid TEXT NOT NULL, kind INTEGER NOT NULL, time INTEGER NOT NULL, notified TEXT NOT NULL);
CREATE TABLE psdk_outcome (client TEXT NOT NULL, key TEXT NOT NULL, digest TEXT NOT NULL, status INTEGER NOT NULL, resource TEXT NOT NULL, expires INTEGER, PRIMARY KEY (client, key));
CREATE TABLE psdk_disclosure (uuid TEXT NOT NULL, agency TEXT NOT NULL, PRIMARY KEY (uuid, agency));
-- The rows that the old system has written and the store has not looked at: all of them to begin with.
CREATE TABLE psdk_touched (nominal INTEGER NOT NULL);
INSERT INTO psdk_touched SELECT rowid FROM NOMINALS;
CREATE TRIGGER psdk_inserted AFTER INSERT ON NOMINALS BEGIN INSERT INTO psdk_touched VALUES (new.rowid); END;
CREATE TRIGGER psdk_updated AFTER UPDATE ON NOMINALS BEGIN INSERT INTO psdk_touched VALUES (new.rowid); END;
