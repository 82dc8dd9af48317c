-- The first schema. Instants are YYYY-MM-DDTHH:MM:SS.ffffffZ; days are YYYY-MM-DD, local.
-- A column that ends in _fold holds domain.fold.fold of its neighbour, for search.

-- Units, people, chats ---------------------------------------------------------------------

CREATE TABLE units (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_fold TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT '',
  parent_id INTEGER REFERENCES units(id),
  valid_from TEXT,
  valid_to TEXT,
  place INTEGER NOT NULL DEFAULT 0,          -- the order in which the office lists them
  extra TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX units_below ON units(parent_id);

CREATE TABLE successions (                   -- which unit became which, and when
  id INTEGER PRIMARY KEY,
  effective_on TEXT NOT NULL,
  from_unit_id INTEGER NOT NULL REFERENCES units(id),
  to_unit_id INTEGER NOT NULL REFERENCES units(id),
  UNIQUE (effective_on, from_unit_id, to_unit_id)
) STRICT;

CREATE TABLE people (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  full_name TEXT NOT NULL,
  name_fold TEXT NOT NULL,
  phone TEXT,
  language TEXT NOT NULL DEFAULT 'vi',
  state TEXT NOT NULL DEFAULT 'invited' CHECK (state IN ('invited', 'joined', 'declined', 'left')),
  consent_version TEXT,
  consented_at TEXT,
  joined_at TEXT,
  quiet_from TEXT, quiet_to TEXT,            -- HH:MM, local; both or neither
  leave_from TEXT, leave_to TEXT,            -- days, inclusive
  erased_at TEXT,
  extra TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX people_by_name ON people(name_fold);

CREATE TABLE memberships (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people(id),
  unit_id INTEGER NOT NULL REFERENCES units(id),
  title TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL CHECK (role IN ('reporter', 'lead', 'overseer', 'chair', 'office', 'admin')),
  valid_from TEXT,
  valid_to TEXT,
  substitute_id INTEGER REFERENCES people(id),
  extra TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE UNIQUE INDEX memberships_once
  ON memberships(person_id, unit_id, title, role, coalesce(valid_from, ''));
CREATE INDEX memberships_of_unit ON memberships(unit_id);

CREATE TABLE chats (                         -- a person may have several; a chat has one owner
  id INTEGER PRIMARY KEY,
  channel TEXT NOT NULL,
  chat TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT 'private' CHECK (kind IN ('private', 'group')),
  person_id INTEGER REFERENCES people(id),
  unit_id INTEGER REFERENCES units(id),
  state TEXT NOT NULL DEFAULT 'bound' CHECK (state IN ('bound', 'handed_over', 'unreachable')),
  bound_at TEXT NOT NULL,
  delivered_at TEXT,
  heard_at TEXT,
  failed_at TEXT,
  failure TEXT,
  UNIQUE (channel, chat)
) STRICT;
CREATE INDEX chats_of_person ON chats(person_id, state);

CREATE TABLE invites (                       -- only hashes: the code itself is never kept
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people(id),
  code_hash TEXT NOT NULL UNIQUE,
  token_hash TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT,
  used_chat_id INTEGER REFERENCES chats(id),
  revoked_at TEXT
) STRICT;
CREATE INDEX invites_of_person ON invites(person_id);

CREATE TABLE enrol_tries (                   -- strangers who try codes, and how often
  channel TEXT NOT NULL,
  chat TEXT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  paused_until TEXT,
  told_on TEXT,                              -- the day of the one line that strangers get
  PRIMARY KEY (channel, chat)
) STRICT, WITHOUT ROWID;

-- Documents, assignments, progress ------------------------------------------------------------

CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL DEFAULT '',           -- số, ký hiệu
  kind TEXT NOT NULL DEFAULT '',
  abstract TEXT NOT NULL DEFAULT '',
  abstract_fold TEXT NOT NULL DEFAULT '',
  issuer TEXT NOT NULL DEFAULT '',
  issued_on TEXT,
  parent_id INTEGER REFERENCES documents(id),
  version INTEGER NOT NULL DEFAULT 1,
  extra TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE assignments (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  code TEXT NOT NULL,                        -- canonical: CT1, NV12
  unit_id INTEGER NOT NULL REFERENCES units(id),
  shown_code TEXT NOT NULL,                  -- as the office writes it: CT01
  kind TEXT NOT NULL CHECK (kind IN ('target', 'task')),
  title TEXT NOT NULL,
  title_fold TEXT NOT NULL,
  field TEXT NOT NULL DEFAULT '',
  document_id INTEGER REFERENCES documents(id),
  parent_id INTEGER REFERENCES assignments(id),
  measure TEXT,
  direction TEXT NOT NULL DEFAULT 'up' CHECK (direction IN ('up', 'down', 'keep', 'at_most')),
  aggregate TEXT NOT NULL DEFAULT 'sum' CHECK (aggregate IN ('sum', 'average', 'weighted', 'worst')),
  weight REAL NOT NULL DEFAULT 1,
  last_year REAL,
  plan REAL,
  due_on TEXT,
  reporting TEXT,
  priority TEXT NOT NULL DEFAULT 'normal' CHECK (priority IN ('normal', 'key', 'urgent')),
  product TEXT NOT NULL DEFAULT '',
  tags TEXT NOT NULL DEFAULT '',
  discreet INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'open'
    CHECK (state IN ('open', 'done', 'awaiting', 'suspended', 'cancelled')),
  done_on TEXT,
  -- The latest report that stands, kept here so that a list reads one row.
  percent REAL,
  value REAL,
  blocked INTEGER NOT NULL DEFAULT 0,
  last_progress_id INTEGER,
  last_reported_at TEXT,
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  extra TEXT NOT NULL DEFAULT '{}',
  UNIQUE (year, code, unit_id)
) STRICT;
CREATE INDEX assignments_of_unit ON assignments(unit_id, state, due_on);
CREATE INDEX assignments_due ON assignments(due_on) WHERE state = 'open';
CREATE INDEX assignments_below ON assignments(parent_id);

CREATE TABLE assignment_people (             -- a person, or a title within the unit
  assignment_id INTEGER NOT NULL REFERENCES assignments(id) ON DELETE CASCADE,
  part TEXT NOT NULL CHECK (part IN ('doer', 'overseer', 'monitor')),
  person_id INTEGER REFERENCES people(id),
  title TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX assignment_people_of ON assignment_people(assignment_id);
CREATE INDEX assignments_of_person ON assignment_people(person_id);

CREATE TABLE assignment_units (
  assignment_id INTEGER NOT NULL REFERENCES assignments(id) ON DELETE CASCADE,
  unit_id INTEGER NOT NULL REFERENCES units(id),
  part TEXT NOT NULL CHECK (part IN ('coordinating', 'monitoring')),
  PRIMARY KEY (assignment_id, unit_id, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX assignments_involving ON assignment_units(unit_id);

CREATE TABLE plans (                         -- the plan of one period, cumulative
  assignment_id INTEGER NOT NULL REFERENCES assignments(id) ON DELETE CASCADE,
  period TEXT NOT NULL,
  plan REAL NOT NULL,
  PRIMARY KEY (assignment_id, period)
) STRICT, WITHOUT ROWID;

CREATE TABLE progress (                      -- append-only but for superseded_*
  id INTEGER PRIMARY KEY,
  assignment_id INTEGER NOT NULL REFERENCES assignments(id),
  person_id INTEGER REFERENCES people(id),   -- whose report it is
  reported_by INTEGER REFERENCES people(id), -- who brought it, when that is another
  membership_id INTEGER REFERENCES memberships(id),
  origin TEXT NOT NULL CHECK (origin IN ('chat', 'import', 'report_for', 'decision')),
  inbox_id INTEGER,
  item INTEGER NOT NULL DEFAULT 0,           -- which item of that message
  channel TEXT NOT NULL DEFAULT '',
  update_key TEXT NOT NULL DEFAULT '',
  intent TEXT NOT NULL CHECK (intent IN ('progress', 'done', 'not_started', 'blocked')),
  percent REAL,
  value REAL,
  done_count REAL,
  total_count REAL,
  basis TEXT,
  estimate INTEGER NOT NULL DEFAULT 0,
  period TEXT NOT NULL,
  as_of TEXT NOT NULL,
  blocked INTEGER NOT NULL DEFAULT 0,
  note TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '',
  reported_at TEXT NOT NULL,
  superseded_by INTEGER REFERENCES progress(id),
  superseded_at TEXT,
  withdrawn INTEGER NOT NULL DEFAULT 0,      -- taken back without another in its place
  UNIQUE (inbox_id, item)
) STRICT;
CREATE INDEX progress_of_assignment ON progress(assignment_id, reported_at);

CREATE TABLE files (                         -- kept by content in data_dir/files/aa/<sha256>
  sha256 TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  mime TEXT NOT NULL,
  stored_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  assignment_id INTEGER REFERENCES assignments(id),
  progress_id INTEGER REFERENCES progress(id),
  person_id INTEGER NOT NULL REFERENCES people(id),
  inbox_id INTEGER,
  sha256 TEXT REFERENCES files(sha256),
  name TEXT NOT NULL DEFAULT '',
  number TEXT NOT NULL DEFAULT '',           -- "45-BC/ĐU"
  dated_on TEXT,
  added_at TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_of_assignment ON evidence(assignment_id);

CREATE TABLE requests (                      -- extension, closing, help: asked, then decided
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('extend', 'close', 'help')),
  assignment_id INTEGER NOT NULL REFERENCES assignments(id),
  person_id INTEGER NOT NULL REFERENCES people(id),
  inbox_id INTEGER,
  item INTEGER NOT NULL DEFAULT 0,
  wanted_on TEXT,
  note TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'granted', 'returned', 'withdrawn')),
  asked_at TEXT NOT NULL,
  decided_by INTEGER REFERENCES people(id),
  decided_at TEXT,
  granted_on TEXT,
  decision_note TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (inbox_id, item)
) STRICT;
CREATE INDEX requests_open ON requests(state, assignment_id);

CREATE TABLE freezes (
  period TEXT PRIMARY KEY,
  frozen_at TEXT NOT NULL,
  frozen_by INTEGER REFERENCES people(id)
) STRICT, WITHOUT ROWID;

-- Directives ------------------------------------------------------------------------------------

CREATE TABLE directives (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  document_id INTEGER REFERENCES documents(id),
  urgency TEXT NOT NULL DEFAULT 'normal',
  confirm_by TEXT,
  state TEXT NOT NULL DEFAULT 'draft'
    CHECK (state IN ('draft', 'scheduled', 'sent', 'withdrawn')),
  created_by INTEGER NOT NULL REFERENCES people(id),
  approved_by INTEGER REFERENCES people(id),
  created_at TEXT NOT NULL,
  send_at TEXT,
  sent_at TEXT,
  stopped_at TEXT,                           -- no more reminders to those who have not confirmed
  once_key TEXT UNIQUE,                      -- the offer that sent it: a double tap sends once
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE recipients (
  directive_id INTEGER NOT NULL REFERENCES directives(id),
  person_id INTEGER NOT NULL REFERENCES people(id),
  unit_id INTEGER REFERENCES units(id),
  acknowledged_at TEXT,
  inbox_id INTEGER,
  PRIMARY KEY (directive_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX recipients_waiting ON recipients(person_id) WHERE acknowledged_at IS NULL;

-- What the clock has done ------------------------------------------------------------------------

CREATE TABLE occurrences (                   -- one step of one ladder, for one person, once
  id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  person_id INTEGER NOT NULL REFERENCES people(id),
  step TEXT NOT NULL,
  due_on TEXT NOT NULL,                      -- the due date that the step belongs to
  state TEXT NOT NULL CHECK (state IN ('told', 'skipped', 'returned')),
  outbox_id INTEGER,
  at TEXT NOT NULL,
  UNIQUE (subject, person_id, step, due_on)
) STRICT;
CREATE INDEX occurrences_of_message ON occurrences(outbox_id);

CREATE TABLE subscriptions (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people(id),
  kind TEXT NOT NULL DEFAULT 'digest',
  unit_id INTEGER REFERENCES units(id),
  scope TEXT NOT NULL DEFAULT 'all',
  cadence TEXT NOT NULL DEFAULT 'week' CHECK (cadence IN ('day', 'week', 'month', 'quarter')),
  weekday INTEGER NOT NULL DEFAULT 0,
  hour TEXT NOT NULL,
  last_slot TEXT,
  UNIQUE (person_id, kind, unit_id, scope)
) STRICT;

CREATE TABLE calendar_days (                 -- over what the holidays package knows
  day TEXT PRIMARY KEY,
  working INTEGER NOT NULL,
  note TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- The three hand-overs ------------------------------------------------------------------------

CREATE TABLE inbox (
  id INTEGER PRIMARY KEY,
  channel TEXT NOT NULL,
  update_key TEXT NOT NULL,
  chat TEXT NOT NULL DEFAULT '',
  sender TEXT NOT NULL DEFAULT '',
  message_id TEXT,
  reply_to TEXT,
  raw TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'claimed', 'done', 'parked', 'ignored')),
  claims INTEGER NOT NULL DEFAULT 0,
  reason TEXT NOT NULL DEFAULT '',
  person_id INTEGER REFERENCES people(id),
  received_at TEXT NOT NULL,
  handled_at TEXT,
  demands TEXT NOT NULL DEFAULT '',          -- how many rows its understanding demanded, by table
  UNIQUE (channel, update_key)
) STRICT;
CREATE INDEX inbox_waiting ON inbox(id) WHERE state IN ('new', 'claimed');
CREATE INDEX inbox_of_chat ON inbox(channel, chat, message_id);

CREATE TABLE jobs (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL DEFAULT '{}',
  state TEXT NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'done', 'failed')),
  attempts INTEGER NOT NULL DEFAULT 0,
  due_at TEXT NOT NULL,
  finished_at TEXT,
  reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX jobs_waiting ON jobs(due_at) WHERE state IN ('queued', 'running');

CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,                  -- purpose:whom:slot
  person_id INTEGER REFERENCES people(id),
  channel TEXT NOT NULL DEFAULT '',
  chat TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL,
  lane INTEGER NOT NULL,                     -- 0 answer, 1 directive, 2 reminder, 3 digest, 4 broadcast
  text TEXT NOT NULL,
  spans TEXT NOT NULL DEFAULT '',
  choices TEXT NOT NULL DEFAULT '',          -- labels, as shown
  offer_id INTEGER,
  attachments TEXT NOT NULL DEFAULT '',
  subjects TEXT NOT NULL DEFAULT '',         -- space-separated: "a:12 a:15"
  reply_to TEXT,
  state TEXT NOT NULL DEFAULT 'queued' CHECK (state IN
    ('queued', 'sending', 'sent', 'unknown', 'dead', 'cancelled', 'expired')),
  attempts INTEGER NOT NULL DEFAULT 0,
  unknowns INTEGER NOT NULL DEFAULT 0,       -- how often nobody knew whether it arrived
  parts_sent INTEGER NOT NULL DEFAULT 0,     -- of a long text, sent in parts
  due_at TEXT NOT NULL,
  not_after TEXT,
  created_at TEXT NOT NULL,
  sent_at TEXT,
  reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX outbox_waiting ON outbox(channel, lane, due_at, id)
  WHERE state IN ('queued', 'sending');
CREATE INDEX outbox_of_chat ON outbox(channel, chat, sent_at);
CREATE INDEX outbox_unsent_of_person ON outbox(person_id) WHERE state = 'queued';

CREATE TABLE sent (                          -- which platform message was which part of which row
  channel TEXT NOT NULL,
  chat TEXT NOT NULL,
  message_id TEXT NOT NULL,
  outbox_id INTEGER NOT NULL REFERENCES outbox(id),
  part INTEGER NOT NULL DEFAULT 0,
  at TEXT NOT NULL,
  PRIMARY KEY (channel, chat, message_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE offers (                        -- choices as they were offered, so a forged or old answer is known
  id INTEGER PRIMARY KEY,
  person_id INTEGER REFERENCES people(id),
  channel TEXT NOT NULL,
  chat TEXT NOT NULL,
  outbox_id INTEGER NOT NULL,
  choices TEXT NOT NULL,                     -- JSON [[label, act, args], …]
  version TEXT NOT NULL,
  offered_at TEXT NOT NULL,
  taken INTEGER,                             -- which was chosen
  taken_at TEXT
) STRICT;
CREATE INDEX offers_of_message ON offers(outbox_id);

CREATE TABLE conversations (                 -- a question that waits for its answer, 30 minutes
  channel TEXT NOT NULL,
  chat TEXT NOT NULL,
  sender TEXT NOT NULL,
  state TEXT NOT NULL,
  version INTEGER NOT NULL,
  data TEXT NOT NULL DEFAULT '{}',
  expires_at TEXT NOT NULL,
  PRIMARY KEY (channel, chat, sender)
) STRICT, WITHOUT ROWID;

-- The service's own books -----------------------------------------------------------------------

CREATE TABLE pauses (                        -- a platform asked for silence; survives a restart
  channel TEXT NOT NULL,
  chat TEXT NOT NULL DEFAULT '',             -- '' is the whole channel
  until TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (channel, chat)
) STRICT, WITHOUT ROWID;

CREATE TABLE quotas (
  channel TEXT NOT NULL,
  month TEXT NOT NULL,
  used INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (channel, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE facts (                         -- small things that must outlive a restart
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE problems (                      -- what needs a person; shown by status and tinhtrang
  code TEXT NOT NULL,
  subject TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL,
  since TEXT NOT NULL,
  told_at TEXT,
  PRIMARY KEY (code, subject)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor_id INTEGER,
  membership_id INTEGER,
  act TEXT NOT NULL,
  subject TEXT NOT NULL,
  text_hash TEXT NOT NULL DEFAULT '',        -- SHA-256 of salt and text in audit_texts
  prev TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX audit_of_subject ON audit(subject);

CREATE TABLE audit_texts (                   -- may be erased; the chain still verifies
  audit_id INTEGER PRIMARY KEY REFERENCES audit(id),
  salt TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE erasures (                      -- applied again after a restore
  person_code TEXT PRIMARY KEY,
  erased_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
