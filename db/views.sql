-- The stable names of contract.md and the triggers; dropped and made anew at each migration.

CREATE VIEW v_units AS
SELECT u.code, u.name, u.kind, p.code AS parent_code, u.valid_from, u.valid_to
FROM units u LEFT JOIN units p ON p.id = u.parent_id;

CREATE VIEW v_people AS
SELECT p.code, p.full_name, u.code AS unit_code, m.title, m.role, p.state
FROM people p
LEFT JOIN memberships m ON m.person_id = p.id
LEFT JOIN units u ON u.id = m.unit_id;

CREATE VIEW v_assignments AS
SELECT a.year, a.shown_code AS code, a.kind, a.title, d.code AS document_code, a.field,
       u.code AS unit_code, a.measure, a.plan, a.due_on,
       CASE
         WHEN a.state = 'done' AND a.due_on IS NOT NULL AND a.done_on > a.due_on THEN 'done_late'
         WHEN a.state = 'done' THEN 'done_in_time'
         WHEN a.state <> 'open' THEN a.state
         WHEN a.due_on IS NULL THEN 'no_deadline'
         -- db.assignments.REACHED: a target that is to rise and has its plan is neither late nor
         -- due soon, though nobody has closed it yet.
         WHEN a.kind = 'target' AND a.direction = 'up' AND a.plan IS NOT NULL
          AND a.estimate = 0
          AND CASE WHEN a.value IS NULL THEN a.percent >= 100 ELSE a.value >= a.plan END
         THEN 'in_time'
         WHEN a.due_on < t.today THEN 'overdue'
         WHEN a.due_on <= date(t.today, '+3 days') THEN 'due_soon'
         ELSE 'in_time'
       END AS status,
       a.percent, a.value, a.last_reported_at
FROM assignments a
JOIN units u ON u.id = a.unit_id
LEFT JOIN documents d ON d.id = a.document_id
-- The service writes its local day at each tick; without a service the machine's own day in UTC+7.
JOIN (SELECT coalesce((SELECT value FROM facts WHERE name = 'today'), date('now', '+7 hours'))
      AS today) t;

CREATE VIEW v_progress AS
SELECT g.id, a.year, a.shown_code AS assignment_code, u.code AS unit_code,
       p.code AS person_code, r.code AS reported_by, g.percent, g.value, g.basis, g.estimate,
       g.period, g.as_of, g.intent AS status, g.blocked, g.note, g.source, g.reported_at,
       g.channel, g.update_key,
       (g.superseded_by IS NOT NULL OR g.withdrawn = 1) AS superseded
FROM progress g
JOIN assignments a ON a.id = g.assignment_id
JOIN units u ON u.id = a.unit_id
LEFT JOIN people p ON p.id = g.person_id
LEFT JOIN people r ON r.id = g.reported_by;

-- A file that was sent with a message, or a document by its number and day. A file is kept by its
-- content in data_dir/files/aa/<sha256>; without a sha256 it has not come, or could not be had.
CREATE VIEW v_evidence AS
SELECT e.id, a.year, a.shown_code AS assignment_code, u.code AS unit_code, p.code AS person_code,
       e.name, e.number, e.dated_on, e.sha256, f.mime, f.size, e.added_at
FROM evidence e
JOIN assignments a ON a.id = e.assignment_id
JOIN units u ON u.id = a.unit_id
JOIN people p ON p.id = e.person_id
LEFT JOIN files f ON f.sha256 = e.sha256;

-- acknowledged + pending + unknown + unreachable = recipients.
CREATE VIEW v_directives AS
SELECT d.code, d.subject, count(s.person_id) AS recipients,
       coalesce(sum(s.fate = 'acknowledged'), 0) AS acknowledged,
       coalesce(sum(s.fate = 'pending'), 0) AS pending,
       coalesce(sum(s.fate = 'unknown'), 0) AS unknown,
       coalesce(sum(s.fate = 'unreachable'), 0) AS unreachable
FROM directives d
LEFT JOIN recipient_fates s ON s.directive_id = d.id
WHERE d.state <> 'draft'
GROUP BY d.id;

-- For the service itself: where each recipient of a directive is. Messages to many are made slice by
-- slice; until the job that makes them has ended, one that is not made yet is pending like one that
-- is not sent yet, if there is a chat to send it to. One that waits on a channel that is down is not
-- reached, however long that lasts: the office must see it.
CREATE VIEW recipient_fates AS
SELECT r.directive_id, r.person_id, r.unit_id, r.acknowledged_at,
       CASE
         WHEN r.acknowledged_at IS NOT NULL THEN 'acknowledged'
         WHEN o.state IN ('dead', 'cancelled', 'expired') THEN 'unreachable'
         WHEN o.state = 'unknown' THEN 'unknown'
         WHEN d.code IS NOT NULL THEN 'unreachable'
         WHEN o.id IS NOT NULL THEN 'pending'
         WHEN EXISTS (SELECT 1 FROM jobs j WHERE j.key = 'directive:' || r.directive_id
                      AND j.state IN ('queued', 'running'))
          AND EXISTS (SELECT 1 FROM people p WHERE p.id = r.person_id AND p.state = 'joined')
          AND EXISTS (SELECT 1 FROM chats c WHERE c.person_id = r.person_id AND c.state = 'bound')
         THEN 'pending'
         ELSE 'unreachable'
       END AS fate,
       CASE WHEN d.code IS NOT NULL THEN 'channel stopped' ELSE coalesce(o.reason, '') END AS reason
FROM recipients r
LEFT JOIN outbox o ON o.key = 'directive:' || r.person_id || ':' || r.directive_id
LEFT JOIN problems d ON d.code = 'channel_down' AND d.subject = o.channel AND o.state = 'queued';

CREATE VIEW v_inbox AS
SELECT channel, update_key, state, received_at FROM inbox;

CREATE VIEW v_outbox AS
SELECT o.key, p.code AS person_code, o.channel, o.kind, o.state, o.attempts, o.due_at, o.sent_at
FROM outbox o LEFT JOIN people p ON p.id = o.person_id;

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN SELECT raise(ABORT, 'the audit chain is append-only'); END;

CREATE TRIGGER audit_is_never_cut BEFORE DELETE ON audit
BEGIN SELECT raise(ABORT, 'the audit chain is append-only'); END;

CREATE TRIGGER progress_is_append_only BEFORE UPDATE OF assignment_id, person_id, percent, value,
  intent, period, as_of, note, reported_at, inbox_id ON progress
BEGIN SELECT raise(ABORT, 'progress is append-only'); END;

CREATE TRIGGER leaves_do_not_overlap BEFORE INSERT ON leaves
BEGIN SELECT raise(ABORT, 'two leaves of one person overlap') WHERE EXISTS (SELECT 1 FROM leaves l
  WHERE l.person_id = new.person_id AND l.cancelled_at IS NULL
  AND l.first_on <= new.last_on AND l.last_on >= new.first_on); END;

CREATE TRIGGER leaves_are_not_moved_into_another BEFORE UPDATE OF first_on, last_on ON leaves
BEGIN SELECT raise(ABORT, 'two leaves of one person overlap') WHERE EXISTS (SELECT 1 FROM leaves l
  WHERE l.person_id = new.person_id AND l.cancelled_at IS NULL AND l.id <> new.id
  AND l.first_on <= new.last_on AND l.last_on >= new.first_on); END;
