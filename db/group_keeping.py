"""Who may bind a unit's group, and what follows when the platform has said who administers it.

Asks no platform itself: that is a job, whose answer comes here with what was asked.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from db import audit, groups, outbox, people, units
from db.groups import Group
from db.transaction import Tx
from domain.committee import Committee
from domain.instants import local_day
from domain.message import ANSWER, ChatRef, Choice, Outgoing, Text
from domain.person import ADMIN, LEAD, OFFICE, Membership, Person, narrowest
from domain.texts import say

ASKING = "group_admin"  # the job that asks the platform
BIND, UNBIND = "bind", "unbind"


def keeper(tx: Tx, person: Person, unit_id: int) -> Membership | None:
    """The post through which the person may bind and unbind this unit's group: its lead, the
    office, or an admin at or above it."""
    return narrowest(
        [
            post
            for post in person.posts
            if post.role == OFFICE
            or (post.role == LEAD and post.unit_id == unit_id)
            or (post.role == ADMIN and people.place_of(tx, post, unit_id) in ("own", "below"))
        ]
    )


def weekly_choices(language: str) -> tuple[Choice, ...]:
    """Whether the group gets a summary each week."""
    return (
        Choice(say("group.weekly_yes", language).plain, "grouping.weekly", (1,)),
        Choice(say("group.weekly_no", language).plain, "grouping.weekly", (0,)),
    )


class Asked:
    """One question to the platform as the job carries it: `act`, `unit_id`, `person_id`, `channel`,
    `chat`, `thread`, `reply_to`, `update_key`, and `instead`: it takes another group's place."""

    def __init__(self, tx: Tx, asked: dict[str, Any], now: datetime, committee: Committee) -> None:
        self.tx, self.asked, self.now, self.committee = tx, asked, now, committee
        self.at = ChatRef(asked["channel"], asked["chat"])
        self.unit_id: int = asked["unit_id"]
        self.person = people.get(tx, asked["person_id"], local_day(now, committee.zone))

    def settle(self, administers: bool) -> None:
        """Does what was asked if that is still right; says what became of it."""
        person = self.person
        post = keeper(self.tx, person, self.unit_id) if person else None
        unit = units.get(self.tx, self.unit_id)
        if person is None or person.state != "joined" or post is None or unit is None:
            self._denied("group.may_not", voice=self.committee.voice)
        elif not administers:
            self._denied("group.not_administrator")
        elif self.asked["act"] == UNBIND:
            self._unbind(groups.at(self.tx, self.at), post)
        else:
            self._bind(unit.name, post)

    def unanswered(self) -> None:
        """The platform did not say who administers the group, and will not be asked again."""
        self._say("group.unanswered")

    def _bind(self, unit: str, post: Membership) -> None:
        here, other = groups.at(self.tx, self.at), groups.of_unit(self.tx, self.unit_id)
        if here is not None and here.unit_id != self.unit_id:
            self._say("group.bound_elsewhere", unit=here.unit)
            return
        if here is None and other is not None:
            if other.alive and not self.asked["instead"]:
                label = say("group.move_here", self._language).plain
                choice = Choice(label, "grouping.move_here", (self.unit_id,))
                self._say("group.unit_has_one", (choice,), unit=unit)
                return
            groups.unbind(self.tx, other)
            if other.alive:
                self._tell_former(other)
        if here is None:
            groups.bind(self.tx, self.at, self.unit_id, self.now)
            self._record("group.bound", post)
        key = "group.bound" if here is None else "group.bound_already"
        self._say(key, weekly_choices(self._language), unit=unit)

    def _unbind(self, here: Group | None, post: Membership) -> None:
        if here is None or here.unit_id != self.unit_id:
            self._say("group.not_bound")
            return
        groups.unbind(self.tx, here)
        outbox.cancel_all_for(self.tx, here.at, "group unbound")
        self._record("group.unbound", post)
        self._say("group.unbound", unit=here.unit)

    @property
    def _language(self) -> str:
        return self.person.language if self.person else self.committee.language

    def _words(self, key: str, **fields: Any) -> Text:
        return say(key, self._language, self.committee.address, **fields)

    def _denied(self, key: str, **fields: Any) -> None:
        self._record("denied", None)
        self._say(key, **fields)

    def _record(self, act: str, post: Membership | None) -> None:
        audit.record(
            self.tx,
            self.now,
            act,
            f"u:{self.unit_id}",
            actor_id=self.asked["person_id"],
            membership_id=post.id if post else None,
        )

    def _say(self, key: str, choices: tuple[Choice, ...] = (), **fields: Any) -> None:
        text = self._words(key, **fields)
        if choices and self.person is not None:
            text += Text("\n") + self._words("group.for_person", name=self.person.given_name)
        self._put(f"{ANSWER}:{self.at.channel}:{self.asked['update_key']}:group", text, choices)

    def _put(self, key: str, text: Text, choices: tuple[Choice, ...]) -> None:
        out = Outgoing(
            key=key,
            kind=ANSWER,
            text=text,
            choices=choices,
            offered_to=self.asked["person_id"],
            at=self.at,
            thread=self.asked["thread"],
            reply_to=self.asked["reply_to"],
        )
        outbox.enqueue(self.tx, out, self.now)

    def _tell_former(self, other: Group) -> None:
        text = say("group.moved_away", self.committee.language, self.committee.address,
                   unit=other.unit)  # fmt: skip
        key = f"{ANSWER}:group-left:{self.at.channel}:{self.asked['update_key']}"
        outbox.enqueue(self.tx, Outgoing(key=key, kind=ANSWER, text=text, at=other.at), self.now)
