"""Binding a group to a unit, unbinding it, and whether it gets a summary each week.

Only asks the platform who administers the group (a job); what follows is in db/group_keeping.py.
"""

from __future__ import annotations

from typing import Any

from db import group_keeping, group_status, groups, units
from db.group_keeping import BIND, UNBIND, keeper
from domain.message import Choice
from domain.person import ADMIN, LEAD, OFFICE
from domain.unit import Unit
from handlers.refusing import refuse
from handlers.turn import Turn

KEEPERS = (LEAD, OFFICE, ADMIN)
_MOST = 8  # units on one screen


def elsewhere(turn: Turn, words: str = "") -> None:
    """The words were typed in a chat of one's own: says where they belong."""
    turn.say(turn.words("group.elsewhere"))


def bind(turn: Turn, words: str = "") -> None:
    """ "gắn nhóm", alone or with a unit's name."""
    if not turn.me.has_role(*KEEPERS):
        _may_not(turn)
        return
    here = groups.at(turn.tx, turn.incoming.at)
    if here is not None and not words:
        _ask(turn, BIND, here.unit_id)
        return
    wanted = _meant(turn, words)
    allowed = [unit for unit in wanted if keeper(turn.tx, turn.me, unit.id)]
    if len(allowed) == 1:
        _ask(turn, BIND, allowed[0].id)
    elif wanted and not allowed:
        _may_not(turn)
    elif not allowed:
        turn.say(turn.words("group.no_such_unit", words=words))
    else:
        choices = [Choice(unit.name, "grouping.unit", (unit.id,)) for unit in allowed[:_MOST]]
        turn.say(turn.words("group.which_unit"), tuple(choices))


def _meant(turn: Turn, words: str) -> list[Unit]:
    """The units that the words name; without words one's own, then those that one may bind."""
    if words:
        return units.called(turn.tx, words, turn.today)
    led = {post.unit_id for post in turn.me.posts if post.role == LEAD}
    own = {post.unit_id for post in turn.me.posts}
    every = units.existing(turn.tx, turn.today)
    if led:
        return [unit for unit in every if unit.id in led]
    every.sort(key=lambda unit: unit.id not in own)
    return [unit for unit in every if keeper(turn.tx, turn.me, unit.id)]


def unbind(turn: Turn) -> None:
    """ "gỡ nhóm"."""
    here = groups.at(turn.tx, turn.incoming.at)
    if here is None:
        turn.say(turn.words("group.not_bound"))
    elif keeper(turn.tx, turn.me, here.unit_id) is None:
        _may_not(turn)
    else:
        _ask(turn, UNBIND, here.unit_id)


def chosen(turn: Turn) -> None:
    """Choice: which unit the group belongs to; args: its id."""
    _ask(turn, BIND, int(turn.args[0]))


def move_here(turn: Turn) -> None:
    """Choice: the unit's group is this one from now on; args: the unit."""
    _ask(turn, BIND, int(turn.args[0]), instead=True)


def weekly(turn: Turn) -> None:
    """Choice: a summary each week, or none; args: 1 or 0."""
    here = groups.at(turn.tx, turn.incoming.at)
    if here is None:
        turn.say(turn.words("group.not_bound"))
    elif (post := keeper(turn.tx, turn.me, here.unit_id)) is None:
        _may_not(turn)
    else:
        wanted = bool(turn.args[0])
        thread = turn.incoming.thread
        group_status.weekly(turn.tx, here, wanted, thread, turn.today, turn.committee)
        turn.record("group.weekly", f"u:{here.unit_id}", membership=post)
        turn.say(turn.words("group.weekly_on" if wanted else "group.weekly_off"))


def _may_not(turn: Turn) -> None:
    turn.record("denied", "word:gannhom")
    turn.say(turn.words("group.may_not", voice=turn.committee.voice))


def _ask(turn: Turn, act: str, unit_id: int, instead: bool = False) -> None:
    """The right over the unit is looked at again when the platform has answered."""
    incoming = turn.incoming
    if not incoming.has_admins:
        refuse(turn, "word:gannhom")
        return
    asked: dict[str, Any] = {
        "act": act,
        "unit_id": unit_id,
        "person_id": turn.me.id,
        "channel": incoming.at.channel,
        "chat": incoming.at.chat,
        "user": incoming.sender,
        "thread": incoming.thread,
        "reply_to": incoming.message_id,
        "update_key": incoming.update_key,
        "instead": instead,
    }
    turn.job(f"group:{incoming.at.channel}:{incoming.update_key}", group_keeping.ASKING, asked)


def narrowed(turn: Turn, unit_id: int) -> None:
    """From here on who spoke acts through their posts in this unit alone, or those of whom they
    stand in for: what they may do elsewhere has no place in its group."""
    me = turn.me
    posts = tuple(post for post in me.posts if post.unit_id == unit_id)
    others = tuple(post for post in me.for_others if post.unit_id == unit_id)
    turn.person = me._replace(posts=posts, for_others=others)
