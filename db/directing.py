"""Directives as they are sent and sent again, slice by slice. Decides nobody's rights.

Messages to many are made in slices: the first in the transaction of the tap, the others by the
runner, one short transaction each. How far it came stands with the job and moves on in the same
transaction as the messages: whatever dies when, nobody is skipped and nobody gets it twice.
"""

from __future__ import annotations

from datetime import date, datetime

from db import audit, directives, jobs, leaves, outbox
from db.transaction import Tx
from domain.directive import Directive, choices, code, worded
from domain.instants import local_day, stamp
from domain.leave import stands_in
from domain.message import DIRECTIVE, Outgoing, lines
from domain.person import Membership, Person
from domain.texts import say

TELLING = "directive"  # the kind of job
SLICE = 50  # recipients looked at in one transaction


def send(
    tx: Tx,
    directive_id: int,
    now: datetime,
    once_key: str,
    *,
    membership: Membership | None = None,
    address: str = "đồng chí",
) -> bool:
    """Sends a draft to its recipients; False when it was sent already or is gone.

    Who has not agreed to take part is written to by nobody: without a message they count as
    unreachable, with the reason.
    """
    today = local_day(now)
    moved = tx.run(
        "UPDATE directives SET state = 'sent', code = :code, sent_at = :now, once_key = :once"
        " WHERE id = :id AND state = 'draft'",
        id=directive_id,
        code=code(_last_number(tx, today.year) + 1, today.year),
        now=stamp(now),
        once=once_key,
    )
    directive = directives.get(tx, directive_id)
    if moved == 0 or directive is None:
        return False
    audit.record(
        tx,
        now,
        "directive.sent",
        directive.key,
        actor_id=directive.author_id,
        membership_id=membership.id if membership else None,
        text=directive.subject,
    )
    _begin_telling(tx, directive, _sending(directive_id), None, now, address)
    return True


def being_sent(tx: Tx, directive_id: int) -> bool:
    """Whether some of its messages are still to be made."""
    return jobs.unfinished(tx, _sending(directive_id))


def remind(
    tx: Tx, directive: Directive, now: datetime, zone_day: date, address: str = "đồng chí"
) -> int:
    """Once more to those who have it and have not confirmed, at most once a day; how many."""
    key = f"{DIRECTIVE}-again:{directive.id}:{zone_day}"
    if being_sent(tx, directive.id) or jobs.known(tx, key):
        return 0
    waiting: int = tx.value(
        f"SELECT count(*) {_TOLD} AND {_WAITS} AND NOT EXISTS (SELECT 1 FROM outbox a WHERE"
        " a.key = 'directive-again:' || r.person_id || ':' || :id || ':' || :day)",
        id=directive.id,
        day=zone_day.isoformat(),
    )
    if waiting:
        _begin_telling(tx, directive, key, zone_day, now, address)
    return waiting


def _sending(directive_id: int) -> str:
    """The key of the job that makes its messages; views.sql knows it too."""
    return f"{DIRECTIVE}:{directive_id}"


def _begin_telling(
    tx: Tx, directive: Directive, key: str, again: date | None, now: datetime, address: str
) -> None:
    """The first slice; a job for what is left."""
    after = _tell_slice(tx, directive, 0, again, now, address)
    if after is not None:
        day = again.isoformat() if again else None
        payload = {"directive": directive.id, "after": after, "again": day}
        jobs.enqueue(tx, key, TELLING, payload, now)


def tell_more(tx: Tx, job_id: int, now: datetime, address: str = "đồng chí") -> bool:
    """Makes the next slice of a job's messages; False when none is left."""
    payload = jobs.payload(tx, job_id)
    directive = directives.get(tx, payload["directive"])
    if directive is None or directive.state != "sent" or payload["after"] is None:
        return False
    again = date.fromisoformat(payload["again"]) if payload["again"] else None
    after = _tell_slice(tx, directive, payload["after"], again, now, address)
    jobs.moved_on(tx, job_id, payload | {"after": after})
    return after is not None


