-- When a stranger last tried a code, so that the row can be forgotten in time (db/retention.py).
ALTER TABLE enrol_tries ADD COLUMN tried_at TEXT;
