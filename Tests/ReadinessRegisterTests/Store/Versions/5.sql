PRAGMA application_id = 1919185511;
BEGIN TRANSACTION;
CREATE TABLE certificate (
  entry INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  number TEXT NOT NULL,
  scheme TEXT NOT NULL,
  expires TEXT NOT NULL,
  PRIMARY KEY (entry, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "certificate" VALUES(1,'N-1','ce','2027-01-31');
INSERT INTO "certificate" VALUES(2,'N-2','ce','2027-01-31');
INSERT INTO "certificate" VALUES(3,'N-3','ce','2027-01-31');
CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  file TEXT NOT NULL UNIQUE,
  path TEXT NOT NULL,
  organisation TEXT NOT NULL,
  name TEXT NOT NULL,
  anchor TEXT NOT NULL,
  attestation TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  issued TEXT NOT NULL,
  judged_on TEXT NOT NULL,
  valid_until TEXT NOT NULL,
  verdict TEXT NOT NULL,
  questionnaire TEXT NOT NULL,
  signer TEXT NOT NULL,
  signer_key TEXT NOT NULL,
  signer_subject TEXT NOT NULL,
  trust TEXT NOT NULL,
  signed_at TEXT NOT NULL
, outcomes TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "entry" VALUES(1,'1111111111111111111111111111111111111111111111111111111111111111','inbox/1.asice','GB-COH-10000001','Old Ltd','authority aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','urn:uuid:00000000-0000-4000-8000-000000000001',1795341600,'2026-11-22T09:00:00Z','2026-11-22','2027-02-20T09:00:00Z','not ready','CE Danzell 16.2','bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb','cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc','O=Old Ltd','vouched for by a programme','2026-11-22T09:00:00Z','FW-1=met
FW-2=not met');
INSERT INTO "entry" VALUES(2,'2222222222222222222222222222222222222222222222222222222222222222','inbox/2.asice','GB-COH-10000001','Old Ltd','authority aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','urn:uuid:00000000-0000-4000-8000-000000000002',1795428000,'2026-11-23T09:00:00Z','2026-11-23','2027-02-20T09:00:00Z','not ready','CE Danzell 16.2','bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb','cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc','O=Old Ltd','vouched for by a programme','2026-11-23T09:00:00Z','FW-1=met
FW-2=not met');
INSERT INTO "entry" VALUES(3,'3333333333333333333333333333333333333333333333333333333333333333','inbox/3.asice','GB-COH-10000002','Other Ltd','authority aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','urn:uuid:00000000-0000-4000-8000-000000000003',1795428000,'2026-11-23T09:00:00Z','2026-11-23','2027-02-20T09:00:00Z','not ready','CE Danzell 16.2','bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb','dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd','O=Other Ltd','vouched for by a programme','2026-11-23T09:00:00Z','FW-1=met
FW-2=not met');
CREATE TABLE evidence (
  entry INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  sha256 TEXT NOT NULL,
  made_on TEXT NOT NULL,
  PRIMARY KEY (entry, sha256)
) STRICT, WITHOUT ROWID;
INSERT INTO "evidence" VALUES(1,'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff','2026-11-01');
INSERT INTO "evidence" VALUES(2,'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff','2026-11-01');
INSERT INTO "evidence" VALUES(3,'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff','2026-11-01');
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO "grdb_migrations" VALUES('1 files');
INSERT INTO "grdb_migrations" VALUES('2 evidence, certificates, outcomes');
INSERT INTO "grdb_migrations" VALUES('3 look-ups, log');
INSERT INTO "grdb_migrations" VALUES('4 confirmed entries');
INSERT INTO "grdb_migrations" VALUES('5 withdrawals');
CREATE TABLE identifier (
  entry INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  scheme TEXT NOT NULL,
  id TEXT NOT NULL, confirmed INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (entry, scheme, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "identifier" VALUES(1,'GB-CHC','1000000',0);
INSERT INTO "identifier" VALUES(1,'GB-COH','10000001',1);
INSERT INTO "identifier" VALUES(2,'GB-CHC','1000000',0);
INSERT INTO "identifier" VALUES(2,'GB-COH','10000001',1);
INSERT INTO "identifier" VALUES(3,'GB-CHC','1000000',0);
INSERT INTO "identifier" VALUES(3,'GB-COH','10000002',1);
CREATE TABLE log (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  organisation TEXT,
  what TEXT NOT NULL
) STRICT;
INSERT INTO "log" VALUES(1,'2026-11-23T10:00:00Z','GB-COH-10000001','look-up of N-2: found');
CREATE TABLE look_up (
  id INTEGER PRIMARY KEY,
  organisation TEXT NOT NULL,
  certificate TEXT NOT NULL,
  role TEXT NOT NULL,
  made_on TEXT NOT NULL,
  result TEXT NOT NULL
) STRICT;
INSERT INTO "look_up" VALUES(1,'GB-COH-10000001','N-2','Analyst','2026-11-23','found');
CREATE TABLE verification (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  program TEXT NOT NULL,
  policy TEXT,
  trust TEXT NOT NULL,
  decision TEXT NOT NULL,
  reasons TEXT NOT NULL
) STRICT;
INSERT INTO "verification" VALUES(1,1,'2026-11-22T10:00:00Z','readiness 0.1.0',NULL,'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee','valid','');
INSERT INTO "verification" VALUES(2,2,'2026-11-23T10:00:00Z','readiness 0.1.0',NULL,'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee','valid','');
INSERT INTO "verification" VALUES(3,3,'2026-11-23T10:00:00Z','readiness 0.1.0',NULL,'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee','valid','');
CREATE TABLE withdrawal (
  file TEXT PRIMARY KEY,
  path TEXT NOT NULL,
  attestation TEXT NOT NULL,
  organisation TEXT NOT NULL,
  signer TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  issued TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_newest ON entry (organisation, sequence, file);
CREATE INDEX entry_key ON entry (signer_key, organisation);
CREATE INDEX identifier_entry ON identifier (scheme, id);
CREATE INDEX verification_entry ON verification (entry, id);
CREATE INDEX evidence_digest ON evidence (sha256);
CREATE INDEX certificate_number ON certificate (number);
CREATE INDEX look_up_organisation ON look_up (organisation);
CREATE INDEX withdrawal_attestation ON withdrawal (attestation);
COMMIT;
