-- What was reported and could not be recorded yet: asked about one after another until each is
-- settled, whatever comes between. A conversation holds only the question that is open now.
CREATE TABLE doubts (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
  assignment_id INTEGER NOT NULL REFERENCES assignments(id) ON DELETE CASCADE,
  channel TEXT NOT NULL,
  chat TEXT NOT NULL,                        -- where it was said, and is asked about
  text TEXT NOT NULL,                        -- the words, where they can be read in several ways
  item TEXT NOT NULL,                        -- what was understood, where that is doubtful itself
  why TEXT NOT NULL,
  asked INTEGER NOT NULL DEFAULT 0,          -- how often
  at TEXT NOT NULL,
  UNIQUE (person_id, assignment_id)
) STRICT;
