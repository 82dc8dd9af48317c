-- When somebody is away and who stands in: one row a leave, with its own dates and its own person.
-- The columns of people held one leave only and named nobody; what stands in them moves here.
-- memberships.substitute_id stays: it is whom the office's list proposes for a post.
CREATE TABLE leaves (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people(id),
  substitute_id INTEGER REFERENCES people(id),  -- NULL: nobody; the work goes to the unit's leads
  first_on TEXT NOT NULL,                       -- days, inclusive, local
  last_on TEXT NOT NULL,
  set_by INTEGER REFERENCES people(id),
  set_at TEXT NOT NULL,
  cancelled_at TEXT,                            -- before it began; one ended early has its last day
  CHECK (first_on <= last_on),
  CHECK (substitute_id IS NULL OR substitute_id <> person_id)
) STRICT;
-- db/leaves.py: who is away on a day, and for whom somebody stands in.
CREATE INDEX leaves_of_person ON leaves(person_id, last_on) WHERE cancelled_at IS NULL;
CREATE INDEX leaves_of_substitute ON leaves(substitute_id, last_on) WHERE cancelled_at IS NULL;
CREATE INDEX leaves_by_end ON leaves(last_on) WHERE cancelled_at IS NULL;

INSERT INTO leaves (person_id, substitute_id, first_on, last_on, set_at)
  SELECT p.id,
    (SELECT nullif(m.substitute_id, p.id) FROM memberships m
      WHERE m.person_id = p.id AND m.substitute_id IS NOT NULL ORDER BY m.id LIMIT 1),
    p.leave_from, coalesce(p.leave_to, date(p.leave_from, '+1 year')), p.leave_from || 'T00:00:00.000000Z'
  FROM people p WHERE p.leave_from IS NOT NULL AND p.leave_from <= coalesce(p.leave_to, '9999');
ALTER TABLE people DROP COLUMN leave_from;
ALTER TABLE people DROP COLUMN leave_to;
