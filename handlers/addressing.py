"""To whom a directive goes: groups to choose, units and people by name, the exact list before
sending. Sends nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from db import directives, people, recipients, units
from domain.directive import Addressee, Directive
from domain.fold import clean, fold
from domain.message import Choice, Text, lines
from domain.person import LEAD, REPORTER
from handlers.refusing import refuse
from handlers.turn import Turn

COMMUNES, DEPARTMENTS, EVERYBODY = "communes", "departments", "everybody"

_MOST_LINES = 8
_BETWEEN = re.compile(r"[,;\n]")
_AND = re.compile(r"\s+v[àa]\s+", re.IGNORECASE)


class Meant(NamedTuple):
    """What one typed name means: people, or several things between which to choose."""

    typed: str
    people: list[Addressee]
    several: list[str]


def own_draft(turn: Turn) -> Directive | None:
    """The draft of a choice or of the open conversation; says so when it is no longer there."""
    draft_id = turn.args[0] if turn.args else None
    if draft_id is None and turn.conversation is not None:
        draft_id = turn.conversation.data.get("draft")
    draft = directives.get(turn.tx, draft_id) if draft_id is not None else None
    if draft is not None and draft.author_id == turn.me.id and draft.state == "draft":
        return draft
    if draft is not None and draft.author_id == turn.me.id:
        turn.say(turn.words("direct.sent_already", code=draft.code))
    else:
        turn.say(turn.words("direct.no_draft"))
    return None


def _allowed(turn: Turn) -> list[Addressee]:
    """Everybody whom this person may direct, but not themself."""
    may: dict[int, bool] = {}
    for one in (every := recipients.addressees(turn.tx, turn.today)):
        if one.unit_id not in may:
            may[one.unit_id] = people.may(turn.tx, turn.me, "direct", one.unit_id) is not None
    return [one for one in every if may[one.unit_id] and one.person_id != turn.me.id]


def _group(turn: Turn, group: str, allowed: list[Addressee]) -> list[Addressee]:
    own = {post.unit_id for post in turn.me.posts}
    match group:
        case "communes":
            return [one for one in allowed if one.role == LEAD and one.in_commune]
        case "departments":
            return [
                one
                for one in allowed
                if one.role == LEAD and not one.in_commune and one.unit_id not in own
            ]
        case _:
            return allowed


def _count(addressees: Iterable[Addressee]) -> int:
    return len({one.person_id for one in addressees})


def ask(turn: Turn, draft_id: int) -> None:
    """Groups to choose from; names may be typed at once."""
    allowed = _allowed(turn)
    if not allowed:
        refuse(turn, "directing.recipients")
        turn.end()
        return
    turn.begin("directing.names", draft=draft_id)
    choices = []
    for group in (COMMUNES, DEPARTMENTS, EVERYBODY):
        chosen = _group(turn, group, allowed)
        if chosen:
            label = turn.words(
                f"direct.group_{group}",
                units=len({one.unit_id for one in chosen}),
                people=_count(chosen),
            )
            choices.append(Choice(label.plain, "addressing.add", (draft_id, group)))
    turn.say(turn.words("direct.to_whom"), tuple(choices))


def ask_more(turn: Turn) -> None:
    """More groups or names beside those chosen."""
    if draft := own_draft(turn):
        ask(turn, draft.id)


def add(turn: Turn) -> None:
    """A group was chosen."""
    if draft := own_draft(turn):
        chosen = _group(turn, turn.args[1], _allowed(turn))
        recipients.add(turn.tx, draft.id, _once_each(chosen))
        _show(turn, draft.id)


def clear(turn: Turn) -> None:
    """Begins the list anew."""
    if draft := own_draft(turn):
        recipients.clear(turn.tx, draft.id)
        ask(turn, draft.id)


def show(turn: Turn) -> None:
    """The list as it stands."""
    if draft := own_draft(turn):
        _show(turn, draft.id)


def take_names(turn: Turn) -> None:
    """Units or people by name or code, several at once: what is clear is added, the rest asked."""
    draft = own_draft(turn)
    if draft is None:
        return
    allowed = _allowed(turn)
    parts = [part.strip(" .") for part in _BETWEEN.split(clean(turn.incoming.text)[:2000])]
    meant = [each for part in parts if part for each in _all_meant(turn, part, allowed)]
    found = [one for each in meant for one in each.people]
    recipients.add(turn.tx, draft.id, _once_each(found))
    for each in meant:
        if each.several:
            turn.say(
                turn.words("direct.several", typed=each.typed, names=", ".join(each.several[:6]))
            )
    if unknown := [each.typed for each in meant if not each.people and not each.several]:
        turn.say(turn.words("direct.unknown", typed=", ".join(unknown)[:200]))
    if found:
        _show(turn, draft.id)


def _all_meant(turn: Turn, part: str, allowed: list[Addressee]) -> list[Meant]:
    """One name, or several with "và" between them; "Phòng Văn hóa và Thông tin" is one."""
    whole = _meant(turn, part, allowed)
    if whole.people or whole.several or not _AND.search(part):
        return [whole]
    return [_meant(turn, name, allowed) for name in _AND.split(part)]


def _meant(turn: Turn, name: str, allowed: list[Addressee]) -> Meant:
    """A unit's leads (else all who report for it), or one person by the whole name."""
    possible = units.called(turn.tx, name, turn.today)
    inside = [u for u in possible if any(one.unit_id == u.id for one in allowed)]
    if len(inside) > 1:
        return Meant(name, [], [u.name for u in inside])
    if inside:
        of_unit = [one for one in allowed if one.unit_id == inside[0].id]
        for role in (LEAD, REPORTER):
            if chosen := [one for one in of_unit if one.role == role]:
                return Meant(inside[0].name, chosen, [])
        return Meant(inside[0].name, of_unit, [])
    named = [one for one in allowed if fold(one.full_name) == fold(name)]
    if _count(named) > 1:
        return Meant(name, [], [f"{one.full_name} ({one.unit})" for one in named])
    return Meant(name, named, [])