# Who may be written to: those who take part, and those who have not joined (whose message is dead
# from the start, so that lists of who cannot be reached count them).
_TOLD = (
    "FROM recipients r JOIN people p ON p.id = r.person_id"
    " LEFT JOIN outbox o ON o.key = 'directive:' || r.person_id || ':' || r.directive_id"
    " WHERE r.directive_id = :id AND r.acknowledged_at IS NULL AND (p.state = 'joined' OR"
    " (p.state = 'invited' AND NOT EXISTS (SELECT 1 FROM chats c WHERE c.person_id = p.id"
    " AND c.state = 'bound')))"
)
_WAITS = "o.state IN ('queued', 'sending', 'sent')"


def _tell_slice(
    tx: Tx, directive: Directive, after: int, again: date | None, now: datetime, address: str
) -> int | None:
    """Messages for the next recipients after the person `after`; the last one looked at, None when
    it was the last of all. `again`: the day of a reminder to those who have not confirmed."""
    last: int | None = tx.value(
        "SELECT person_id FROM recipients WHERE directive_id = :id AND person_id > :after"
        " ORDER BY person_id LIMIT 1 OFFSET :others",
        id=directive.id,
        after=after,
        others=SLICE - 1,
    )
    rows = tx.all(
        f"SELECT p.id, p.full_name, p.language {_TOLD} AND r.person_id > :after"
        " AND (:last IS NULL OR r.person_id <= :last)"
        f" AND (:again = 0 OR {_WAITS}) ORDER BY r.person_id",
        id=directive.id,
        after=after,
        last=last,
        again=again is not None,
    )
    today = local_day(now)
    away = leaves.today_by_person(tx, today)
    for row in rows:
        person = Person(row["id"], "", row["full_name"], "")
        key = f"{DIRECTIVE}:{person.id}:{directive.id}"
        if again is not None:
            key = f"{DIRECTIVE}-again:{person.id}:{directive.id}:{again}"
        outbox.enqueue(
            tx,
            Outgoing(
                key=key,
                kind=DIRECTIVE,
                text=worded(
                    directive,
                    person.given_name,
                    today,
                    language=row["language"],
                    address=address,
                    again=again is not None,
                ),
                choices=choices(directive.id, row["language"], address),
                subjects=(directive.key,),
                person_id=person.id,
                urgent=directive.urgent,
            ),
            now,
        )
        substitute = stands_in(person.id, away)
        if again is None and substitute not in (None, person.id):
            _copy(tx, directive, person, substitute, now, address)
    return last


def _copy(
    tx: Tx, directive: Directive, away: Person, substitute_id: int, now: datetime, address: str
) -> None:
    """The same words for whoever stands in, unless it is sent to them as well. It asks for no
    confirmation: that is for the one to whom it is addressed."""
    row = tx.one(
        "SELECT p.id, p.full_name, p.language FROM people p WHERE p.id = :id AND p.state = 'joined'"
        " AND NOT EXISTS (SELECT 1 FROM recipients r WHERE r.directive_id = :directive"
        "  AND r.person_id = p.id)",
        id=substitute_id,
        directive=directive.id,
    )
    if row is None:
        return
    to = Person(row["id"], "", row["full_name"], "")
    said = worded(
        directive,
        to.given_name,
        local_day(now),
        language=row["language"],
        address=address,
        confirmed=True,
    )
    note = say("direct.message_instead", row["language"], address, name=away.full_name)
    outbox.enqueue(
        tx,
        Outgoing(
            key=f"{DIRECTIVE}-instead:{to.id}:{directive.id}:{away.id}",
            kind=DIRECTIVE,
            text=lines(said, "", note),
            subjects=(directive.key,),
            person_id=to.id,
            urgent=directive.urgent,
        ),
        now,
    )


def _last_number(tx: Tx, year: int) -> int:
    """The highest number of the year's codes so far."""
    found = tx.value(
        "SELECT max(CAST(substr(code, 3, instr(code, '/') - 3) AS INTEGER)) FROM directives"
        " WHERE code LIKE 'CĐ%/' || :year",
        year=str(year),
    )
    return int(found or 0)
