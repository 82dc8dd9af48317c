-- Of several months in one message each may be doubtful: one question for each of them.
CREATE TABLE doubts_by_time (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
  assignment_id INTEGER NOT NULL REFERENCES assignments(id) ON DELETE CASCADE,
  span TEXT NOT NULL,                        -- the days it is of: 2021-04-01/2021-04-30, or ''
  channel TEXT NOT NULL,
  chat TEXT NOT NULL,                        -- where it was said, and is asked about
  text TEXT NOT NULL,                        -- the words, where they can be read in several ways
  item TEXT NOT NULL,                        -- what was understood, where that is doubtful itself
  why TEXT NOT NULL,
  asked INTEGER NOT NULL DEFAULT 0,          -- how often
  at TEXT NOT NULL,
  UNIQUE (person_id, assignment_id, span)
) STRICT;

INSERT INTO doubts_by_time
  SELECT id, person_id, assignment_id, '', channel, chat, text, item, why, asked, at FROM doubts;

DROP TABLE doubts;

ALTER TABLE doubts_by_time RENAME TO doubts;