def _once_each(chosen: list[Addressee]) -> list[tuple[int, int | None]]:
    """(person, unit); the post as a lead counts before others."""
    first: dict[int, int | None] = {}
    for one in sorted(chosen, key=lambda one: one.role != LEAD):
        first.setdefault(one.person_id, one.unit_id)
    return list(first.items())


def keep_only_allowed(turn: Turn, draft_id: int) -> bool:
    """Looks at the rights once more, right before sending; False when somebody on the list may no
    longer be written to, which is said."""
    allowed = {one.person_id for one in _allowed(turn)}
    listed = recipients.of(turn.tx, draft_id)
    if listed and all(one.person_id in allowed for one in listed):
        return True
    recipients.clear(turn.tx, draft_id)
    turn.say(turn.words("direct.list_changed"))
    ask(turn, draft_id)
    return False


def _show(turn: Turn, draft_id: int) -> None:
    listed = recipients.of(turn.tx, draft_id)
    if not listed:
        ask(turn, draft_id)
        return
    turn.begin("directing.names", draft=draft_id)
    by_unit: dict[str, list[str]] = {}
    for one in listed:
        by_unit.setdefault(one.unit, []).append(one.full_name)
    shown = list(by_unit.items())[:_MOST_LINES]
    others = len(listed) - sum(len(names) for _, names in shown)
    turn.say(
        lines(
            turn.words("direct.recipients", count=len(listed), units=len(by_unit)),
            *(_unit_line(turn, unit, names) for unit, names in shown),
            turn.words("direct.and_others", count=others) if others else None,
        ),
        (
            Choice(turn.words("direct.go_on").plain, "directing.ask_confirm_by", (draft_id,)),
            Choice(turn.words("direct.add_more").plain, "addressing.ask_more", (draft_id,)),
            Choice(turn.words("direct.begin_anew").plain, "addressing.clear", (draft_id,)),
        ),
    )


def _unit_line(turn: Turn, unit: str, names: list[str]) -> Text:
    if len(names) > 3:
        names = [*names[:2], turn.words("direct.and_others", count=len(names) - 2).plain]
    return turn.words("direct.unit_line", unit=unit, names=", ".join(names))
