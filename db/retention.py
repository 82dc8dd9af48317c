"""What is emptied or forgotten with time, and when. Keys, states and what was decided stay.

For ever: who reported what, the audit chain, which update and which message there was and what
became of it, which reminder was told to whom, invitations. Files that were sent in as evidence stay
with their reports.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any, NamedTuple

from db.transaction import Tx
from domain.committee import Retention
from domain.instants import stamp

_AT_ONCE = 500  # rows in one write, so that nobody waits
_MOST = 50_000  # rows that are looked up at once
_TALK_DAYS = 1  # a question that nobody answered, after it closed
_STRANGER_DAYS = 30  # an unknown chat that tried codes or was told how to join

Write = Callable[[Tx], Any]


class Rule(NamedTuple):
    """Rows that are older than `days`: `find` gives their keys, `forget` empties or deletes those
    of `:keys` (a JSON list), looking again at the row, which may have moved meanwhile."""

    days: Callable[[Retention], int]
    find: str
    forget: str


def _inbox(retention: Retention) -> int:
    return retention.inbox_days


def _outbox(retention: Retention) -> int:
    return retention.outbox_days


RULES = (
    # The text of what came in. A parked message cannot be handled again without it.
    Rule(
        _inbox,
        "SELECT id FROM inbox WHERE received_at < :before AND raw <> '{}'"
        " AND state IN ('done', 'ignored', 'parked') LIMIT :most",
        "UPDATE inbox SET raw = '{}' WHERE id IN (SELECT value FROM json_each(:keys))"
        " AND received_at < :before AND state IN ('done', 'ignored', 'parked')",
    ),
    # Nobody can do anything about those any more.
    Rule(
        _inbox,
        "SELECT p.subject FROM problems p WHERE p.code = 'parked' AND p.since < :before"
        " AND NOT EXISTS (SELECT 1 FROM inbox i WHERE i.update_key = p.subject"
        " AND i.state = 'parked' AND i.raw <> '{}') LIMIT :most",
        "DELETE FROM problems WHERE code = 'parked' AND since < :before"
        " AND subject IN (SELECT value FROM json_each(:keys))",
    ),
    # Work that was done or given up; what came of it stands in its own tables.
    Rule(
        _inbox,
        "SELECT id FROM jobs WHERE finished_at < :before AND state IN ('done', 'failed')"
        " LIMIT :most",
        "DELETE FROM jobs WHERE id IN (SELECT value FROM json_each(:keys))"
        " AND finished_at < :before AND state IN ('done', 'failed')",
    ),
    # The words of what was sent, and what goes with them: the choices below them (a tap on one is
    # then answered as one on an old list), and which message of the platform they were.
    Rule(
        _outbox,
        "SELECT id FROM outbox WHERE created_at < :before AND text <> ''"
        " AND state NOT IN ('queued', 'sending') LIMIT :most",
        "UPDATE outbox SET text = '', spans = '', choices = ''"
        " WHERE id IN (SELECT value FROM json_each(:keys))"
        " AND created_at < :before AND state NOT IN ('queued', 'sending')",
    ),
    Rule(
        _outbox,
        "SELECT f.id FROM offers f LEFT JOIN outbox o ON o.id = f.outbox_id"
        " WHERE f.offered_at < :before AND coalesce(o.state, '') NOT IN ('queued', 'sending')"
        " LIMIT :most",
        "DELETE FROM offers WHERE id IN (SELECT value FROM json_each(:keys))"
        " AND offered_at < :before AND NOT EXISTS (SELECT 1 FROM outbox o"
        " WHERE o.id = offers.outbox_id AND o.state IN ('queued', 'sending'))",
    ),
    Rule(
        _outbox,
        "SELECT json_array(channel, chat, message_id) FROM sent WHERE at < :before LIMIT :most",
        "DELETE FROM sent WHERE (channel, chat, message_id) IN (SELECT json_extract(value, '$[0]'),"
        " json_extract(value, '$[1]'), json_extract(value, '$[2]') FROM json_each(:keys))"
        " AND at < :before",
    ),
    # When somebody was away; the audit keeps who stood in when.
    Rule(
        _outbox,
        "SELECT id FROM leaves WHERE last_on < substr(:before, 1, 10) LIMIT :most",
        "DELETE FROM leaves WHERE id IN (SELECT value FROM json_each(:keys))"
        " AND last_on < substr(:before, 1, 10)",
    ),
    # Questions that nobody answered.
    Rule(
        lambda _: _TALK_DAYS,
        "SELECT json_array(channel, chat, sender) FROM conversations WHERE expires_at < :before"
        " LIMIT :most",
        "DELETE FROM conversations WHERE (channel, chat, sender) IN"
        " (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'),"
        " json_extract(value, '$[2]') FROM json_each(:keys)) AND expires_at < :before",
    ),
    Rule(
        lambda _: _TALK_DAYS,
        "SELECT id FROM doubts WHERE at < :before LIMIT :most",
        "DELETE FROM doubts WHERE id IN (SELECT value FROM json_each(:keys)) AND at < :before",
    ),
    # Strangers.
    Rule(
        lambda _: _STRANGER_DAYS,
        "SELECT json_array(channel, chat) FROM enrol_tries WHERE coalesce(tried_at, '') < :before"
        " AND coalesce(told_on, '') < :before AND coalesce(paused_until, '') < :before LIMIT :most",
        "DELETE FROM enrol_tries WHERE (channel, chat) IN (SELECT json_extract(value, '$[0]'),"
        " json_extract(value, '$[1]') FROM json_each(:keys)) AND coalesce(tried_at, '') < :before"
        " AND coalesce(told_on, '') < :before AND coalesce(paused_until, '') < :before",
    ),
)


def due(tx: Tx, now: datetime, retention: Retention) -> list[Write]:
    """Small writes that empty what is old. Reads only, for it looks through whole tables."""
    return [
        write
        for rule in RULES
        for write in _few(tx, rule, stamp(now - timedelta(days=rule.days(retention))))
    ]


def _few(tx: Tx, rule: Rule, before: str) -> list[Write]:
    found = [row[0] for row in tx.all(rule.find, before=before, most=_MOST)]
    return [
        partial(_forget, sql=rule.forget, keys=found[start : start + _AT_ONCE], before=before)
        for start in range(0, len(found), _AT_ONCE)
    ]


def _forget(tx: Tx, sql: str, keys: list[Any], before: str) -> int:
    return tx.run(sql, keys=json.dumps(keys), before=before)
