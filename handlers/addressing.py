"""To whom a directive goes: groups to choose, units and people by name, the exact list before
sending. Sends nothing."""

from __future__ import annotations

import re
from typing import NamedTuple

from db import addressees, directives, people, recipients, units
from domain.directive import Addressee, Directive, is_commune
from domain.fold import clean, fold
from domain.message import Choice, Text, lines
from domain.person import LEAD, REPORTER
from handlers.refusing import refuse
from handlers.turn import Turn

COMMUNES, DEPARTMENTS, EVERYBODY = "communes", "departments", "everybody"

_MOST_LINES = 7
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
    if draft_id is None:
        draft_id = _draft_id(turn)
    draft = directives.get(turn.tx, draft_id) if draft_id is not None else None
    if draft is not None and _is_being_written(turn, draft):
        return draft
    if draft is not None and draft.author_id == turn.me.id:
        turn.say(turn.words("direct.sent_already", code=draft.code))
    else:
        turn.say(turn.words("direct.no_draft"))
    return None


def begun(turn: Turn) -> Directive | None:
    """The draft that is being written in this chat, if any; says nothing."""
    draft_id = _draft_id(turn)
    draft = directives.get(turn.tx, draft_id) if draft_id is not None else None
    return draft if draft is not None and _is_being_written(turn, draft) else None


def _draft_id(turn: Turn) -> int | None:
    return turn.conversation.data.get("draft") if turn.conversation is not None else None


def _is_being_written(turn: Turn, draft: Directive) -> bool:
    return draft.author_id == turn.me.id and draft.state == "draft"


def _allowed(turn: Turn) -> dict[int, str]:
    """The units whose people this person may direct, with their kinds."""
    return people.units_where(turn.tx, turn.me, "direct")


def anybody(turn: Turn) -> bool:
    """Whether there is anybody at all whom this person may direct."""
    _, persons = addressees.count(turn.tx, turn.me.id, _allowed(turn), False, turn.today)
    return persons > 0


def _group(turn: Turn, group: str, allowed: dict[int, str]) -> tuple[list[int], bool]:
    """The units of a group, and whether only their leads belong to it."""
    own = {post.unit_id for post in turn.me.posts}
    match group:
        case "communes":
            return [unit for unit, kind in allowed.items() if is_commune(kind)], True
        case "departments":
            others = (unit for unit, kind in allowed.items() if not is_commune(kind))
            return [unit for unit in others if unit not in own], True
        case _:
            return list(allowed), False


def ask(turn: Turn, draft_id: int) -> None:
    """Groups to choose from; names may be typed at once."""
    allowed = _allowed(turn)
    choices = []
    for group in (COMMUNES, DEPARTMENTS, EVERYBODY):
        inside, lead = _group(turn, group, allowed)
        count, persons = addressees.count(turn.tx, turn.me.id, inside, lead, turn.today)
        if persons:
            label = turn.words(f"direct.group_{group}", units=count, people=persons)
            choices.append(Choice(label.plain, "addressing.add", (draft_id, group)))
    if not choices:  # not even "everybody" is anybody
        refuse(turn, "directing.recipients")
        turn.end()
        return
    turn.begin("directing.names", draft=draft_id)
    turn.say(turn.words("direct.to_whom"), tuple(choices))


def ask_more(turn: Turn) -> None:
    """More groups or names beside those chosen."""
    if draft := own_draft(turn):
        ask(turn, draft.id)


def add(turn: Turn) -> None:
    """A group was chosen."""
    if draft := own_draft(turn):
        inside, lead = _group(turn, turn.args[1], _allowed(turn))
        addressees.add(turn.tx, draft.id, turn.me.id, inside, lead, turn.today)
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


def _all_meant(turn: Turn, part: str, allowed: dict[int, str]) -> list[Meant]:
    """One name, or several with "và" between them; "Phòng Văn hóa và Thông tin" is one."""
    whole = _meant(turn, part, allowed)
    if whole.people or whole.several or not _AND.search(part):
        return [whole]
    return [_meant(turn, name, allowed) for name in _AND.split(part)]


def _meant(turn: Turn, name: str, allowed: dict[int, str]) -> Meant:
    """A unit's leads (else all who report for it), or one person by name or code."""
    inside = {
        unit: there
        for unit in units.called(turn.tx, name, turn.today)
        if unit.id in allowed
        and (there := addressees.in_unit(turn.tx, turn.me.id, unit.id, turn.today))
    }
    if len(inside) > 1:
        return Meant(name, [], [unit.name for unit in inside])
    for unit, there in inside.items():
        for role in (LEAD, REPORTER):
            if chosen := [one for one in there if one.role == role]:
                return Meant(unit.name, chosen, [])
        return Meant(unit.name, there, [])
    called = fold(name).removeprefix("dong chi ")
    named = addressees.named(turn.tx, turn.me.id, allowed, called, turn.today)
    if whole := [one for one in named if fold(one.full_name) == called]:
        named = whole
    if len({one.person_id for one in named}) > 1:
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
    allowed = _allowed(turn)
    if recipients.count(turn.tx, draft_id) and not addressees.strangers(
        turn.tx, draft_id, turn.me.id, allowed, turn.today
    ):
        return True
    recipients.clear(turn.tx, draft_id)
    turn.say(turn.words("direct.list_changed"))
    ask(turn, draft_id)
    return False


def _show(turn: Turn, draft_id: int) -> None:
    count = recipients.count(turn.tx, draft_id)
    if not count:
        ask(turn, draft_id)
        return
    turn.begin("directing.names", draft=draft_id)
    in_units, shown = recipients.by_unit(turn.tx, draft_id, _MOST_LINES)
    others = count - sum(len(names) for names in shown.values())
    turn.say(
        lines(
            turn.words("direct.recipients", count=count, units=in_units),
            *(_unit_line(turn, unit, names) for unit, names in shown.items()),
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
