-- A unit's group: one for each unit, its weekly summary if that was switched on, and the topic in
-- which a message of ours stands.
CREATE UNIQUE INDEX chats_one_group_of_unit ON chats(unit_id) WHERE kind = 'group';

CREATE TABLE group_summaries (               -- a group without a row gets none
  chat_id INTEGER PRIMARY KEY REFERENCES chats(id) ON DELETE CASCADE,
  thread TEXT,                               -- the topic in which it was switched on
  last_slot TEXT NOT NULL                    -- the day that the last one belongs to
) STRICT;

ALTER TABLE outbox ADD COLUMN thread TEXT;   -- the topic of a group
